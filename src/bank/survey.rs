//! Everything that is wrong with the structure of a bank's text, not only the
//! first thing.

use std::borrow::Cow;
use std::ops::Range;

use super::FORMAT;
use super::json::{self, Kind, Member, Node};
use super::lint::Left;
use super::problem::{Lines, Problem, most_problems};
use super::read;
use crate::item::flaw::Severity;
use crate::item::{
    Difficulty, Draft, Fault, Item, KeyDraft, MAX_UNKNOWN, MAX_UNKNOWN_FIELDS, Part, Source,
};
use crate::text::guess;

/// What a look at the text of a bank found.
pub(super) struct Survey<'a> {
    /// The text; where it was not UTF-8, `?` stands.
    pub(super) text: Cow<'a, str>,
    /// What is wrong with the structure.
    pub(super) found: List,
    /// The items that are sound by themselves. Fields that this program does not
    /// know are left out.
    pub(super) items: Vec<Item>,
    /// Where each of them begins.
    starts: Vec<u32>,
}

/// What was found, as far as it is kept.
#[derive(Debug)]
pub(super) struct List {
    kept: Vec<Found>,
    most: usize,
    left: Left,
    /// Errors, kept or not.
    errors: usize,
}

impl List {
    fn of(text: &str) -> Self {
        Self {
            kept: Vec::new(),
            most: most_problems(text.len()),
            left: Left::default(),
            errors: 0,
        }
    }

    /// How many more will be kept.
    pub(super) fn room(&self) -> usize {
        self.most.saturating_sub(self.kept.len())
    }

    /// Counts problems that are told nowhere.
    pub(super) fn pass_over(&mut self, left: Left) {
        self.left.all += left.all;
        self.left.errors += left.errors;
        self.errors += left.errors;
    }

    /// Adds one, or counts it if there are too many.
    pub(super) fn push(&mut self, severity: Severity, found: impl FnOnce() -> Found) {
        let errors = usize::from(severity == Severity::Error);
        if self.room() > 0 {
            self.errors += errors;
            self.kept.push(found());
        } else {
            self.pass_over(Left { all: 1, errors });
        }
    }
}

/// A problem whose place is not worked out yet.
#[derive(Debug)]
pub(super) struct Found {
    pub(super) severity: Severity,
    pub(super) rule: &'static str,
    pub(super) span: Range<usize>,
    pub(super) message: String,
    pub(super) hint: String,
}

/// Where the parts of an item stand, in bytes of the text.
#[derive(Clone, Debug, Default)]
pub(super) struct Spans {
    whole: Range<usize>,
    parts: Vec<(Part, Range<usize>)>,
    category: Option<Range<usize>>,
}

impl Spans {
    /// Where a part stands. An item as a whole is best known by its stem.
    pub(super) fn of(&self, part: Part) -> Range<usize> {
        let find = |wanted| self.parts.iter().find(|(part, _)| *part == wanted);
        find(part)
            .or_else(|| find(Part::Stem))
            .map_or_else(|| self.whole.clone(), |(_, span)| span.clone())
    }

    /// Where the category stands.
    pub(super) fn category(&self) -> Range<usize> {
        self.category
            .clone()
            .unwrap_or_else(|| self.of(Part::Whole))
    }
}

impl Survey<'_> {
    /// The problems with their places, in the order of the text.
    pub(super) fn problems(self) -> Vec<Problem> {
        let lines = Lines::of(&self.text);
        let List { mut kept, left, .. } = self.found;
        kept.sort_by_key(|f| f.span.start);
        let told = kept.into_iter().map(|f| Problem {
            severity: f.severity,
            rule: f.rule,
            message: f.message,
            hint: f.hint,
            place: lines.place(&f.span),
        });
        let end = self.text.len();
        let mut told: Vec<_> = told.collect();
        told.extend(Problem::more(left, lines.place(&(end..end))));
        told
    }

    /// Where the parts of an item stand: read again, because few are asked for.
    pub(super) fn spans(&self, item: usize) -> Spans {
        let start = self.starts.get(item).map_or(0, |&start| start as usize);
        let text = self.text.get(start..).unwrap_or_default();
        let Some(node) = json::parse(text, None).node else {
            return Spans::default();
        };
        spans(&node, start)
    }
}

