//! From source to text with marks: links, quotes, tags, templates.

use std::cell::RefCell;
use std::collections::BTreeMap;

use super::super::MarkKind;
use super::super::inline::{GAP, Inline};
use super::pairs::{Pairs, split};
use super::strip;
use super::template::{self, Outcome};
use crate::text::Span;

/// How deep templates and links are followed.
pub(super) const DEPTH: usize = 24;

/// What a passage is rendered for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Mode {
    /// Running text: an unknown template leaves a gap.
    Prose,
    /// A line of nothing but templates: unknown ones are boxes, not text.
    Alone,
    /// The value of an infobox: breaks and list entries stay lines.
    Field,
}

/// A page whose brackets are paired.
pub(super) struct Page<'a> {
    pub(super) text: &'a str,
    pub(super) pairs: Pairs,
    /// Templates in running text that are not known, with their first place.
    pub(super) unknown: RefCell<BTreeMap<String, usize>>,
}

impl<'a> Page<'a> {
    pub(super) fn new(text: &'a str) -> Self {
        Self {
            text,
            pairs: Pairs::find(text),
            unknown: RefCell::default(),
        }
    }

    /// The span of what stands between the brackets that open at `at`, if they
    /// close before `end`.
    pub(super) fn inside(&self, at: usize, end: usize) -> Option<Span> {
        let close = self.pairs.close_of(at)?;
        (close + 2 <= end).then(|| Span::new(at + 2, close))
    }

    /// The text of a span with its marks.
    pub(super) fn render(&self, span: Span, mode: Mode, depth: usize) -> Inline {
        let mut out = Inline::default();
        let mut style = Style::default();
        let mut at = span.start;
        while at < span.end {
            let rest = Span::new(at, span.end).of(self.text);
            let special = rest.find(['{', '[', '\'', '<', '\n']).unwrap_or(rest.len());
            out.text.push_str(rest.get(..special).unwrap_or(""));
            at += special;
            let rest = rest.get(special..).unwrap_or("");
            at += match rest.as_bytes().first() {
                None => break,
                Some(b'{') if rest.starts_with("{{") => {
                    self.template(at, span.end, mode, depth, &mut out)
                }
                Some(b'[') if rest.starts_with("[[") => {
                    self.link(at, span.end, mode, depth, &mut out)
                }
                Some(b'[') => self.external(at, span.end, mode, depth, &mut out),
                Some(b'\'') => {
                    let run = rest.bytes().take_while(|&b| b == b'\'').count();
                    style.quotes(run, &mut out);
                    run
                }
                Some(b'<') => self.tag(at, rest, mode, depth, &mut style, &mut out),
                Some(b'\n') => {
                    out.text.push(if mode == Mode::Field { '\n' } else { ' ' });
                    1
                }
                Some(&b) => {
                    out.text.push(char::from(b));
                    1
                }
            };
        }
        style.close(&mut out);
        out
    }

    /// Renders the template at `at`; gives its length.
    fn template(&self, at: usize, end: usize, mode: Mode, depth: usize, out: &mut Inline) -> usize {
        let Some(inside) = self.inside(at, end) else {
            return 2;
        };
        let outcome = if depth >= DEPTH {
            Outcome::Unknown
        } else {
            template::render(self, inside, mode, depth + 1)
        };
        match outcome {
            Outcome::Text(text) => out.append(&text),
            Outcome::Unknown if mode == Mode::Prose => {
                out.text.push(GAP);
                let mut unknown = self.unknown.borrow_mut();
                if unknown.len() < 50 {
                    unknown
                        .entry(template::name(self, inside))
                        .or_insert(inside.start);
                }
            }
            Outcome::Silent | Outcome::Unknown => {}
        }
        inside.len() + 4
    }

