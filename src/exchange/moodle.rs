//! Moodle XML.

use quick_xml::Reader;
use quick_xml::escape::escape;
use quick_xml::events::Event;

use std::fmt::Write as _;

use super::{Carries, Format, Reading, Refusal, html, tidy};
use crate::article::entity;
use crate::bank::Bank;
use crate::item::{Draft, Interaction, Item, KeyDraft};

/// Moodle's complete exchange format.
pub(super) struct MoodleXml;

impl Format for MoodleXml {
    fn name(&self) -> &'static str {
        "moodle-xml"
    }

    fn title(&self) -> &'static str {
        "Moodle XML"
    }

    fn carries(&self) -> Carries {
        Carries {
            difficulty: false,
            source: false,
            about: false,
            ..Carries::ALL
        }
    }

    fn is_likely(&self, text: &str, _ending: &str) -> bool {
        let start = text.trim_start();
        start.starts_with('<') && start.contains("<quiz") && start.contains("<question")
    }

    fn read(&self, text: &str, reading: &mut Reading) -> Result<(), Refusal> {
        let lines = crate::bank::Lines::of(text);
        let line_of = |offset: usize| lines.line(offset);
        let mut reader = Reader::from_str(text);
        let mut stack: Vec<Element> = Vec::new();
        loop {
            let before = usize::try_from(reader.buffer_position()).unwrap_or(usize::MAX);
            match reader.read_event() {
                Ok(Event::Start(start)) => {
                    if stack.len() >= DEEPEST {
                        return Err(refusal(
                            line_of(before),
                            "the elements are nested too deeply",
                        ));
                    }
                    stack.push(Element::of(&start, line_of(before)));
                }
                Ok(Event::Empty(start)) => {
                    close(Element::of(&start, line_of(before)), &mut stack, reading);
                }
                Ok(Event::End(_)) => {
                    if let Some(element) = stack.pop() {
                        close(element, &mut stack, reading);
                    }
                }
                Ok(Event::Text(piece)) => {
                    if let Some(element) = stack.last_mut() {
                        element.text.push_str(&piece);
                    }
                }
                Ok(Event::GeneralRef(name)) => {
                    if let Some(element) = stack.last_mut() {
                        element
                            .text
                            .push_str(&entity::unescape(&format!("&{};", &*name)));
                    }
                }
                Ok(Event::CData(piece)) => {
                    if let Some(element) = stack.last_mut() {
                        element.text.push_str(&piece);
                    }
                }
                Ok(Event::Eof) => break,
                Ok(_) => {}
                Err(error) => {
                    let line = line_of(usize::try_from(reader.error_position()).unwrap_or(before));
                    return Err(refusal(line, &error.to_string()));
                }
            }
        }
        Ok(())
    }

    fn write(&self, bank: &Bank) -> String {
        let mut out = String::from("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<quiz>\n");
        let mut category = None;
        for item in &bank.items {
            if item.category() != category {
                category = item.category();
                let path = category.unwrap_or_default().replace('/', "//");
                out.push_str("  <question type=\"category\">\n    <category>\n      <text>");
                out.push_str(&xml(&path));
                out.push_str("</text>\n    </category>\n  </question>\n");
            }
            write_item(item, &mut out);
        }
        out.push_str("</quiz>\n");
        out
    }
}

/// The innermost category of a path as Moodle writes it: `$course$/top/a/b`. A
/// slash in a name is doubled.
pub(super) fn category(path: &str) -> Option<String> {
    let mut names = vec![String::new()];
    let mut letters = path.trim().chars().peekable();
    while let Some(letter) = letters.next() {
        if letter == '/' && letters.next_if_eq(&'/').is_none() {
            names.push(String::new());
        } else if let Some(name) = names.last_mut() {
            name.push(letter);
        }
    }
    let inside = names.len() > 1;
    let name = tidy::line(&names.pop().unwrap_or_default());
    Some(name).filter(|name| !(name.is_empty() || inside && name == "top"))
}

