//! Markdown: `# Title`, `## Section`, lists, emphasis as marks.

use pulldown_cmark::{Event, HeadingLevel, Options, Parser, Tag, TagEnd};

use super::inline::{GAP, Inline};
use super::{BlockKind, Builder, MarkKind, Notice, shape, tidy};

/// Reads Markdown. Tables are left out with a notice; code blocks, footnotes,
/// images and raw HTML silently.
pub(super) fn read(input: &str) -> (Builder, Vec<Notice>) {
    let mut reader = Reader {
        input,
        builder: Builder::new(""),
        notices: Vec::new(),
        open: Inline::default(),
        marks: Vec::new(),
        hidden: 0,
        lists: 0,
        quotes: 0,
        kind: BlockKind::Paragraph,
        lead: true,
    };
    let options = Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_YAML_STYLE_METADATA_BLOCKS
        | Options::ENABLE_PLUSES_DELIMITED_METADATA_BLOCKS
        | Options::ENABLE_MATH;
    for (event, range) in Parser::new_ext(input, options).into_offset_iter() {
        reader.event(event, range.start);
    }
    reader.flush();
    (reader.builder, reader.notices)
}

struct Reader<'a> {
    input: &'a str,
    builder: Builder,
    notices: Vec<Notice>,
    open: Inline,
    /// Where marks that are not closed yet began.
    marks: Vec<(usize, MarkKind)>,
    /// Depth in what is left out.
    hidden: usize,
    lists: usize,
    quotes: usize,
    kind: BlockKind,
    /// No prose was read yet: `- Key: value` is the infobox.
    lead: bool,
}

impl Reader<'_> {
    fn event(&mut self, event: Event<'_>, at: usize) {
        match event {
            Event::Start(tag) => self.start(&tag, at),
            Event::End(tag) => self.end(tag),
            _ if self.hidden > 0 => {}
            Event::Text(text) | Event::Code(text) => self.open.text.push_str(&text),
            Event::InlineMath(_) | Event::DisplayMath(_) => self.open.text.push(GAP),
            Event::InlineHtml(tag) if tag.starts_with("<br") => self.open.text.push(' '),
            Event::SoftBreak | Event::HardBreak => self.open.text.push(' '),
            Event::Rule => self.flush(),
            Event::Html(_)
            | Event::InlineHtml(_)
            | Event::FootnoteReference(_)
            | Event::TaskListMarker(_) => {}
        }
    }

    fn start(&mut self, tag: &Tag<'_>, at: usize) {
        match tag {
            Tag::Table(_) => {
                self.flush();
                self.hidden += 1;
                if self.notices.len() < 100 {
                    let line = self.input.get(..at).unwrap_or("").matches('\n').count() + 1;
                    self.notices.push(Notice {
                        line,
                        message: "a table was left out".to_owned(),
                    });
                }
            }
            Tag::CodeBlock(_) | Tag::HtmlBlock | Tag::FootnoteDefinition(_) => {
                self.flush();
                self.hidden += 1;
            }
            Tag::MetadataBlock(_) | Tag::Image { .. } => self.hidden += 1,
            Tag::Heading { .. } | Tag::Paragraph => self.flush_prose(),
            Tag::List(_) => {
                self.flush();
                self.lists += 1;
            }
            Tag::Item => {
                self.flush();
                self.kind = BlockKind::ListEntry;
            }
            Tag::BlockQuote(_) => {
                self.flush();
                self.quotes += 1;
            }
            Tag::Emphasis => self.mark(MarkKind::Italic),
            Tag::Strong => self.mark(MarkKind::Bold),
            Tag::Link { .. } => self.mark(MarkKind::Link),
            _ => {}
        }
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Table
            | TagEnd::CodeBlock
            | TagEnd::HtmlBlock
            | TagEnd::FootnoteDefinition
            | TagEnd::MetadataBlock(_)
            | TagEnd::Image => self.hidden = self.hidden.saturating_sub(1),
            TagEnd::Heading(level) => self.heading(level),
            TagEnd::Paragraph | TagEnd::Item => self.flush(),
            TagEnd::List(_) => {
                self.flush();
                self.lists = self.lists.saturating_sub(1);
            }
            TagEnd::BlockQuote(_) => {
                self.flush();
                self.quotes = self.quotes.saturating_sub(1);
            }
            TagEnd::Emphasis | TagEnd::Strong | TagEnd::Link => {
                if let Some((start, kind)) = self.marks.pop() {
                    self.open.mark_from(start, kind);
                }
            }
            _ => {}
        }
    }

    fn mark(&mut self, kind: MarkKind) {
        self.marks.push((self.open.text.len(), kind));
    }

    fn heading(&mut self, level: HeadingLevel) {
        self.marks.clear();
        let open = std::mem::take(&mut self.open);
        let text = tidy::tidy_text(&open.text);
        match level {
            _ if text.is_empty() => {}
            HeadingLevel::H1 if !self.builder.has_title() => self.builder.title(&text),
            level => {
                self.lead = false;
                self.builder.heading((level as usize - 1).max(1), &text);
            }
        }
    }

    /// A paragraph within a list entry belongs to it.
    fn flush_prose(&mut self) {
        self.flush();
        if self.lists == 0 {
            self.kind = BlockKind::Paragraph;
        }
    }

    fn flush(&mut self) {
        self.marks.clear();
        let open = std::mem::take(&mut self.open);
        if open.text.trim().is_empty() {
            return;
        }
        if self.kind == BlockKind::ListEntry
            && self.lead
            && self.quotes == 0
            && let Some((key, value)) = field(&open.text)
        {
            let value = tidy::strip(Inline::plain(value)).text;
            self.builder.field(&tidy::tidy_text(key), &value);
            return;
        }
        if self.lead && self.quotes == 0 && self.builder.has_title() && is_caption(&open.text) {
            return;
        }
        self.lead = false;
        let open = if self.quotes > 0 { open.quoted() } else { open };
        let kind = if self.lists > 0 {
            self.kind
        } else {
            BlockKind::Paragraph
        };
        self.builder.passage(kind, open);
    }
}