/// Where the parts of an item stand, in a text before which there are `shift` bytes.
fn spans(node: &Node, shift: usize) -> Spans {
    let Kind::Object(members) = &node.kind else {
        return Spans::default();
    };
    let moved = |span: &Range<usize>| span.start + shift..span.end + shift;
    let start = node.span.start + shift;
    let mut spans = Spans {
        whole: start..start + 1,
        ..Spans::default()
    };
    for Member { name, value, .. } in members {
        let part: fn(usize) -> Part = match name.as_str() {
            "stem" => |_| Part::Stem,
            "key" => |_| Part::Key,
            "keys" => Part::Keys,
            "distractors" => Part::Distractor,
            "accepted" => Part::Accepted,
            "category" => {
                spans.category = Some(moved(&value.span));
                continue;
            }
            _ => continue,
        };
        if let Kind::List(list) = &value.kind {
            let parts = (0..).zip(list);
            spans
                .parts
                .extend(parts.map(|(n, node)| (part(n), moved(&node.span))));
        } else {
            spans.parts.push((part(0), moved(&value.span)));
        }
    }
    spans
}

/// Looks at the text of a bank.
pub(super) fn survey(bytes: &[u8]) -> Survey<'_> {
    look(bytes, true)
}

/// Looks at the text of one item.
pub(super) fn survey_item(bytes: &[u8]) -> Survey<'_> {
    look(bytes, false)
}

fn look(bytes: &[u8], is_bank: bool) -> Survey<'_> {
    let (text, wrong) = decode(bytes);
    let mut surveyor = Surveyor::of(&text);
    for found in wrong {
        surveyor.found.push(found.severity, || found);
    }
    let mut of_items = Surveyor::of(&text);
    if read::is_dense(text.as_bytes()) {
        surveyor.error(
            "syntax",
            0..0,
            "there are far more values in it than a bank has",
            "a bank is a list of questions; what is this file?",
        );
    } else {
        let mut each = |node: Node| of_items.item(&node);
        let parsed = json::parse(&text, is_bank.then_some(&mut each));
        for slip in parsed.slips {
            surveyor.error("syntax", slip.span, slip.message, slip.hint);
        }
        let judged = match &parsed.node {
            Some(node) if !parsed.astray && is_bank => surveyor.bank(node),
            Some(node) if !parsed.astray => {
                surveyor.item(node);
                false
            }
            _ => false,
        };
        if judged {
            surveyor.join(of_items);
        }
    }
    Survey {
        found: surveyor.found,
        items: surveyor.items,
        starts: surveyor.starts,
        text,
    }
}

/// The text of the bytes, and where they are no text. Offsets stay: a byte that
/// is not UTF-8 becomes `?`, a byte order mark becomes spaces.
fn decode(bytes: &[u8]) -> (Cow<'_, str>, Vec<Found>) {
    const MARK: &[u8] = b"\xEF\xBB\xBF";
    if matches!(bytes, [0xFF, 0xFE, ..] | [0xFE, 0xFF, ..]) {
        let found = Found {
            severity: Severity::Error,
            rule: "encoding",
            span: 0..0,
            message: "the file is UTF-16".to_owned(),
            hint: "save it as UTF-8".to_owned(),
        };
        // The rest would be noise.
        return (Cow::Borrowed("{}"), vec![found]);
    }
    if let Ok(text) = std::str::from_utf8(bytes)
        && !bytes.starts_with(MARK)
    {
        return (Cow::Borrowed(text), Vec::new());
    }
    let mut found = Vec::new();
    let mut text = String::with_capacity(bytes.len());
    let mut rest = bytes;
    if let Some(after) = rest.strip_prefix(MARK) {
        text.push_str("   ");
        rest = after;
    }
    let mut last_line_end = 0;
    for chunk in rest.utf8_chunks() {
        text.push_str(chunk.valid());
        let wrong = chunk.invalid();
        let Some(first) = wrong.first() else { continue };
        let span = text.len()..text.len() + wrong.len();
        // One message a line is enough.
        let this_line = text.rfind('\n').map_or(0, |n| n + 1);
        if found.is_empty() || this_line != last_line_end {
            let guess = windows_1252(*first).map_or_else(String::new, |c| {
                format!(" (if it is Windows-1252, this is {c})")
            });
            found.push(Found {
                severity: Severity::Error,
                rule: "encoding",
                span,
                message: format!("the byte 0x{first:02X} is not UTF-8{guess}"),
                hint: "save the file as UTF-8".to_owned(),
            });
        }
        last_line_end = this_line;
        text.extend(wrong.iter().map(|_| '?'));
    }
    (Cow::Owned(text), found)
}

