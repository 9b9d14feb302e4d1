//! Putting an article together, whatever its layout.

use super::inline::Inline;
use super::{Article, Block, BlockKind, Field, FieldValue, Mark, MarkKind, Section};
use super::{apparatus, tidy, title};
use crate::text::Span;

/// Puts an [`Article`] together; every reader ends here.
///
/// Sections of references and links (`See also`, `Notes`, ...) are left out
/// here, with all that stands under them, whatever the layout.
#[derive(Debug, Default)]
pub struct Builder {
    article: Article,
    /// The text did not state the title; it was found by its form.
    guessed: bool,
    /// The level of the heading under which nothing is taken.
    muted: Option<usize>,
}

impl Builder {
    /// An article with this title; a qualifier in closing parentheses is cut off.
    pub fn new(title: &str) -> Self {
        let mut builder = Self::default();
        builder.title(title);
        builder.article.sections.push(Section::default());
        builder
    }

    /// Sets the title.
    pub fn title(&mut self, title: &str) {
        let title = title.trim();
        let cut = title.strip_suffix(')').and_then(|t| t.rsplit_once(" ("));
        let (name, qualifier) = match cut {
            Some((name, qualifier)) if !name.is_empty() && !qualifier.contains('(') => {
                (name, Some(qualifier.to_owned()))
            }
            _ => (title, None),
        };
        name.clone_into(&mut self.article.title);
        self.article.qualifier = qualifier;
        self.guessed = false;
    }

    /// Sets a title that the text does not state as such; a title that the
    /// caller knows goes before it.
    pub fn guess_title(&mut self, title: &str) {
        self.title(title);
        self.guessed = true;
    }

    /// Whether a title is set.
    pub fn has_title(&self) -> bool {
        !self.article.title.is_empty()
    }

    /// Adds an infobox line and cuts its values apart: at ` , ` outside of
    /// parentheses; at `, ` where every value has its own qualifier, or behind
    /// a qualifier where there are several.
    pub fn field(&mut self, key: &str, value: &str) {
        let (key, value) = (key.trim(), value.trim());
        if key.is_empty() || value.is_empty() || tidy::is_broken(value) {
            return;
        }
        let line = self.line(&format!("{key}: {value}"));
        let text = line.of(&self.article.text);
        let start = line.start + text.len() - value.len();
        let mut parts = split_outside(value, " , ");
        let finer = split_outside(value, ", ");
        let qualified = |p: &&Span| p.of(value).trim_end().ends_with(')');
        if parts.len() == 1 && finer.len() > 1 && finer.iter().all(|p| qualified(&p)) {
            parts = finer;
        } else if finer.iter().filter(qualified).count() > 1 {
            parts = parts
                .into_iter()
                .flat_map(|p| behind_groups(value, p))
                .collect();
        }
        let values = parts
            .into_iter()
            .filter_map(|part| {
                field_value(
                    &self.article.text,
                    Span::new(part.start + start, part.end + start),
                )
            })
            .fold(Vec::new(), glue_loose_qualifier);
        self.article.fields.push(Field {
            key: key.to_owned(),
            line,
            values,
        });
    }

    /// Opens a section; `level` counts from 1 (the outermost).
    pub fn heading(&mut self, level: usize, heading: &str) {
        if self.muted.is_some_and(|muted| level > muted) {
            return;
        }
        self.muted = apparatus::is_heading(heading).then_some(level);
        if self.muted.is_some() {
            return;
        }
        let mut path = self
            .article
            .sections
            .last()
            .map(|s| s.path.clone())
            .unwrap_or_default();
        path.truncate(level.saturating_sub(1));
        path.push(heading.trim().to_owned());
        self.article.sections.push(Section {
            path,
            blocks: Vec::new(),
        });
    }

    /// Whether text is left out at present.
    pub fn is_muted(&self) -> bool {
        self.muted.is_some()
    }

