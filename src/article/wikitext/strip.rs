//! Comments, references and other tags whose content is not text.

use std::collections::BTreeMap;

use super::super::inline::GAP;

/// The source without them.
#[derive(Debug, Default)]
pub(super) struct Stripped {
    pub(super) text: String,
    /// Where lines were lost: the place in `text` and how many.
    lost: Vec<(usize, usize)>,
}

impl Stripped {
    /// The line of the source that a place of the text stood in.
    pub(super) fn line(&self, at: usize) -> usize {
        let kept = self.text.bytes().take(at).filter(|&b| b == b'\n').count();
        let lost: usize = self
            .lost
            .iter()
            .take_while(|(place, _)| *place <= at)
            .map(|(_, lines)| lines)
            .sum();
        kept + lost + 1
    }
}

/// Tags that go with their content.
const DROPPED: &[&str] = &[
    "ref",
    "references",
    "gallery",
    "timeline",
    "syntaxhighlight",
    "source",
    "pre",
    "imagemap",
    "templatestyles",
    "graph",
    "mapframe",
    "maplink",
    "categorytree",
    "includeonly",
    "templatedata",
    "inputbox",
    "indicator",
    "table",
    "style",
    "script",
    "section",
    "hiero",
];

/// Tags whose content is a formula: a gap stays behind.
const FORMULAS: &[&str] = &["math", "chem", "ce", "score"];

/// Drops comments, references, formulas and the like; `nowiki` text loses its
/// power. Takes time in proportion to the length.
pub(super) fn strip(input: &str) -> Stripped {
    let closers = closers(input);
    let mut out = Stripped::default();
    let mut at = 0;
    while let Some(rest) = input.get(at..) {
        let Some(next) = rest.find('<') else {
            out.text.push_str(rest);
            break;
        };
        push(&mut out.text, rest.get(..next).unwrap_or(""));
        at += next;
        let end = construct(input, at, &closers, &mut out.text);
        let gone = input.get(at..end).unwrap_or("");
        let lines = gone.matches('\n').count();
        if lines > 0 {
            out.lost.push((out.text.len(), lines));
        }
        at = end;
    }
    if out.text.contains("-{") {
        out.text = out.text.replace("-{", "");
    }
    out
}

fn push(out: &mut String, text: &str) {
    if text.contains(GAP) {
        out.push_str(&text.replace(GAP, ""));
    } else {
        out.push_str(text);
    }
}

/// The name of the tag that begins or ends here, in lower case; empty if it is none.
pub(super) fn tag_name(rest: &str) -> String {
    let body = rest.get(1..).unwrap_or("");
    let body = body.strip_prefix('/').unwrap_or(body);
    let letters = body.bytes().take(20);
    let length = letters.take_while(u8::is_ascii_alphanumeric).count();
    body.get(..length).unwrap_or("").to_ascii_lowercase()
}

/// Reads what begins with the `<` at `at`; gives the place behind it.
fn construct(input: &str, at: usize, closers: &Closers, out: &mut String) -> usize {
    let rest = input.get(at..).unwrap_or("");
    if rest.starts_with("<!--") {
        return match closers.next("--", at + 4) {
            Some(end) => end,
            None => at + rest.find('\n').unwrap_or(rest.len()),
        };
    }
    let name = tag_name(rest);
    let formula = FORMULAS.contains(&name.as_str());
    if name != "nowiki" && !formula && !DROPPED.contains(&name.as_str()) {
        out.push('<');
        return at + 1;
    }
    let Some(close) = rest.bytes().take(2000).position(|b| b == b'>') else {
        return at + 1 + name.len();
    };
    let inside = at + close + 1;
    if rest.starts_with("</") || rest.get(..close).is_some_and(|t| t.ends_with('/')) {
        return inside;
    }
    let line_end = || {
        let rest = input.get(inside..).unwrap_or("");
        inside + rest.find('\n').unwrap_or(rest.len())
    };
    let Some(end) = closers.next(&name, inside) else {
        // Nothing closes it: it ends with its line.
        return line_end();
    };
    if closers.heading_between(inside, end) {
        return line_end();
    }
    let content = input.get(inside..end).unwrap_or("");
    if name == "nowiki" {
        let content = content
            .rfind("</")
            .map_or(content, |at| content.get(..at).unwrap_or(""));
        let text = content
            .chars()
            .filter(|c| !"[]{}|<*#=\u{fffc}".contains(*c));
        out.extend(text.map(|c| match c {
            '\'' => '’',
            '\n' => ' ',
            c => c,
        }));
    }
    if formula {
        out.push(GAP);
    }
    end
}

/// Where each kind of thing ends, and where headings begin.
#[derive(Default)]
struct Closers {
    ends: BTreeMap<String, Vec<usize>>,
    headings: Vec<usize>,
}

impl Closers {
    /// The place behind the first closing tag from `at` on.
    fn next(&self, name: &str, at: usize) -> Option<usize> {
        let ends = self.ends.get(name)?;
        ends.get(ends.partition_point(|&end| end <= at)).copied()
    }

    fn heading_between(&self, from: usize, to: usize) -> bool {
        let next = self.headings.partition_point(|&at| at < from);
        self.headings.get(next).is_some_and(|&at| at < to)
    }
}

fn closers(input: &str) -> Closers {
    let mut closers = Closers::default();
    for (at, _) in input.match_indices("</") {
        let rest = input.get(at + 2..).unwrap_or("");
        let length = rest
            .bytes()
            .take(20)
            .take_while(u8::is_ascii_alphanumeric)
            .count();
        let name = rest.get(..length).unwrap_or("").to_ascii_lowercase();
        let known = name == "nowiki"
            || DROPPED.contains(&name.as_str())
            || FORMULAS.contains(&name.as_str());
        let Some(close) = rest.bytes().take(40).position(|b| b == b'>') else {
            continue;
        };
        if known {
            closers.ends.entry(name).or_default().push(at + close + 3);
        }
    }
    let comments = input.match_indices("-->").map(|(at, _)| at + 3);
    closers.ends.insert("--".to_owned(), comments.collect());
    let mut at = 0;
    for line in input.split_inclusive('\n') {
        if super::heading(line).is_some() {
            closers.headings.push(at);
        }
        at += line.len();
    }
    closers
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(input: &str, expect: &str) {
        assert_eq!(strip(input).text, expect, "{input}");
    }

    #[test]
    fn references_comments_and_formulas_go() {
        check("a<ref name=x/> b<ref>c\n{{d}}</ref> e<!-- f -->", "a b e");
        check("a <math>x^2</math> b", "a \u{fffc} b");
        check("<br>a<small>b</small>", "<br>a<small>b</small>");
    }

    #[test]
    fn an_unclosed_reference_ends_with_its_line() {
        check("a<ref>b\nc", "a\nc");
        check("a<ref>b\n== H ==\nc</ref>", "a\n== H ==\nc");
        check("a<!-- b\nc", "a\nc");
    }

    #[test]
    fn nowiki_text_has_no_power() {
        check("<nowiki>[[a]]</nowiki>'''b'''<nowiki/>s", "a'''b'''s");
    }

    #[test]
    fn lines_are_counted_in_the_source() {
        let stripped = strip("a<!--\n\n-->\nb\nc");
        let at = stripped.text.find('c').unwrap();
        assert_eq!(stripped.line(at), 5);
    }
}