    /// Renders the link at `at` and the letters behind it; gives their length.
    fn link(&self, at: usize, end: usize, mode: Mode, depth: usize, out: &mut Inline) -> usize {
        let Some(inside) = self.inside(at, end) else {
            return 2;
        };
        let length = inside.len() + 4;
        let parts = split(self.text, &self.pairs, inside, b'|');
        let target = parts.first().copied().unwrap_or(inside);
        let name = target.of(self.text).trim();
        if is_dropped(name, parts.len() > 1) || depth >= DEPTH {
            return length;
        }
        let start = out.text.len();
        match parts.get(1) {
            Some(shown) => {
                let shown = Span::new(shown.start, inside.end);
                if shown.of(self.text).trim().is_empty() {
                    out.text.push_str(without_qualifier(name));
                } else {
                    out.append(&self.render(shown, mode, depth + 1));
                }
            }
            None if name.contains(['{', '\'']) => {
                out.append(&self.render(target, mode, depth + 1));
            }
            None => {
                let name = name.trim_start_matches([':', '#']);
                let name = name.strip_prefix("Category:").unwrap_or(name);
                out.text.push_str(&name.replace('_', " "));
            }
        }
        let trail = Span::new(at + length, end)
            .of(self.text)
            .bytes()
            .take_while(u8::is_ascii_lowercase)
            .count();
        out.text
            .push_str(Span::new(at + length, at + length + trail).of(self.text));
        out.mark_from(start, MarkKind::Link);
        length + trail
    }

    /// Renders `[http://... words]`; gives its length.
    fn external(&self, at: usize, end: usize, mode: Mode, depth: usize, out: &mut Inline) -> usize {
        let inside = Span::new(at + 1, end).of(self.text);
        let is_address = ["http://", "https://", "//", "ftp://", "mailto:"]
            .iter()
            .any(|scheme| inside.starts_with(scheme));
        let line = inside
            .bytes()
            .take(4000)
            .position(|b| b == b']' || b == b'\n');
        let close = line.filter(|&i| inside.as_bytes().get(i) == Some(&b']'));
        let (true, Some(close)) = (is_address, close) else {
            out.text.push('[');
            return 1;
        };
        let label = inside.get(..close).and_then(|t| t.find([' ', '\t']));
        if let Some(label) = label.filter(|_| depth < DEPTH) {
            let span = Span::new(at + 1 + label + 1, at + 1 + close);
            out.append(&self.render(span, mode, depth + 1));
        }
        close + 2
    }

    /// Renders the tag at `at`; gives its length.
    fn tag(
        &self,
        at: usize,
        rest: &str,
        mode: Mode,
        depth: usize,
        style: &mut Style,
        out: &mut Inline,
    ) -> usize {
        let closing = rest.starts_with("</");
        let name = strip::tag_name(rest);
        let end = rest.bytes().take(1000).position(|b| b == b'>');
        let (false, Some(end)) = (name.is_empty(), end) else {
            out.text.push('<');
            return 1;
        };
        let length = end + 1;
        match name.as_str() {
            "br" | "li" | "p" | "div" | "dd" | "tr" | "hr" => {
                out.text.push(if mode == Mode::Field { '\n' } else { ' ' });
            }
            "i" | "em" | "cite" | "var" => style.toggle_italic(!closing, out),
            "b" | "strong" => style.toggle_bold(!closing, out),
            "sup" if !closing => {
                let inside = rest.get(length..).unwrap_or("");
                let close = inside.find('<').filter(|&i| {
                    i < 200 && inside.get(i..).is_some_and(|t| t.starts_with("</sup"))
                });
                if let Some(close) = close.filter(|_| depth < DEPTH) {
                    let span = Span::new(at + length, at + length + close);
                    out.text
                        .push_str(&superscript(&self.render(span, mode, depth + 1).text));
                    return length + close;
                }
            }
            _ => {}
        }
        length
    }
}

/// Small raised text: digits stay raised, a letter alone is a footnote.
fn superscript(text: &str) -> String {
    let text = text.trim();
    if text.len() == 1 && text.bytes().all(|b| b.is_ascii_lowercase() || b == b'*') {
        return String::new();
    }
    let raised = text.chars().map(|c| match c {
        '0' => Some('⁰'),
        '1' => Some('¹'),
        '2' => Some('²'),
        '3' => Some('³'),
        '4' => Some('⁴'),
        '5' => Some('⁵'),
        '6' => Some('⁶'),
        '7' => Some('⁷'),
        '8' => Some('⁸'),
        '9' => Some('⁹'),
        '−' | '-' => Some('⁻'),
        '+' => Some('⁺'),
        _ => None,
    });
    raised
        .collect::<Option<String>>()
        .unwrap_or_else(|| text.to_owned())
}

/// Files, categories and pages of other languages show nothing.
fn is_dropped(target: &str, shown: bool) -> bool {
    let Some((prefix, _)) = target.split_once(':') else {
        return false;
    };
    let prefix = prefix.trim().to_ascii_lowercase();
    match prefix.as_str() {
        "file" | "image" | "media" | "category" | "datei" | "fichier" => true,
        "simple" => !shown,
        _ => {
            !shown
                && (2..=3).contains(&prefix.len())
                && prefix.bytes().all(|b| b.is_ascii_lowercase())
                && target.starts_with(|c: char| c.is_ascii_lowercase())
        }
    }
}