/// A question's element has no more parts; what is beyond is passed over.
const MOST_PARTS: usize = 1000;

/// No file of Moodle's is nested deeper.
const DEEPEST: usize = 64;

fn refusal(line: usize, message: &str) -> Refusal {
    Refusal {
        line,
        column: 1,
        message: format!("this is not XML as it should be: {message}"),
        hint: "export the questions from Moodle again".to_owned(),
    }
}

/// An element with what is needed of it.
#[derive(Debug)]
struct Element {
    name: String,
    line: usize,
    attributes: Vec<(String, String)>,
    text: String,
    children: Vec<Element>,
}

impl Element {
    fn of(start: &quick_xml::events::BytesStart<'_>, line: usize) -> Self {
        Self {
            name: start.name().as_ref().to_owned(),
            line,
            attributes: start
                .attributes()
                .flatten()
                .take(16)
                .map(|a| (a.key.as_ref().to_owned(), a.value.into_owned()))
                .collect(),
            text: String::new(),
            children: Vec::new(),
        }
    }

    fn attribute(&self, name: &str) -> &str {
        let found = self.attributes.iter().find(|(n, _)| n == name);
        found.map_or("", |(_, value)| value.as_str())
    }

    fn child(&self, name: &str) -> Option<&Self> {
        self.children.iter().find(|child| child.name == name)
    }

    fn children<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a Self> {
        self.children.iter().filter(move |child| child.name == name)
    }

    /// The text of its `<text>`, without HTML.
    fn words(&self, media: &mut bool) -> String {
        let raw = self.child("text").map_or("", |text| text.text.as_str());
        let words = match self.attribute("format") {
            "plain_text" | "markdown" => raw.to_owned(),
            _ => {
                let (words, has_media) = html::text(raw);
                *media |= has_media;
                words
            }
        };
        *media |= self.child("file").is_some();
        tidy::text(&words)
    }
}

/// An element is complete: a question is read, anything else is kept for it.
fn close(element: Element, stack: &mut [Element], reading: &mut Reading) {
    if element.name == "question" {
        question(&element, reading);
    } else if let Some(parent) = stack.last_mut()
        // What is not in a question is not needed.
        && parent.name != "quiz"
        && parent.children.len() < MOST_PARTS
    {
        parent.children.push(element);
    }
}

fn question(question: &Element, reading: &mut Reading) {
    let line = question.line;
    let mut media = false;
    let words = |name: &str, media: &mut bool| {
        let words = question.child(name).map(|child| child.words(media));
        words.filter(|words| !words.is_empty())
    };
    let kind = question.attribute("type");
    if kind == "category" {
        // A path is no HTML.
        let path = question.child("category").and_then(|c| c.child("text"));
        let path = path.map_or("", |text| text.text.as_str());
        reading.category = category(path);
        return;
    }
    let mut draft = Draft {
        stem: words("questiontext", &mut media).unwrap_or_default(),
        explanation: words("generalfeedback", &mut media),
        hint: words("hint", &mut media),
        ..Draft::default()
    };
    if let Some(tags) = question.child("tags") {
        draft.tags = tags
            .children("tag")
            .map(|tag| tag.words(&mut media))
            .collect();
    }
    let mut answers: Vec<(f64, String)> = Vec::new();
    for answer in question.children("answer") {
        let weight = answer.attribute("fraction").trim().parse().unwrap_or(0.0);
        answers.push((weight, answer.words(&mut media)));
    }
    let feedback = question
        .children("answer")
        .filter_map(|answer| answer.child("feedback"))
        .any(|feedback| !feedback.words(&mut media).is_empty());
    let half = answers
        .iter()
        .any(|(weight, _)| *weight > 0.0 && *weight < 100.0);
    let full = |answers: &[(f64, String)]| {
        let full = answers.iter().filter(|(weight, _)| *weight >= 100.0);
        full.map(|(_, text)| text.clone()).collect::<Vec<_>>()
    };
    let mut left_out_half = half;
    match kind {
        "truefalse" => {
            let right = full(&answers);
            match right.first().map(|text| text.to_lowercase()).as_deref() {
                Some("true") => draft.key = Some(KeyDraft::Truth(true)),
                Some("false") => draft.key = Some(KeyDraft::Truth(false)),
                _ => {
                    reading.skip(line, "the question has no right answer");
                    return;
                }
            }
        }
        "multichoice" => {
            let single = full(&answers);
            let mut right = single;
            if right.is_empty() {
                left_out_half = false;
                let part = answers.iter().filter(|(weight, _)| *weight > 0.0);
                right = part.map(|(_, text)| text.clone()).collect();
            }
            let wrong = answers.iter().filter(|(weight, _)| *weight <= 0.0);
            draft.distractors = wrong.map(|(_, text)| text.clone()).collect();
            match right.len() {
                0 => {
                    reading.skip(line, "the question has no right answer");
                    return;
                }
                1 => draft.key = right.pop().map(KeyDraft::Text),
                _ => draft.keys = right,
            }
        }
        "shortanswer" => {
            let mut right = full(&answers).into_iter();
            let Some(key) = right.next() else {
                reading.skip(line, "the question has no right answer");
                return;
            };
            draft.key = Some(KeyDraft::Text(key));
            draft.accepted = Some(right.collect());
        }
        other => {
            let about = super::reading::short(&draft.stem);
            reading.skip(
                line,
                format!("a question of type {other} has no counterpart here: {about}"),
            );
            return;
        }
    }
    for (told, message) in [
        (media, "a picture or sound was left out"),
        (feedback, "the feedback to single answers was left out"),
        (
            left_out_half,
            "answers that are only partly right were left out",
        ),
    ] {
        if told {
            reading.changed(line, message);
        }
    }
    reading.add(line, draft);
}