/// The line above the infobox repeats the name of its subject.
fn is_caption(text: &str) -> bool {
    shape::words(text) <= 8 && !shape::ends_sentence(text) && !text.trim_end().ends_with(':')
}

/// A list entry before the first paragraph that is a line of an infobox.
fn field(text: &str) -> Option<(&str, &str)> {
    let (key, value) = text.split_once(':')?;
    let short = key.len() < 60 && key.split_whitespace().count() <= 5;
    (short && value.starts_with(' ')).then_some((key, value))
}

#[cfg(test)]
mod tests {
    use super::super::{Article, BlockKind, Layout, MarkKind, read_named};

    fn read(text: &str) -> Article {
        read_named(text, "", Some(Layout::Markdown)).0
    }

    #[test]
    fn title_sections_and_wrapped_paragraphs_are_read() {
        let article = read(
            "---\nlang: en\n---\n# Ada Reed\n\nAda Reed\n\n- **Born:** 1901 (Hull)\n- **Jobs:** pilot , baker\n\n\
             Ada Reed was\na *pilot*.\n\n## Life\n\n### School\n\n1. One\n2. Two\n   more\n\n\
             > Fly on.\n\n## References\n\n- Reed 1901\n",
        );
        assert_eq!(article.title, "Ada Reed");
        let keys: Vec<_> = article.fields.iter().map(|f| f.key.as_str()).collect();
        assert_eq!(keys, ["Born", "Jobs"]);
        let lines: Vec<_> = article.text.lines().skip(2).collect();
        assert_eq!(
            lines,
            ["Ada Reed was a pilot.", "One", "Two more", "“Fly on.”"]
        );
        let entries = article.sections.iter().flat_map(|s| &s.blocks);
        assert_eq!(
            entries.filter(|b| b.kind == BlockKind::ListEntry).count(),
            2
        );
    }

    #[test]
    fn marks_are_kept() {
        let article = read("# T\n\nThe *Gull* of [Hull](http://h.example) was **big**.");
        let marks: Vec<_> = article
            .marks
            .iter()
            .map(|m| (m.span.of(&article.text), m.kind))
            .collect();
        assert_eq!(
            marks,
            [
                ("Gull", MarkKind::Italic),
                ("Hull", MarkKind::Link),
                ("big", MarkKind::Bold)
            ]
        );
    }

    #[test]
    fn footnotes_code_and_tables_are_left_out() {
        let (article, notices) = read_named(
            "# T\n\nIt sank.[^1] See `x`.\n\n    code\n\n```\ncode\n```\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n\
             ![alt](i.png)\n\n<div>raw</div>\n\n[^1]: A note.\n",
            "",
            Some(Layout::Markdown),
        );
        assert_eq!(article.text, "It sank. See x.\n");
        assert_eq!(notices.iter().map(|n| n.line).collect::<Vec<_>>(), [11]);
    }
}