/// The letter that a byte is in the common encoding of old Windows files.
fn windows_1252(byte: u8) -> Option<char> {
    (byte >= 0xA0).then(|| char::from(byte))
}

struct Surveyor {
    found: List,
    items: Vec<Item>,
    starts: Vec<u32>,
}

/// The fields of an object, each looked up once; what stays is unknown.
struct Fields<'a> {
    members: Vec<&'a Member>,
}

impl<'a> Fields<'a> {
    fn take(&mut self, name: &str) -> Option<&'a Node> {
        let place = self.members.iter().position(|m| m.name == name)?;
        Some(&self.members.remove(place).value)
    }
}

const BANK: &[&str] = &[
    "$schema",
    "format",
    "title",
    "language",
    "license",
    "attribution",
    "items",
];
const ITEM: &[&str] = &[
    "stem",
    "key",
    "keys",
    "distractors",
    "accepted",
    "category",
    "difficulty",
    "explanation",
    "hint",
    "source",
    "tags",
];
const SOURCE: &[&str] = &["title", "section", "quote", "url"];

impl Surveyor {
    fn of(text: &str) -> Self {
        Self {
            found: List::of(text),
            items: Vec::new(),
            starts: Vec::new(),
        }
    }

    /// Takes over what was found of the items.
    fn join(&mut self, of_items: Self) {
        self.items = of_items.items;
        self.starts = of_items.starts;
        self.found.pass_over(of_items.found.left);
        for found in of_items.found.kept {
            self.found.push(found.severity, || found);
        }
    }

    fn error(
        &mut self,
        rule: &'static str,
        span: Range<usize>,
        message: impl Into<String>,
        hint: impl Into<String>,
    ) {
        self.push(Severity::Error, rule, span, message.into(), hint.into());
    }

    fn warning(
        &mut self,
        rule: &'static str,
        span: Range<usize>,
        message: impl Into<String>,
        hint: impl Into<String>,
    ) {
        self.push(Severity::Warning, rule, span, message.into(), hint.into());
    }

    fn push(
        &mut self,
        severity: Severity,
        rule: &'static str,
        span: Range<usize>,
        message: String,
        hint: String,
    ) {
        self.found.push(severity, || Found {
            severity,
            rule,
            span,
            message,
            hint,
        });
    }

    /// Judges the outermost object; whether its items can be judged.
    fn bank(&mut self, node: &Node) -> bool {
        let Kind::Object(members) = &node.kind else {
            let hint = if matches!(node.kind, Kind::List(_)) {
                "put the list into an object: {\"format\": 1, \"title\": \"...\", \"items\": [...]}"
            } else {
                "see questions/README.md for an example"
            };
            self.error(
                "wrong-type",
                node.span.start..node.span.start + 1,
                format!("a bank is an object, this is {}", node.kind.name()),
                hint,
            );
            return false;
        };
        let start = node.span.start..node.span.start + 1;
        if members.iter().any(|m| m.name == "results") && members.iter().all(|m| m.name != "items")
        {
            self.error(
                "wrong-type",
                start,
                "this looks like an answer of the Open Trivia DB, not like a bank",
                "bring it in with `quizwright import`",
            );
            return false;
        }
        let mut fields = self.fields(members, BANK);
        fields.take("$schema");
        match fields.take("format") {
            None => self.missing("format", start.clone(), "add \"format\": 1"),
            Some(version) => {
                if !self.version(version) {
                    return false;
                }
            }
        }
        match fields.take("title") {
            None => self.missing(
                "title",
                start.clone(),
                "add \"title\": what the bank is about",
            ),
            Some(title) => {
                self.text("title", title);
            }
        }
        for name in ["language", "license", "attribution"] {
            if let Some(node) = fields.take(name) {
                self.optional_text(name, node);
            }
        }
        match fields.take("items") {
            None => self.missing("items", start, "add \"items\": a list of questions"),
            Some(node) => match &node.kind {
                // They were judged while they were read.
                Kind::List(_) | Kind::Broken => {}
                _ => self.wrong_type("items", node, "a list of objects", ""),
            },
        }
        self.unknown(&fields, BANK);
        true
    }