    /// Adds a passage of prose after cleaning it, unless it is a reference.
    pub(super) fn passage(&mut self, kind: BlockKind, passage: Inline) {
        if self.muted.is_some() || apparatus::is_line(&passage.text) {
            return;
        }
        let passage = tidy::tidy(passage);
        if passage.text.chars().any(char::is_alphanumeric) && !tidy::is_broken(&passage.text) {
            self.block(kind, &passage.text, &passage.marks);
        }
    }

    /// Adds a paragraph or a list entry to the open section. Marks are given
    /// in bytes from the start of `text`.
    pub fn block(&mut self, kind: BlockKind, text: &str, marks: &[(Span, MarkKind)]) {
        let lead = text.len() - text.trim_start().len();
        let text = text.trim();
        if text.is_empty() || self.muted.is_some() {
            return;
        }
        let span = self.line(text);
        for (mark, kind) in marks {
            let (Some(start), Some(end)) =
                (mark.start.checked_sub(lead), mark.end.checked_sub(lead))
            else {
                continue;
            };
            if end <= text.len() && (start < end || *kind == MarkKind::Gap) {
                let span = Span {
                    start: span.start + start,
                    end: span.start + end,
                };
                self.article.marks.push(Mark { span, kind: *kind });
            }
        }
        if let Some(section) = self.article.sections.last_mut() {
            section.blocks.push(Block { kind, span });
        }
    }

    /// The article under the name its caller knows it by, such as that of its
    /// file: it counts where the text does not state its title.
    pub fn finish_named(mut self, name: &str) -> Article {
        if !self.has_title() || self.guessed {
            let lead: String = self.article.text.chars().take(4000).collect();
            let named = title::from_name(name, &self.article.title, &lead);
            if !named.is_empty() {
                self.title(&named);
            }
        }
        self.finish()
    }

    /// The article; sections without text are left out. A text without a title
    /// gets the subject of its first sentence.
    pub fn finish(mut self) -> Article {
        if !self.has_title() {
            let first = self.article.sections.iter().flat_map(|s| &s.blocks).next();
            let subject = first.and_then(|b| title::subject(b.span.of(&self.article.text)));
            if let Some(subject) = subject.map(str::to_owned) {
                self.title(&subject);
            }
        }
        self.article
            .sections
            .retain(|s| s.path.is_empty() || !s.blocks.is_empty());
        let life = super::life::fields(&self.article);
        self.article.fields.extend(life);
        self.article
    }

    fn line(&mut self, text: &str) -> Span {
        let start = self.article.text.len();
        self.article.text.push_str(text);
        let end = self.article.text.len();
        self.article.text.push('\n');
        Span { start, end }
    }
}

/// The parts of `text` between separators that stand outside of parentheses.
fn split_outside(text: &str, separator: &str) -> Vec<Span> {
    let mut parts = Vec::new();
    let (mut depth, mut start, mut skip) = (0_usize, 0, 0);
    for (at, c) in text.char_indices() {
        match c {
            '(' => depth += 1,
            ')' => depth = depth.saturating_sub(1),
            _ => {}
        }
        if at >= skip && depth == 0 && text.get(at..).is_some_and(|t| t.starts_with(separator)) {
            parts.push(Span { start, end: at });
            start = at + separator.len();
            skip = start;
        }
    }
    parts.push(Span {
        start,
        end: text.len(),
    });
    parts
}

/// The pieces of a span between commas that stand right behind parentheses.
fn behind_groups(value: &str, span: Span) -> Vec<Span> {
    let mut pieces: Vec<Span> = Vec::new();
    for piece in split_outside(span.of(value), ", ") {
        let piece = Span::new(piece.start + span.start, piece.end + span.start);
        match pieces.last_mut() {
            Some(last) if !last.of(value).ends_with(')') => *last = last.to(piece),
            _ => pieces.push(piece),
        }
    }
    pieces
}

/// The span without white space at its ends.
fn trimmed(span: Span, text: &str) -> Span {
    let inside = span.of(text);
    let start = span.start + inside.len() - inside.trim_start().len();
    Span::new(start, start + inside.trim().len())
}