fn xml(text: &str) -> String {
    escape(text).into_owned()
}

fn write_item(item: &Item, out: &mut String) {
    let (kind, right, wrong) = match item.interaction() {
        Interaction::TrueFalse { key: true } => ("truefalse", vec!["true"], vec!["false"]),
        Interaction::TrueFalse { key: false } => ("truefalse", vec!["false"], vec!["true"]),
        Interaction::Choice { key, distractors } => ("multichoice", vec![key], distractors),
        Interaction::Entry { key, accepted } => {
            let right = std::iter::once(key).chain(accepted).collect();
            ("shortanswer", right, Vec::new())
        }
        Interaction::Several { keys, distractors } => ("multichoice", keys, distractors),
    };
    let single = !matches!(item.interaction(), Interaction::Several { .. });
    let (full, none) = if single {
        ("100".to_owned(), "0")
    } else {
        let share = 100.0 / f64::from(u32::try_from(right.len()).unwrap_or(u32::MAX));
        (format!("{share:.5}"), "-100")
    };
    let _ = writeln!(out, "  <question type=\"{kind}\">");
    text("name", &super::reading::short(item.stem()), out);
    text("questiontext format=\"plain_text\"", item.stem(), out);
    for (head, words) in [
        ("generalfeedback format=\"plain_text\"", item.explanation()),
        ("hint format=\"plain_text\"", item.hint()),
    ] {
        if let Some(words) = words {
            text(head, words, out);
        }
    }
    if kind == "multichoice" {
        let _ = writeln!(out, "    <single>{single}</single>");
    }
    for (weight, answers) in [(full.as_str(), right), (none, wrong)] {
        let head = format!("answer fraction=\"{weight}\" format=\"plain_text\"");
        for words in answers {
            text(&head, words, out);
        }
    }
    if !item.tags().is_empty() {
        out.push_str("    <tags>\n");
        for tag in item.tags() {
            text("tag format=\"plain_text\"", tag, out);
        }
        out.push_str("    </tags>\n");
    }
    out.push_str("  </question>\n");
}

/// An element that holds a text.
fn text(head: &str, words: &str, out: &mut String) {
    let name = head.split(' ').next().unwrap_or_default();
    let _ = writeln!(out, "    <{head}><text>{}</text></{name}>", xml(words));
}
