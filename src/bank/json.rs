//! JSON with places, read in spite of slips.
//!
//! `serde_json` stops at the first slip and forgets where each value stood. A
//! person who wrote a bank by hand wants to see every slip at once, and wants
//! later checks to point at the line. This reader goes on after the common
//! slips (a comma too many or too few, a comment, a quotation mark forgotten)
//! and keeps the place of every value. It only serves to explain: what a bank
//! *is*, `serde_json` decides. A property holds the two together: a text has no
//! slips exactly when `serde_json` reads it.

use std::ops::Range;

use crate::item::{MAX_LIST, MAX_UNKNOWN_FIELDS};

/// A value and where it stands.
#[derive(Debug)]
pub(super) struct Node {
    pub(super) span: Range<usize>,
    pub(super) kind: Kind,
}

/// What a value is.
#[derive(Debug)]
pub(super) enum Kind {
    Null,
    Bool(bool),
    /// A number, as it is written.
    Number(String),
    Text(String),
    List(Vec<Node>),
    Object(Vec<Member>),
    /// Not readable; a slip says why.
    Broken,
}

impl Kind {
    /// What it is called in a message.
    pub(super) fn name(&self) -> &'static str {
        match self {
            Self::Null => "null",
            Self::Bool(_) => "true or false",
            Self::Number(_) => "a number",
            Self::Text(_) => "a text",
            Self::List(_) => "a list",
            Self::Object(_) => "an object",
            Self::Broken => "nothing readable",
        }
    }
}

/// One field of an object.
#[derive(Debug)]
pub(super) struct Member {
    pub(super) name: String,
    pub(super) name_span: Range<usize>,
    pub(super) value: Node,
}

/// A breach of JSON's grammar.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Slip {
    pub(super) span: Range<usize>,
    pub(super) message: String,
    pub(super) hint: &'static str,
}

/// After so many slips the rest is noise.
const MOST_SLIPS: usize = 40;
/// As deep as `serde_json` goes.
const MOST_DEPTH: usize = 127;

/// Reads a text as far as it can be read.
///
/// With the slips comes whether the brackets can still be trusted: if not, a
/// field may have come to stand in an object that it does not belong to.
///
/// A tree takes twenty times its text: the entries of the outermost object's
/// `items` go to `each` one by one and are not kept, and neither is what stands
/// inside values that no bank has.
pub(super) fn parse<'a>(text: &'a str, each: Option<&'a mut dyn FnMut(Node)>) -> Parsed {
    let mut reader = Reader {
        text,
        bytes: text.as_bytes(),
        at: 0,
        slips: Vec::new(),
        unclosed_text: false,
        astray: false,
        each,
    };
    reader.skip_space();
    if reader.peek().is_none() {
        reader.slip(
            0..0,
            "the file is empty",
            "a bank is a JSON object: {\"format\": 1, \"title\": \"...\", \"items\": [...]}",
        );
        return reader.parsed(None);
    }
    let node = reader.value(0, true);
    reader.skip_space();
    if reader.peek().is_some() && reader.slips.is_empty() {
        let at = reader.at;
        reader.slip(
            reader.char_at(at),
            "there is more after the end",
            "one bank a file; is there a closing bracket too many?",
        );
    }
    reader.parsed(Some(node))
}

/// What [`parse`] found.
pub(super) struct Parsed {
    pub(super) node: Option<Node>,
    pub(super) slips: Vec<Slip>,
    /// The brackets do not match: where a value belongs is a guess.
    pub(super) astray: bool,
}

struct Reader<'a> {
    text: &'a str,
    bytes: &'a [u8],
    at: usize,
    slips: Vec<Slip>,
    /// The last text had no closing quotation mark and took the rest of its
    /// line, the comma too.
    unclosed_text: bool,
    astray: bool,
    each: Option<&'a mut dyn FnMut(Node)>,
}