/// A value with its trailing parenthesis cut off as qualifier.
fn field_value(text: &str, span: Span) -> Option<FieldValue> {
    let span = trimmed(span, text);
    let value = span.of(text);
    if value.is_empty() {
        return None;
    }
    let open = value.ends_with(')').then(|| value.find('(')).flatten();
    let (Some(open), Some(last)) = (open, last_group(value)) else {
        return Some(FieldValue {
            text: span,
            qualifier: None,
        });
    };
    let name = trimmed(Span::new(span.start, span.start + open), text);
    let qualifier = trimmed(Span::new(span.start + last + 1, span.end - 1), text);
    Some(FieldValue {
        text: name,
        qualifier: (!qualifier.is_empty()).then_some(qualifier),
    })
}

/// Where the parenthesis opens that ends the value.
fn last_group(value: &str) -> Option<usize> {
    let mut depth = 0_usize;
    for (at, b) in value.bytes().enumerate().rev() {
        match b {
            b')' => depth += 1,
            b'(' => {
                depth = depth.checked_sub(1)?;
                if depth == 0 {
                    return Some(at);
                }
            }
            _ => {}
        }
    }
    None
}

/// A value that is nothing but a parenthesis qualifies the value before it.
fn glue_loose_qualifier(mut values: Vec<FieldValue>, value: FieldValue) -> Vec<FieldValue> {
    match values.last_mut() {
        Some(last) if value.text.is_empty() && last.qualifier.is_none() => {
            last.qualifier = value.qualifier;
        }
        _ if value.text.is_empty() => {}
        _ => values.push(value),
    }
    values
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(value: &str, expect: &[(&str, Option<&str>)]) {
        let mut builder = Builder::new("T");
        builder.field("Key", value);
        let article = builder.finish();
        let got: Vec<_> = article
            .fields
            .iter()
            .flat_map(|f| &f.values)
            .map(|v| {
                (
                    v.text.of(&article.text),
                    v.qualifier.map(|q| q.of(&article.text)),
                )
            })
            .collect();
        assert_eq!(got, expect, "{value}");
    }

    #[test]
    fn values_are_cut_at_spaced_commas_outside_of_parentheses() {
        check(
            "Ada , Ben (a , b) , Cy",
            &[("Ada", None), ("Ben", Some("a , b")), ("Cy", None)],
        );
        check(
            "Bergen, Norway , Oslo",
            &[("Bergen, Norway", None), ("Oslo", None)],
        );
    }

    #[test]
    fn plain_commas_part_values_only_where_each_has_a_qualifier() {
        check(
            "Ada (aunt), Ben (uncle)",
            &[("Ada", Some("aunt")), ("Ben", Some("uncle"))],
        );
        check("Ada, Countess", &[("Ada, Countess", None)]);
        check(
            "Ada (aunt) , Ben (uncle), Hull, East , Cy (son)",
            &[
                ("Ada", Some("aunt")),
                ("Ben", Some("uncle")),
                ("Hull, East", None),
                ("Cy", Some("son")),
            ],
        );
        check("Ada (aunt), Hull", &[("Ada (aunt), Hull", None)]);
    }

    #[test]
    fn the_last_parenthesis_is_the_qualifier() {
        check("Ada (a (b) c)", &[("Ada", Some("a (b) c"))]);
        check("Ada (Hull) (1901)", &[("Ada", Some("1901"))]);
        check("Ada) (b))", &[("Ada) (b))", None)]);
    }

    #[test]
    fn a_loose_parenthesis_qualifies_the_value_before() {
        check("Tim , (British)", &[("Tim", Some("British"))]);
    }

    #[test]
    fn the_qualifier_of_a_title_is_cut_off() {
        let article = Builder::new("Mercury (planet)").finish();
        assert_eq!(
            (article.title.as_str(), article.qualifier.as_deref()),
            ("Mercury", Some("planet"))
        );
    }
}