    /// Whether the version is one that the rest can be judged by.
    fn version(&mut self, node: &Node) -> bool {
        let Kind::Number(digits) = &node.kind else {
            self.wrong_type("format", node, "a number", "write \"format\": 1");
            return true;
        };
        match digits.parse::<u32>() {
            Ok(FORMAT) => true,
            Ok(newer) if newer > FORMAT => {
                self.error(
                    "unknown-version",
                    node.span.clone(),
                    format!("this bank is in format {newer}; this program reads format {FORMAT}"),
                    "update quizwright to read it",
                );
                false
            }
            _ => {
                self.error(
                    "unknown-version",
                    node.span.clone(),
                    format!("there is no format {digits}; this program reads format {FORMAT}"),
                    format!("write \"format\": {FORMAT}"),
                );
                false
            }
        }
    }

    fn item(&mut self, node: &Node) {
        let members = match &node.kind {
            Kind::Object(members) => members,
            Kind::Broken => return,
            _ => {
                self.wrong_type(
                    "item",
                    node,
                    "an object",
                    "write {\"stem\": ..., \"key\": ..., \"distractors\": [...]}",
                );
                return;
            }
        };
        let before = self.found.errors;
        let first = self.found.kept.len();
        let spans = spans(node, 0);
        let mut draft = Draft::default();
        let mut fields = self.fields(members, ITEM);
        // What is missing is looked for only if what is there could be read.
        if let Some(node) = fields.take("stem") {
            draft.stem = self.text("stem", node).unwrap_or_default();
        } else {
            let whole = spans.whole.clone();
            self.missing("stem", whole, "add \"stem\": the question");
        }
        if let Some(node) = fields.take("key") {
            draft.key = self.key(node);
        }
        if let Some(node) = fields.take("keys") {
            draft.keys = self.texts("keys", node);
        }
        if let Some(node) = fields.take("distractors") {
            draft.distractors = self.texts("distractors", node);
        }
        if let Some(node) = fields.take("accepted")
            && !matches!(node.kind, Kind::Null)
        {
            draft.accepted = Some(self.texts("accepted", node));
        }
        if let Some(node) = fields.take("category") {
            draft.category = self.optional_text("category", node);
        }
        if let Some(node) = fields.take("difficulty") {
            draft.difficulty = self.difficulty(node);
        }
        if let Some(node) = fields.take("explanation") {
            draft.explanation = self.optional_text("explanation", node);
        }
        if let Some(node) = fields.take("hint") {
            draft.hint = self.optional_text("hint", node);
        }
        if let Some(node) = fields.take("source") {
            draft.source = self.source(node);
        }
        if let Some(node) = fields.take("tags") {
            draft.tags = self.texts("tags", node);
        }
        self.unknown(&fields, ITEM);
        // What is there but could not be read is not missing or empty as well.
        let unread = |name: &str, is: fn(&Kind) -> bool| {
            let member = members.iter().find(|m| m.name == name);
            member.is_some_and(|m| !is(&m.value.kind) && !matches!(m.value.kind, Kind::Null))
        };
        let key_unread = unread("key", |kind| matches!(kind, Kind::Text(_) | Kind::Bool(_)))
            || unread("keys", |kind| matches!(kind, Kind::List(_)));
        let list_unread = unread("distractors", |kind| matches!(kind, Kind::List(_)));
        for fault in draft.faults() {
            let span = spans.of(fault.part());
            let known = match fault {
                Fault::Empty(Part::Stem) if !members.iter().any(|m| m.name == "stem") => true,
                Fault::Empty(_) => {
                    let mut found = self.found.kept.iter().skip(first);
                    found.any(|f| f.span == span)
                }
                Fault::NoKey => key_unread,
                Fault::NoDistractors => list_unread,
                _ => false,
            };
            if !known {
                let hint = fault.hint();
                self.error(rule_of(&fault), span, fault.to_string(), hint);
            }
        }
        if self.found.errors == before
            && let Ok(item) = Item::new(draft)
        {
            self.items.push(item);
            let start = u32::try_from(node.span.start);
            self.starts.push(start.unwrap_or(u32::MAX));
        }
    }

