//! The parts of an item in one piece of memory: a bank may hold a hundred thousand
//! items, and a text of its own for every part would take many times the file.

use serde_json::{Map, Value};

use super::{Difficulty, Draft, KeyDraft, Source};

/// What a part of an item is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub(super) enum Tag {
    Stem,
    Key,
    True,
    False,
    Keys,
    Distractor,
    /// There is a list of accepted spellings, though it may be empty.
    Typed,
    Accepted,
    Category,
    Difficulty,
    Explanation,
    Hint,
    /// There is a source; its title may be empty.
    Source,
    Section,
    Quote,
    Url,
    /// The unknown fields of the source, as JSON.
    SourceExtra,
    Label,
    /// The unknown fields of the item, as JSON.
    Extra,
}

impl Tag {
    /// All tags, each at its own number.
    const ALL: [Self; 19] = [
        Self::Stem,
        Self::Key,
        Self::True,
        Self::False,
        Self::Keys,
        Self::Distractor,
        Self::Typed,
        Self::Accepted,
        Self::Category,
        Self::Difficulty,
        Self::Explanation,
        Self::Hint,
        Self::Source,
        Self::Section,
        Self::Quote,
        Self::Url,
        Self::SourceExtra,
        Self::Label,
        Self::Extra,
    ];
}

/// Parts one after another: tag, length (seven bits a byte, the lowest first), text.
#[derive(Clone, PartialEq, Eq)]
pub(super) struct Parts(Box<[u8]>);

impl Parts {
    /// The parts of a draft.
    pub(super) fn of(draft: Draft) -> Self {
        let mut to = Writer(Vec::with_capacity(256));
        to.put(Tag::Stem, &draft.stem);
        match draft.key {
            Some(KeyDraft::Text(key)) => to.put(Tag::Key, &key),
            Some(KeyDraft::Truth(true)) => to.put(Tag::True, ""),
            Some(KeyDraft::Truth(false)) => to.put(Tag::False, ""),
            None => {}
        }
        to.all(Tag::Keys, draft.keys);
        to.all(Tag::Distractor, draft.distractors);
        if let Some(accepted) = draft.accepted {
            to.put(Tag::Typed, "");
            to.all(Tag::Accepted, accepted);
        }
        to.all(Tag::Label, draft.tags);
        to.all(Tag::Category, draft.category);
        let level = draft.difficulty.map(|level| level.as_str().to_owned());
        to.all(Tag::Difficulty, level);
        to.all(Tag::Explanation, draft.explanation);
        to.all(Tag::Hint, draft.hint);
        if let Some(source) = draft.source {
            to.put(Tag::Source, &source.title);
            to.all(Tag::Section, source.section);
            to.all(Tag::Quote, source.quote);
            to.all(Tag::Url, source.url);
            to.all(Tag::SourceExtra, json(&source.extra));
        }
        to.all(Tag::Extra, json(&draft.extra));
        Self(to.0.into_boxed_slice())
    }

    /// The draft of these parts.
    pub(super) fn draft(&self) -> Draft {
        let mut draft = Draft::default();
        let fields = |json: &str| serde_json::from_str(json).unwrap_or_default();
        for (tag, text) in self.iter() {
            let owned = || text.to_owned();
            let source = &mut draft.source;
            match tag {
                Tag::Stem => draft.stem = owned(),
                Tag::Key => draft.key = Some(KeyDraft::Text(owned())),
                Tag::True => draft.key = Some(KeyDraft::Truth(true)),
                Tag::False => draft.key = Some(KeyDraft::Truth(false)),
                Tag::Keys => draft.keys.push(owned()),
                Tag::Distractor => draft.distractors.push(owned()),
                Tag::Typed => draft.accepted = Some(Vec::new()),
                Tag::Accepted => draft.accepted.get_or_insert_default().push(owned()),
                Tag::Category => draft.category = Some(owned()),
                Tag::Difficulty => draft.difficulty = Difficulty::named(text),
                Tag::Explanation => draft.explanation = Some(owned()),
                Tag::Hint => draft.hint = Some(owned()),
                Tag::Source => source.get_or_insert_default().title = owned(),
                Tag::Section => source.get_or_insert_default().section = Some(owned()),
                Tag::Quote => source.get_or_insert_default().quote = Some(owned()),
                Tag::Url => source.get_or_insert_default().url = Some(owned()),
                Tag::SourceExtra => source.get_or_insert_default().extra = fields(text),
                Tag::Label => draft.tags.push(owned()),
                Tag::Extra => draft.extra = fields(text),
            }
        }
        draft
    }