/// The fields of a bank or an item whose values have something inside.
const OPENED: [&str; 6] = ["items", "keys", "distractors", "accepted", "source", "tags"];
/// So many entries of a list are kept; no item has more.
const MOST_ENTRIES: usize = MAX_LIST + 1;
/// So many fields of an object are kept; none has more.
const MOST_MEMBERS: usize = MAX_UNKNOWN_FIELDS + 24;

impl Reader<'_> {
    fn parsed(self, node: Option<Node>) -> Parsed {
        Parsed {
            node,
            slips: self.slips,
            astray: self.astray,
        }
    }

    fn peek(&self) -> Option<u8> {
        self.bytes.get(self.at).copied()
    }

    /// The span of the character that begins at `at`.
    fn char_at(&self, at: usize) -> Range<usize> {
        let length = self
            .text
            .get(at..)
            .and_then(|rest| rest.chars().next())
            .map_or(0, char::len_utf8);
        at..at + length
    }

    fn next_char(&self) -> Option<char> {
        self.text
            .get(self.at..)
            .and_then(|rest| rest.chars().next())
    }

    fn slip(&mut self, span: Range<usize>, message: impl Into<String>, hint: &'static str) {
        if self.slips.len() >= MOST_SLIPS {
            return;
        }
        self.slips.push(Slip {
            span,
            message: message.into(),
            hint,
        });
        if self.slips.len() >= MOST_SLIPS {
            self.astray = true;
            self.at = self.bytes.len();
        }
    }

    fn skip_space(&mut self) {
        loop {
            match self.peek() {
                Some(b' ' | b'\t' | b'\n' | b'\r') => self.at += 1,
                Some(b'/') if matches!(self.bytes.get(self.at + 1), Some(b'/' | b'*')) => {
                    self.comment();
                }
                Some(b'#') => self.comment(),
                _ => return,
            }
        }
    }

    fn comment(&mut self) {
        let start = self.at;
        let rest = self.bytes.get(start..).unwrap_or_default();
        let length = if rest.starts_with(b"/*") {
            rest.windows(2).position(|w| w == b"*/").map(|n| n + 2)
        } else {
            rest.iter().position(|&b| b == b'\n')
        };
        let end = start + length.unwrap_or(rest.len());
        self.at = end;
        self.slip(
            start..end,
            "JSON has no comments",
            "write it as a field whose name begins with _, such as \"_note\": \"...\"",
        );
    }

    /// A value; `kept` says whether what is inside it is kept.
    fn value(&mut self, depth: usize, kept: bool) -> Node {
        let start = self.at;
        let kind = match self.peek() {
            Some(b'{' | b'[') if depth >= MOST_DEPTH => {
                self.at = self.bytes.len();
                self.astray = true;
                self.slip(
                    start..start + 1,
                    "brackets are nested too deeply",
                    "a bank needs four levels",
                );
                Kind::Broken
            }
            Some(b'{') => self.object(depth, kept),
            Some(b'[') => self.list(depth, kept, false),
            Some(b'"') => Kind::Text(self.quoted()),
            Some(b'-' | b'0'..=b'9') => self.number(),
            _ => self.word(),
        };
        Node {
            span: start..self.at.max(start),
            kind,
        }
    }

    fn object(&mut self, depth: usize, kept: bool) -> Kind {
        let open = self.at;
        self.at += 1;
        let mut members = Vec::new();
        loop {
            self.skip_space();
            match self.peek() {
                None => {
                    self.unclosed(open, '}');
                    return Kind::Object(members);
                }
                Some(b'}') => {
                    self.at += 1;
                    return Kind::Object(members);
                }
                Some(b']') => {
                    self.crossed(open, '}');
                    return Kind::Object(members);
                }
                Some(b',') => self.stray_comma(),
                _ => {
                    let Some((name, name_span)) = self.name() else {
                        continue;
                    };
                    self.skip_space();
                    if self.peek() == Some(b':') {
                        self.at += 1;
                        self.skip_space();
                    } else {
                        let at = name_span.end;
                        self.slip(
                            at..at,
                            format!("a colon is missing after \"{name}\""),
                            "a field is written \"name\": value",
                        );
                    }
                    let value = if matches!(self.peek(), Some(b',' | b'}' | b']') | None) {
                        let at = self.at;
                        self.slip(
                            at..at,
                            format!("\"{name}\" has no value"),
                            "write a value after the colon, or delete the field",
                        );
                        Node {
                            span: name_span.clone(),
                            kind: Kind::Broken,
                        }
                    } else if depth == 0
                        && name == "items"
                        && self.each.is_some()
                        && self.peek() == Some(b'[')
                    {
                        let start = self.at;
                        let kind = self.list(depth + 1, kept, true);
                        let span = start..self.at;
                        Node { span, kind }
                    } else {
                        let opened = kept && OPENED.contains(&name.as_str());
                        self.value(depth + 1, opened)
                    };
                    if kept && members.len() < MOST_MEMBERS {
                        members.push(Member {
                            name,
                            name_span,
                            value,
                        });
                    }
                    self.separator(b'}');
                }
            }
        }
    }

    /// A list; the entries of the items are handed over.
    fn list(&mut self, depth: usize, kept: bool, items: bool) -> Kind {
        let open = self.at;
        self.at += 1;
        let mut nodes = Vec::new();
        loop {
            self.skip_space();
            match self.peek() {
                None => {
                    self.unclosed(open, ']');
                    return Kind::List(nodes);
                }
                Some(b']') => {
                    self.at += 1;
                    return Kind::List(nodes);
                }
                Some(b'}') => {
                    self.crossed(open, ']');
                    return Kind::List(nodes);
                }
                Some(b',') => self.stray_comma(),
                _ => {
                    let node = self.value(depth + 1, items);
                    match &mut self.each {
                        Some(each) if items => each(node),
                        _ if kept && nodes.len() < MOST_ENTRIES => nodes.push(node),
                        _ => {}
                    }
                    self.separator(b']');
                }
            }
        }
    }

    /// A bracket that is never closed.
    fn unclosed(&mut self, open: usize, close: char) {
        if self.astray {
            return;
        }
        self.astray = true;
        self.slip(
            open..open + 1,
            format!("the bracket opened here is never closed with {close}"),
            "close it where the list or object ends",
        );
    }

    /// A bracket that is closed by one of the other kind, which is left for
    /// whoever opened it.
    fn crossed(&mut self, open: usize, close: char) {
        let at = self.at;
        self.astray = true;
        let line = self
            .bytes
            .get(..open)
            .map_or(0, |before| before.split(|&b| b == b'\n').count() - 1);
        self.slip(
            at..at + 1,
            format!(
                "{close} is missing before this (opened in line {})",
                line + 1
            ),
            "every bracket is closed by one of its own kind, the inner one first",
        );
        // Whoever opened this kind takes it; nobody does at the outermost level.
        if open == 0 {
            self.at += 1;
        }
    }

    fn stray_comma(&mut self) {
        let at = self.at;
        self.at += 1;
        self.slip(
            at..at + 1,
            "there is nothing before this comma",
            "delete the comma",
        );
    }

    /// What stands between two values: a comma, and not before the end.
    fn separator(&mut self, close: u8) {
        let end = self.at;
        let forgiven = std::mem::take(&mut self.unclosed_text);
        self.skip_space();
        match self.peek() {
            Some(b',') => {
                let comma = self.at;
                self.at += 1;
                self.skip_space();
                if matches!(self.peek(), Some(b'}' | b']')) {
                    self.slip(
                        comma..comma + 1,
                        "nothing follows this comma",
                        "delete the comma after the last entry",
                    );
                }
            }
            Some(b) if b == close => {}
            Some(b'}' | b']') | None => {}
            Some(_) if forgiven => {}
            Some(b'"' | b'{' | b'[' | b'-' | b'0'..=b'9' | b'a'..=b'z') => {
                self.slip(
                    end..end,
                    "a comma is missing here",
                    "entries are separated by commas",
                );
            }
            Some(_) => self.junk(),
        }
    }

    /// Something that belongs nowhere: skipped up to where reading can go on.
    fn junk(&mut self) {
        let start = self.at;
        let span = self.char_at(start);
        let what = self.next_char().unwrap_or(' ');
        self.at = span.end.max(start + 1);
        while !matches!(
            self.peek(),
            None | Some(b',' | b'}' | b']' | b'{' | b'[' | b'"' | b'\n')
        ) {
            self.at += 1;
        }
        let hint = match what {
            '“' | '”' | '„' | '‘' | '’' | '\'' | '`' => {
                "texts stand in straight double quotes: \"...\""
            }
            '\\' => "a quotation mark inside a text is written \\\"",
            _ => "delete it, or put the text in double quotes",
        };
        self.slip(span, format!("unexpected {what:?}"), hint);
    }

    /// The name of a field.
    fn name(&mut self) -> Option<(String, Range<usize>)> {
        let start = self.at;
        match self.peek() {
            Some(b'"') => {
                let name = self.quoted();
                self.unclosed_text = false;
                Some((name, start..self.at))
            }
            Some(b'a'..=b'z' | b'A'..=b'Z' | b'_' | b'$') => {
                while matches!(
                    self.peek(),
                    Some(b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'_' | b'$')
                ) {
                    self.at += 1;
                }
                let name = self.text.get(start..self.at).unwrap_or_default().to_owned();
                let end = self.at;
                self.slip(
                    start..end,
                    format!("the name {name} stands without quotation marks"),
                    "names of fields stand in double quotes: \"stem\"",
                );
                Some((name, start..end))
            }
            Some(b'\'') => self.other_quotes('\''),
            _ if matches!(self.next_char(), Some('“' | '”' | '„')) => self.other_quotes('”'),
            Some(b'{' | b'[') => {
                self.slip(
                    start..start + 1,
                    "a field's name is missing here",
                    "is a closing bracket missing before?",
                );
                self.unclosed_text = false;
                self.astray = true;
                self.value(MOST_DEPTH - 1, false);
                self.separator(b'}');
                None
            }
            _ => {
                self.junk();
                None
            }
        }
    }

    /// A text in quotation marks of another kind, on one line.
    fn other_quotes(&mut self, close: char) -> Option<(String, Range<usize>)> {
        let start = self.at;
        let open = self.char_at(start).end;
        let rest = self.text.get(open..).unwrap_or_default();
        let line = rest.lines().next().unwrap_or_default();
        let ends = |c: char| c == close || (close == '”' && matches!(c, '“' | '"'));
        if let Some((length, mark)) = line.char_indices().find(|&(_, c)| ends(c)) {
            let text = line.get(..length).unwrap_or_default().to_owned();
            self.at = open + length + mark.len_utf8();
            let end = self.at;
            self.slip(
                start..end,
                "these are not JSON's quotation marks",
                "texts and names stand in straight double quotes: \"...\"",
            );
            Some((text, start..end))
        } else {
            self.junk();
            None
        }
    }

    fn word(&mut self) -> Kind {
        let start = self.at;
        while matches!(
            self.peek(),
            Some(b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'_')
        ) {
            self.at += 1;
        }
        let span = start..self.at;
        match self.text.get(span.clone()).unwrap_or_default() {
            "true" => Kind::Bool(true),
            "false" => Kind::Bool(false),
            "null" => Kind::Null,
            "" => {
                let quoted = match self.next_char() {
                    Some('\'') => self.other_quotes('\''),
                    Some('“' | '”' | '„') => self.other_quotes('”'),
                    _ => {
                        self.junk();
                        None
                    }
                };
                quoted.map_or(Kind::Broken, |(text, _)| Kind::Text(text))
            }
            "True" | "TRUE" | "False" | "FALSE" => {
                self.slip(
                    span,
                    "true and false are written in small letters",
                    "write true or false",
                );
                Kind::Broken
            }
            word => {
                let message = format!("{word} is not a JSON value");
                // The whole of an unquoted text, up to the end of its line.
                while !matches!(self.peek(), None | Some(b',' | b'}' | b']' | b'\n' | b'"')) {
                    self.at += 1;
                }
                self.slip(span, message, "put a text in double quotes");
                Kind::Broken
            }
        }
    }

    fn number(&mut self) -> Kind {
        let start = self.at;
        while matches!(
            self.peek(),
            Some(b'-' | b'+' | b'.' | b'0'..=b'9' | b'a'..=b'z' | b'A'..=b'Z')
        ) {
            self.at += 1;
        }
        let span = start..self.at;
        let digits = self.text.get(span.clone()).unwrap_or_default();
        if serde_json::from_str::<serde_json::Number>(digits).is_ok() {
            Kind::Number(digits.to_owned())
        } else {
            let message = format!("{digits} is not a number as JSON writes it");
            self.slip(span, message, "put a text in double quotes");
            Kind::Broken
        }
    }

    /// A text in double quotes; `at` is on the opening one.
    fn quoted(&mut self) -> String {
        let open = self.at;
        self.at += 1;
        let mut value = String::new();
        loop {
            let from = self.at;
            while !matches!(self.peek(), None | Some(b'"' | b'\\' | 0..=0x1F)) {
                self.at += 1;
            }
            value.push_str(self.text.get(from..self.at).unwrap_or_default());
            match self.peek() {
                Some(b'"') => {
                    self.at += 1;
                    return value;
                }
                Some(b'\\') => self.escape(&mut value),
                None | Some(b'\n' | b'\r') => {
                    let end = self.at;
                    self.slip(
                        open..end,
                        "the text that begins here has no closing quotation mark in its line",
                        "close it with \"; a line break inside a text is written \\n",
                    );
                    self.unclosed_text = true;
                    return value;
                }
                Some(control) => {
                    let at = self.at;
                    self.at += 1;
                    value.push(char::from(control));
                    self.slip(
                        at..at + 1,
                        "a control character stands in a text",
                        "delete it; a tab is written \\t",
                    );
                }
            }
        }
    }

    fn escape(&mut self, value: &mut String) {
        let start = self.at;
        self.at += 1;
        let plain = match self.peek() {
            Some(b'"') => '"',
            Some(b'\\') => '\\',
            Some(b'/') => '/',
            Some(b'b') => '\u{8}',
            Some(b'f') => '\u{C}',
            Some(b'n') => '\n',
            Some(b'r') => '\r',
            Some(b't') => '\t',
            Some(b'u') => {
                self.at += 1;
                if let Some(c) = self.unicode_escape() {
                    value.push(c);
                } else {
                    let end = self.at;
                    self.slip(
                        start..end,
                        "this \\u escape names no character",
                        "write the character itself",
                    );
                }
                return;
            }
            _ => {
                let end = self.char_at(self.at).end;
                self.slip(
                    start..end,
                    "a backslash must not stand before this character",
                    "write a backslash itself as \\\\",
                );
                return;
            }
        };
        value.push(plain);
        self.at += 1;
    }

    fn unicode_escape(&mut self) -> Option<char> {
        let first = self.hex()?;
        if !(0xD800..0xE000).contains(&first) {
            return char::from_u32(first);
        }
        if first >= 0xDC00 || self.bytes.get(self.at..self.at + 2) != Some(b"\\u") {
            return None;
        }
        self.at += 2;
        let second = self.hex()?;
        if !(0xDC00..0xE000).contains(&second) {
            return None;
        }
        char::from_u32(0x1_0000 + ((first - 0xD800) << 10) + (second - 0xDC00))
    }

    fn hex(&mut self) -> Option<u32> {
        let digits = self.text.get(self.at..self.at + 4)?;
        if !digits.bytes().all(|b| b.is_ascii_hexdigit()) {
            return None;
        }
        self.at += 4;
        u32::from_str_radix(digits, 16).ok()
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// The slips as `offset: message`.
    fn slips(text: &str) -> Vec<String> {
        parse(text, None)
            .slips
            .iter()
            .map(|s| format!("{}: {}", s.span.start, s.message))
            .collect()
    }

    #[test]
    fn each_common_slip_is_named_at_its_place() {
        for (text, expect) in [
            ("", "0: the file is empty"),
            (r#"{"a": 1,}"#, "7: nothing follows this comma"),
            (r#"{"a": 1 "b": 2}"#, "7: a comma is missing here"),
            ("[1, /* x */ 2]", "4: JSON has no comments"),
            ("{a: 1}", "1: the name a stands without quotation marks"),
            (r#"{"a" 1}"#, "4: a colon is missing after \"a\""),
            (r#"{"a": }"#, "6: \"a\" has no value"),
            (r#"{"a": 'b'}"#, "6: these are not JSON's quotation marks"),
            (r#"{"a": “b”}"#, "6: these are not JSON's quotation marks"),
            (
                "[\"a\nb\"]",
                "1: the text that begins here has no closing quotation mark in its line",
            ),
            (
                r#"["\x"]"#,
                "2: a backslash must not stand before this character",
            ),
            (r#"["\ud800"]"#, "2: this \\u escape names no character"),
            ("[True]", "1: true and false are written in small letters"),
            ("[01]", "1: 01 is not a number as JSON writes it"),
            (
                r#"{"a": [1}"#,
                "8: ] is missing before this (opened in line 1)",
            ),
            ("[1", "0: the bracket opened here is never closed with ]"),
            ("[1]]", "3: there is more after the end"),
        ] {
            assert_eq!(
                slips(text).first().map(String::as_str),
                Some(expect),
                "{text}"
            );
        }
    }

    #[test]
    fn one_slip_does_not_hide_the_next_nor_invent_others() {
        assert_eq!(
            slips("{\n \"a\": [1, 2,],\n \"b\": \"x,\n \"c\": 3\n \"d\": 4\n}"),
            [
                "13: nothing follows this comma",
                "23: the text that begins here has no closing quotation mark in its line",
                "34: a comma is missing here",
            ]
        );
    }

    #[test]
    fn every_value_knows_its_place() {
        let text = r#"{"keys": [true, "é"]}"#;
        let Some(Kind::Object(members)) = parse(text, None).node.map(|n| n.kind) else {
            panic!("an object");
        };
        let [
            Member {
                name_span, value, ..
            },
        ] = members.as_slice()
        else {
            panic!("one member");
        };
        assert_eq!(text.get(name_span.clone()), Some("\"keys\""));
        let Kind::List(list) = &value.kind else {
            panic!("a list");
        };
        assert_eq!(
            list.iter()
                .map(|n| text.get(n.span.clone()))
                .collect::<Vec<_>>(),
            [Some("true"), Some("\"é\"")]
        );
    }

    #[test]
    fn as_deep_as_serde_json_and_no_deeper() {
        for depth in [126, 127, 128, 200_000] {
            let text = "[".repeat(depth) + &"]".repeat(depth);
            assert_eq!(
                slips(&text).is_empty(),
                serde_json::from_str::<serde_json::Value>(&text).is_ok(),
                "{depth}"
            );
        }
    }

    proptest! {
        /// The pieces of JSON in any order: both readers agree on what is JSON.
        #[test]
        fn slips_exactly_where_serde_json_refuses(
            pieces in prop::collection::vec(prop::sample::select(vec![
                "{", "}", "[", "]", ",", ":", "\"a\"", "\"\\n\"", "\"\\u00e9\"", "\"\\ud83d\\ude00\"", "\"",
                "1", "-0.5e3", "1e999", "true", "null", " ", "\n", "\t", "\\", "//", "é", "'", "x", "#", "“",
            ]), 0..12)
        ) {
            let text = pieces.concat();
            let reads = serde_json::from_str::<serde_json::Value>(&text).is_ok();
            prop_assert_eq!(slips(&text).is_empty(), reads, "{}", text);
        }

        #[test]
        fn any_text_is_read_without_panic(text in any::<String>()) {
            let reads = serde_json::from_str::<serde_json::Value>(&text).is_ok();
            prop_assert_eq!(slips(&text).is_empty(), reads);
        }
    }
}