    fn key(&mut self, node: &Node) -> Option<KeyDraft> {
        match &node.kind {
            Kind::Bool(truth) => Some(KeyDraft::Truth(*truth)),
            Kind::Text(text) => Some(KeyDraft::Text(text.clone())),
            Kind::Null | Kind::Broken => None,
            Kind::List(_) => {
                self.wrong_type(
                    "key",
                    node,
                    "one text",
                    "several right answers go into \"keys\"",
                );
                None
            }
            _ => {
                self.wrong_type("key", node, "a text, true or false", "put it in quotes");
                None
            }
        }
    }

    fn difficulty(&mut self, node: &Node) -> Option<Difficulty> {
        let text = self.optional_text("difficulty", node)?;
        let level = Difficulty::ALL.into_iter().find(|d| d.as_str() == text);
        if level.is_none() {
            let lower = text.trim().to_lowercase();
            let names = Difficulty::ALL.map(Difficulty::as_str);
            let hint = match guess::closest(&lower, names) {
                Some(name) => format!("did you mean \"{name}\"?"),
                None => "write \"easy\", \"medium\" or \"hard\"".to_owned(),
            };
            self.error(
                "wrong-value",
                node.span.clone(),
                format!("there is no difficulty {text:?}"),
                hint,
            );
        }
        level
    }

    fn source(&mut self, node: &Node) -> Option<Source> {
        let members = match &node.kind {
            Kind::Object(members) => members,
            Kind::Null | Kind::Broken => return None,
            _ => {
                self.wrong_type(
                    "source",
                    node,
                    "an object",
                    "write {\"title\": \"...\", \"quote\": \"...\"}",
                );
                return None;
            }
        };
        let mut fields = self.fields(members, SOURCE);
        let mut source = Source::default();
        if let Some(node) = fields.take("title") {
            source.title = self.text("title", node).unwrap_or_default();
        }
        let mut text = |surveyor: &mut Self, name| {
            fields
                .take(name)
                .and_then(|node| surveyor.optional_text(name, node))
        };
        source.section = text(self, "section");
        source.quote = text(self, "quote");
        source.url = text(self, "url");
        self.unknown(&fields, SOURCE);
        Some(source)
    }

