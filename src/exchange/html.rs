//! From HTML to plain text, as far as questions need it.

use crate::article::entity;

/// The text of a piece of HTML: tags gone, block tags and `<br>` as line
/// breaks, entities decoded, what is raised or lowered marked by `^` and `_`.
/// Whether a picture or the like was in it is told besides.
pub(super) fn text(html: &str) -> (String, bool) {
    let mut out = String::with_capacity(html.len());
    let mut media = false;
    let mut rest = html;
    // Behind the last `>` no tag is looked for.
    let last = html.rfind('>').map_or(0, |last| html.len() - last);
    while let Some((before, after)) = rest.split_once('<') {
        push(before, &mut out);
        let is_tag = after.len() >= last
            && after.starts_with(|c: char| c.is_ascii_alphabetic() || matches!(c, '/' | '!'));
        let Some((tag, behind)) = after.split_once('>').filter(|_| is_tag) else {
            out.push('<');
            rest = after;
            continue;
        };
        rest = behind;
        let name: String = tag
            .trim_start_matches('/')
            .chars()
            .take_while(char::is_ascii_alphanumeric)
            .collect();
        let closes = tag.starts_with('/');
        match name.to_ascii_lowercase().as_str() {
            "br" | "p" | "div" | "li" | "tr" | "ul" | "ol" | "table" | "h1" | "h2" | "h3"
            | "h4" | "pre" | "blockquote" => out.push('\n'),
            "td" | "th" => out.push(' '),
            "sup" if !closes => out.push('^'),
            "sub" if !closes => out.push('_'),
            "img" | "audio" | "video" | "object" | "iframe" | "svg" => media |= !closes,
            "script" | "style" if !closes => {
                let closes = |at: &usize| {
                    let end = rest.get(at + 2..at + 2 + name.len());
                    end.is_some_and(|end| end.eq_ignore_ascii_case(&name))
                };
                let place = rest.match_indices("</").map(|(at, _)| at).find(closes);
                rest = place.and_then(|place| rest.get(place..)).unwrap_or("");
            }
            _ => {}
        }
    }
    push(rest, &mut out);
    (out, media)
}

/// Text between tags: entities decoded, line breaks of the source are spaces.
fn push(source: &str, out: &mut String) {
    // Editors write it where they mean a space.
    let spaced = source.replace("&nbsp;", " ").replace(['\n', '\r'], " ");
    out.push_str(&entity::unescape(&spaced));
}

/// Plain text as HTML that [`text`] brings back.
pub(super) fn escape(text: &str) -> String {
    let text = text.replace('&', "&amp;").replace('<', "&lt;");
    text.replace('>', "&gt;").replace('\n', "<br>")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags_go_and_their_meaning_stays() {
        for (html, plain, media) in [
            (
                "<p>One &amp; two</p><p>three</p>",
                "\nOne & two\n\nthree\n",
                false,
            ),
            ("a<br/>b", "a\nb", false),
            ("x<sup>2</sup> < 3", "x^2 < 3", false),
            ("<img src=\"a>b\">", "b\">", true),
            ("1 <2", "1 <2", false),
            ("<style>p {}</style>x", "x", false),
            ("caf&eacute;&nbsp;&#8217;", "café ’", false),
        ] {
            assert_eq!(text(html), (plain.to_owned(), media), "{html}");
        }
    }

    #[test]
    fn an_unclosed_script_or_tag_ends_the_text() {
        assert_eq!(text("a<script>b").0, "a");
        assert_eq!(text("a<b").0, "a<b");
    }
}