/// `Mercury (planet)` and `Help:Links` without their extras.
fn without_qualifier(name: &str) -> &str {
    let name = name.rsplit_once(':').map_or(name, |(_, n)| n);
    name.split_once(" (").map_or(name, |(n, _)| n).trim()
}

/// Which styles are on, and since where.
#[derive(Default)]
struct Style {
    italic: Option<usize>,
    bold: Option<usize>,
}

impl Style {
    /// A run of apostrophes: two are italic, three bold, five both.
    fn quotes(&mut self, run: usize, out: &mut Inline) {
        let (loose, italic, bold) = match run {
            1 => (1, false, false),
            2 => (0, true, false),
            3 => (0, false, true),
            4 => (1, false, true),
            n => (n - 5, true, true),
        };
        out.text.extend(std::iter::repeat_n('\'', loose.min(1)));
        if italic {
            self.toggle_italic(self.italic.is_none(), out);
        }
        if bold {
            self.toggle_bold(self.bold.is_none(), out);
        }
    }

    fn toggle_italic(&mut self, on: bool, out: &mut Inline) {
        let start = self.italic.take();
        if on {
            self.italic = Some(out.text.len());
        } else if let Some(start) = start {
            out.mark_from(start, MarkKind::Italic);
        }
    }

    fn toggle_bold(&mut self, on: bool, out: &mut Inline) {
        let start = self.bold.take();
        if on {
            self.bold = Some(out.text.len());
        } else if let Some(start) = start {
            out.mark_from(start, MarkKind::Bold);
        }
    }

    /// The end of a line ends every style; one that ran on for long was never
    /// meant to.
    fn close(self, out: &mut Inline) {
        for (start, kind) in [(self.italic, MarkKind::Italic), (self.bold, MarkKind::Bold)] {
            if let Some(start) = start.filter(|start| out.text.len() - start <= 80) {
                out.mark_from(start, kind);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(source: &str, expect: &str, marks: &[(&str, MarkKind)]) {
        let page = Page::new(source);
        let inline = page.render(Span::new(0, source.len()), Mode::Prose, 0);
        assert_eq!(inline.text, expect, "{source}");
        let found: Vec<_> = inline
            .marks
            .iter()
            .map(|(span, kind)| (span.of(&inline.text), *kind))
            .collect();
        assert_eq!(found, marks, "{source}");
    }

    #[test]
    fn links_show_their_words() {
        check("[[Hull]]s", "Hulls", &[("Hulls", MarkKind::Link)]);
        check(
            "[[Hull (city)|the city]]",
            "the city",
            &[("the city", MarkKind::Link)],
        );
        check("[[Hull (city)|]]", "Hull", &[("Hull", MarkKind::Link)]);
        check(
            "[[File:a.jpg|thumb|A [[quay]].]]a[[Category:B]][[de:Hull]]",
            "a",
            &[],
        );
        check("[[:Category:B|B]]", "B", &[("B", MarkKind::Link)]);
        check(
            "[http://h.example the quay] [http://h.example]",
            "the quay ",
            &[],
        );
        check("a [sic] b", "a [sic] b", &[]);
    }

    #[test]
    fn quotes_become_marks() {
        check("''Gull''s", "Gulls", &[("Gull", MarkKind::Italic)]);
        check("'''Ada''' 's", "Ada 's", &[("Ada", MarkKind::Bold)]);
        check(
            "'''''G'''''",
            "G",
            &[("G", MarkKind::Italic), ("G", MarkKind::Bold)],
        );
        check(
            "the '''Quay''''s",
            "the Quay's",
            &[("Quay'", MarkKind::Bold)],
        );
    }

    #[test]
    fn tags_go_and_their_text_stays() {
        check(
            "a<br/>b <small>c</small> km<sup>2</sup> Euro<sup>d</sup> 19<sup>th</sup> <i>G</i> 1 < 2",
            "a b c km² Euro 19th G 1 < 2",
            &[("G", MarkKind::Italic)],
        );
    }

    #[test]
    fn an_unknown_template_leaves_a_gap() {
        check("a {{zzz|b}} c {{cite web|d}}", "a \u{fffc} c ", &[]);
    }
}