    /// The bytes that the parts take.
    pub(super) fn size(&self) -> usize {
        self.0.len()
    }

    /// The source among the parts.
    pub(super) fn source(&self) -> Option<Source> {
        self.first(Tag::Source)?;
        self.draft().source
    }

    /// The first part of a kind.
    pub(super) fn first(&self, wanted: Tag) -> Option<&str> {
        self.iter()
            .find(|(tag, _)| *tag == wanted)
            .map(|(_, text)| text)
    }

    /// All parts of a kind, in order.
    pub(super) fn all(&self, wanted: Tag) -> Vec<&str> {
        self.iter()
            .filter(|(tag, _)| *tag == wanted)
            .map(|(_, text)| text)
            .collect()
    }

    /// All parts in order.
    pub(super) fn iter(&self) -> impl Iterator<Item = (Tag, &str)> {
        let mut rest: &[u8] = &self.0;
        std::iter::from_fn(move || {
            let (&tag, mut behind) = rest.split_first()?;
            let (mut length, mut shift) = (0, 0);
            loop {
                let (&byte, after) = behind.split_first()?;
                behind = after;
                length |= usize::from(byte & 0x7F) << shift;
                shift += 7;
                if byte & 0x80 == 0 {
                    break;
                }
            }
            let (text, after) = behind.split_at_checked(length)?;
            rest = after;
            Some((
                *Tag::ALL.get(usize::from(tag))?,
                std::str::from_utf8(text).ok()?,
            ))
        })
    }
}

/// Unknown fields as JSON, if there are any. What came from JSON can be written
/// as JSON.
fn json(fields: &Map<String, Value>) -> Option<String> {
    (!fields.is_empty()).then(|| serde_json::to_string(fields).unwrap_or_default())
}

struct Writer(Vec<u8>);

impl Writer {
    fn put(&mut self, tag: Tag, text: &str) {
        self.0.push(tag as u8);
        let mut length = text.len();
        while length >= 0x80 {
            self.0.push(low_bits(length) | 0x80);
            length >>= 7;
        }
        self.0.push(low_bits(length));
        self.0.extend_from_slice(text.as_bytes());
    }

    fn all(&mut self, tag: Tag, texts: impl IntoIterator<Item = String>) {
        for text in texts {
            self.put(tag, &text);
        }
    }
}

/// The lowest seven bits.
fn low_bits(length: usize) -> u8 {
    u8::try_from(length & 0x7F).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_tag_stands_at_its_own_number() {
        for (n, tag) in Tag::ALL.into_iter().enumerate() {
            assert_eq!(tag as usize, n);
        }
    }

    #[test]
    fn a_draft_comes_back_whole() {
        let full = r#"{"stem": "S", "key": "k", "distractors": ["d", ""], "category": "c", "difficulty": "hard",
            "explanation": "", "hint": "h", "source": {"title": "", "section": "s", "quote": "q", "url": "u", "_x": [1]},
            "tags": ["t", "u"], "_note": {"a": null}}"#;
        let long = "é".repeat(20_000);
        for draft in [
            serde_json::from_str(full).unwrap(),
            Draft {
                key: Some(KeyDraft::Truth(false)),
                accepted: Some(Vec::new()),
                ..Draft::default()
            },
            Draft {
                stem: long.clone(),
                keys: vec!["a".to_owned(), long],
                accepted: Some(vec!["b".to_owned()]),
                source: Some(Source::default()),
                ..Draft::default()
            },
        ] {
            assert_eq!(Parts::of(draft.clone()).draft(), draft);
        }
    }
}