    /// Every field once; a second of the same name is a problem.
    fn fields<'a>(&mut self, members: &'a [Member], known: &[&str]) -> Fields<'a> {
        let mut fields: Vec<&Member> = Vec::with_capacity(members.len());
        let mut names = std::collections::BTreeSet::new();
        for member in members {
            if names.insert(member.name.as_str()) {
                fields.push(member);
            } else if known.contains(&member.name.as_str()) {
                self.error(
                    "duplicate-field",
                    member.name_span.clone(),
                    format!("the field `{}` stands here a second time", member.name),
                    "keep one of the two",
                );
            } else {
                self.warning(
                    "duplicate-field",
                    member.name_span.clone(),
                    format!("the field `{}` stands here a second time", member.name),
                    "give one of the two another name: only the last is kept on rewriting",
                );
            }
        }
        Fields { members: fields }
    }

    fn unknown(&mut self, fields: &Fields<'_>, known: &[&str]) {
        let mut length = 0;
        for (n, member) in fields.members.iter().enumerate() {
            length += member.value.span.len();
            if length > MAX_UNKNOWN || n >= MAX_UNKNOWN_FIELDS {
                self.error(
                    "too-long",
                    member.name_span.clone(),
                    "the fields here that this program does not know are more than 1000 or longer than 64 KiB",
                    "keep long notes in a file of their own",
                );
                return;
            }
            let name = member.name.as_str();
            if name.starts_with('_') {
                continue;
            }
            let hint = match (name, meant(name, known)) {
                ("id", _) => "delete it: the id of an item is derived from stem and key".to_owned(),
                (_, Some(meant)) => format!("did you mean `{meant}`?"),
                (_, None) => format!("a note of your own may be called `_{name}`"),
            };
            self.warning(
                "unknown-field",
                member.name_span.clone(),
                format!("there is no field `{name}` here"),
                hint,
            );
        }
    }

    fn missing(&mut self, name: &str, span: Range<usize>, hint: &str) {
        self.error(
            "missing-field",
            span,
            format!("the field `{name}` is missing"),
            hint,
        );
    }

    fn wrong_type(&mut self, name: &str, node: &Node, wanted: &str, hint: &str) {
        let hint = match (&node.kind, wanted) {
            (Kind::Number(digits), _) if hint.is_empty() => {
                format!("put it in quotes: \"{digits}\"")
            }
            _ if hint.is_empty() => format!("write {wanted}"),
            _ => hint.to_owned(),
        };
        self.error(
            "wrong-type",
            node.span.clone(),
            format!("`{name}` must be {wanted}, this is {}", node.kind.name()),
            hint,
        );
    }

    fn text(&mut self, name: &str, node: &Node) -> Option<String> {
        match &node.kind {
            Kind::Text(text) => Some(text.clone()),
            Kind::Broken => None,
            _ => {
                self.wrong_type(name, node, "a text", "");
                None
            }
        }
    }

    fn optional_text(&mut self, name: &str, node: &Node) -> Option<String> {
        match &node.kind {
            Kind::Null => None,
            _ => self.text(name, node),
        }
    }

    fn texts(&mut self, name: &str, node: &Node) -> Vec<String> {
        let list = match &node.kind {
            Kind::List(list) => list,
            Kind::Broken => return Vec::new(),
            _ => {
                self.wrong_type(name, node, "a list of texts", "write [\"...\", \"...\"]");
                return Vec::new();
            }
        };
        let mut texts = Vec::with_capacity(list.len());
        for (n, node) in list.iter().enumerate() {
            texts.push(match &node.kind {
                Kind::Text(text) => text.clone(),
                _ => self.text(&format!("{name}[{n}]"), node).unwrap_or_default(),
            });
        }
        texts
    }
}

/// The field that an unknown name stands for: a misspelling, or a word that
/// other programs use.
fn meant<'a>(name: &str, known: &[&'a str]) -> Option<&'a str> {
    let lower = name.to_lowercase();
    let other = match lower.as_str() {
        "question" | "prompt" | "q" => "stem",
        "answer" | "correct" | "correct_answer" | "solution" => "key",
        "answers" | "correct_answers" => "keys",
        "wrong" | "incorrect" | "incorrect_answers" | "options" | "choices" => "distractors",
        "topic" | "subject" => "category",
        "level" => "difficulty",
        "comment" | "note" => "explanation",
        "licence" => "license",
        "author" | "credits" => "attribution",
        "name" | "article" => "title",
        "questions" => "items",
        "lang" => "language",
        "version" => "format",
        "sentence" => "quote",
        "link" => "url",
        _ => "",
    };
    known
        .iter()
        .copied()
        .find(|k| *k == other)
        .or_else(|| guess::closest(name, known.iter().copied()))
}

fn rule_of(fault: &Fault) -> &'static str {
    match fault {
        Fault::Empty(_) => "empty",
        Fault::TooLong(_) => "too-long",
        Fault::NoKey => "no-key",
        Fault::TwoKinds => "two-kinds",
        Fault::OneOfSeveral => "one-of-several",
        Fault::NoDistractors => "no-distractors",
        Fault::TooManyDistractors(_) => "too-many-distractors",
        Fault::LongList(_) => "long-list",
        Fault::TruthWithDistractors => "truth-with-distractors",
        Fault::EntryWithDistractors => "entry-with-distractors",
        Fault::Duplicate(..) => "duplicate-option",
    }
}
