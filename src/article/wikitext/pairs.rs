//! Which brackets belong together.

use crate::text::Span;

/// The pairs `{{ }}` and `[[ ]]` of a text.
#[derive(Debug, Default)]
pub(super) struct Pairs {
    /// Start of the opening and of the closing brackets, in order.
    closed: Vec<(usize, usize)>,
    /// Opening `{{` without an end.
    pub(super) open: Vec<usize>,
    /// How many `{{` wait for their end.
    waiting: usize,
}

impl Pairs {
    /// The start of the brackets that close those at `open`.
    pub(super) fn close_of(&self, open: usize) -> Option<usize> {
        let i = self.closed.binary_search_by_key(&open, |p| p.0).ok()?;
        self.closed.get(i).map(|p| p.1)
    }

    /// Finds the pairs in one pass. A heading ends everything that is open, a
    /// blank line ends links.
    pub(super) fn find(text: &str) -> Pairs {
        let mut pairs = Pairs::default();
        let mut open: Vec<(u8, usize)> = Vec::new();
        let mut at = 0;
        for line in text.split_inclusive('\n') {
            if super::heading(line).is_some() {
                pairs.give_up(&mut open);
            } else if line.trim().is_empty() {
                while matches!(open.last(), Some((b'[', _))) {
                    open.pop();
                }
            }
            pairs.line(line.as_bytes(), at, &mut open);
            at += line.len();
        }
        pairs.give_up(&mut open);
        pairs.closed.sort_unstable();
        pairs
    }

    fn give_up(&mut self, open: &mut Vec<(u8, usize)>) {
        self.waiting = 0;
        let templates = open.drain(..).filter(|(kind, _)| *kind == b'{');
        self.open.extend(templates.map(|(_, at)| at));
    }

    fn line(&mut self, line: &[u8], start: usize, open: &mut Vec<(u8, usize)>) {
        let mut i = 0;
        while let Some(&b) = line.get(i) {
            if line.get(i + 1) != Some(&b) || !matches!(b, b'{' | b'}' | b'[' | b']') {
                i += 1;
                continue;
            }
            match b {
                // Of three brackets the outer one is text.
                b'{' | b'[' => {
                    let run = line.iter().skip(i).take_while(|&&c| c == b).count();
                    let skip = run % 2;
                    open.extend((0..run / 2).map(|n| (b, start + i + skip + 2 * n)));
                    if b == b'{' {
                        self.waiting += run / 2;
                    }
                    i += run;
                }
                b'}' => {
                    while self.waiting > 0 {
                        let Some((kind, at)) = open.pop() else { break };
                        if kind == b'{' {
                            self.waiting -= 1;
                            self.closed.push((at, start + i));
                            break;
                        }
                    }
                    i += 2;
                }
                _ => {
                    if let Some((_, at)) = open.pop_if(|(kind, _)| *kind == b'[') {
                        self.closed.push((at, start + i));
                    }
                    i += 2;
                }
            }
        }
    }
}

/// The pieces of a span between `separator`s that stand in no brackets.
pub(super) fn split(text: &str, pairs: &Pairs, span: Span, separator: u8) -> Vec<Span> {
    let bytes = text.as_bytes();
    let mut parts = Vec::new();
    let (mut from, mut at) = (span.start, span.start);
    while at < span.end {
        match bytes.get(at) {
            Some(b'{' | b'[') => {
                if let Some(close) = pairs.close_of(at).filter(|c| c + 2 <= span.end) {
                    at = close + 2;
                    continue;
                }
            }
            Some(&b) if b == separator => {
                parts.push(Span::new(from, at));
                from = at + 1;
            }
            _ => {}
        }
        at += 1;
    }
    parts.push(Span::new(from, span.end));
    parts
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expect: &[&str]) {
        let pairs = Pairs::find(text);
        let found: Vec<_> = pairs
            .closed
            .iter()
            .map(|&(open, close)| text.get(open..close + 2).unwrap())
            .collect();
        assert_eq!(found, expect, "{text}");
    }

    #[test]
    fn nested_brackets_are_paired() {
        check(
            "{{a|[[b|{{c}}]]}} [[d]]",
            &["{{a|[[b|{{c}}]]}}", "[[b|{{c}}]]", "{{c}}", "[[d]]"],
        );
        check("{{{a}} b}}", &["{{a}}"]);
    }

    #[test]
    fn a_bracket_without_a_partner_spoils_nothing() {
        check("{{a [[b {{c}} ]] d", &["[[b {{c}} ]]", "{{c}}"]);
        check("[[a {{b}} }} ]] ]]", &["[[a {{b}} }} ]]", "{{b}}"]);
        check("{{a\n== H ==\nb}} {{c}}", &["{{c}}"]);
    }

    #[test]
    fn parts_are_cut_outside_of_brackets() {
        let text = "a|[[b|c]]|{{d|e}}|f";
        let pairs = Pairs::find(text);
        let parts: Vec<_> = split(text, &pairs, Span::new(0, text.len()), b'|')
            .into_iter()
            .map(|s| s.of(text))
            .collect();
        assert_eq!(parts, ["a", "[[b|c]]", "{{d|e}}", "f"]);
    }
}
