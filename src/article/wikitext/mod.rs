//! The source of a wiki page.
//!
//! `strip` takes out what is no text, `pairs` finds which brackets belong
//! together, this module goes through the lines, `render` turns a passage into
//! text with marks and `template` and `infobox` know the templates. Every step
//! takes time in proportion to the length, and nesting is followed down to a
//! fixed depth.

mod convert;
mod date;
mod infobox;
mod pairs;
mod render;
mod strip;
mod template;
mod unit;

use super::inline::Inline;
use super::{BlockKind, Builder, MarkKind, Notice, seed, tidy};
use crate::text::Span;
use infobox::Names;
use render::{DEPTH, Mode, Page};

/// More notices than this are of no use.
const NOTICES: usize = 100;

/// Reads the source of a wiki page.
pub(super) fn read(input: &str) -> (Builder, Vec<Notice>) {
    let stripped = strip::strip(input);
    let page = Page::new(&stripped.text);
    let mut reader = Reader {
        page: &page,
        builder: Builder::new(""),
        notices: Vec::new(),
        names: Names::default(),
        open: Inline::default(),
        quote: false,
        bold: None,
        stated: None,
        term: None,
        prose: false,
    };
    reader.lines(Span::new(0, stripped.text.len()), 0);
    reader.flush();
    let Reader {
        mut builder,
        mut notices,
        names,
        bold,
        stated,
        ..
    } = reader;
    match stated {
        Some(title) => builder.title(&title),
        None if !builder.has_title() => builder.guess_title(&title(names.name, bold)),
        None => {}
    }
    let unclosed = page
        .pairs
        .open
        .iter()
        .map(|at| (*at, "a template without an end".to_owned()));
    let unknown = page.unknown.borrow();
    let unknown = unknown.iter().map(|(name, at)| {
        (
            *at,
            format!("a template that is not known was left out: {name}"),
        )
    });
    notices.extend(unclosed.take(NOTICES).chain(unknown));
    notices.sort_unstable();
    notices.truncate(NOTICES);
    let notices = notices.into_iter().map(|(at, message)| Notice {
        line: stripped.line(at),
        message,
    });
    (builder, notices.collect())
}

/// The name the infobox gives, if the first bold words hold it too; else those.
fn title(name: Option<String>, bold: Option<String>) -> String {
    match (name, bold) {
        (Some(name), Some(bold)) => {
            let folded = bold.to_lowercase();
            let within = name
                .to_lowercase()
                .split_whitespace()
                .all(|word| folded.split_whitespace().any(|w| w == word));
            if within { name } else { bold }
        }
        (name, bold) => name.or(bold).unwrap_or_default(),
    }
}

/// `== Heading ==`: its level below the title and text.
fn heading(line: &str) -> Option<(usize, &str)> {
    if !line.starts_with('=') {
        return None;
    }
    seed::heading(line.trim_end())
}

struct Reader<'p> {
    page: &'p Page<'p>,
    builder: Builder,
    /// Notices with their places.
    notices: Vec<(usize, String)>,
    names: Names,
    /// The paragraph being read.
    open: Inline,
    /// Within a block quotation.
    quote: bool,
    /// The first bold words.
    bold: Option<String>,
    /// The title that the page states.
    stated: Option<String>,
    /// `;term` waits for its `:definition`.
    term: Option<Inline>,
    /// Some prose was read.
    prose: bool,
}

impl Reader<'_> {
    fn notice(&mut self, at: usize, message: &str) {
        if self.notices.len() < NOTICES {
            self.notices.push((at, message.to_owned()));
        }
    }

    /// Reads the lines of a span.
    fn lines(&mut self, span: Span, depth: usize) {
        let mut at = span.start;
        while at < span.end {
            let end = self.line_end(at, span.end);
            let line = Span::new(at, end);
            at = end + 1;
            let text = line.of(self.page.text).trim();
            if let Some(after) = self.table(text, line, span.end) {
                at = after;
                continue;
            }
            self.line(line, depth);
        }
    }

    /// The end of the line at `at`; line breaks within brackets do not count.
    fn line_end(&self, at: usize, end: usize) -> usize {
        let bytes = self.page.text.as_bytes();
        let mut i = at;
        while i < end {
            match bytes.get(i) {
                Some(b'\n') => return i,
                Some(b'{' | b'[') => match self.page.inside(i, end) {
                    Some(inside) => i = inside.end + 2,
                    None => i += 1,
                },
                _ => i += 1,
            }
        }
        end
    }

    /// Leaves a table out; gives the place behind it.
    fn table(&mut self, text: &str, line: Span, end: usize) -> Option<usize> {
        if !text.trim_start_matches(':').trim_start().starts_with("{|") {
            return None;
        }
        self.flush();
        if !self.builder.is_muted() {
            self.notice(line.start, "a table was left out");
        }
        let mut depth = 0_usize;
        let mut at = line.start;
        let rest = Span::new(at, end).of(self.page.text);
        for row in rest.split_inclusive('\n') {
            let trimmed = row.trim_start().trim_start_matches(':').trim_start();
            if heading(row).is_some() {
                return Some(at);
            }
            at += row.len();
            if trimmed.starts_with("{|") {
                depth += 1;
            } else if trimmed.starts_with("|}") && !trimmed.starts_with("|}}") {
                depth -= 1;
                if depth == 0 {
                    return Some(at);
                }
            }
        }
        Some(at)
    }

    fn line(&mut self, line: Span, depth: usize) {
        let text = line.of(self.page.text);
        let start = line.start + text.len() - text.trim_start().len();
        let text = text.trim();
        let line = Span::new(start, start + text.len());
        if text.is_empty() {
            self.flush();
            return;
        }
        if let Some((level, words)) = heading(text) {
            self.flush();
            self.heading(level, words, line);
            return;
        }
        if self.builder.is_muted() {
            return;
        }
        if let Some(rest) = self.template_line(line, depth) {
            if rest.start < rest.end {
                self.line(rest, depth);
            }
            return;
        }
        match text.bytes().next() {
            Some(b'*' | b'#') if !is_redirect(text) => self.entry(line),
            Some(b';' | b':') => self.definition(line),
            Some(b'|' | b'!') => {}
            Some(b'-') if text.starts_with("----") => self.flush(),
            _ => self.prose(line),
        }
    }

    fn heading(&mut self, level: usize, words: &str, line: Span) {
        let at = line.start + line.of(self.page.text).find(words).unwrap_or(0);
        let span = Span::new(at, at + words.len());
        let text = tidy::tidy_text(&self.page.render(span, Mode::Alone, 0).text);
        if level == 0 && self.stated.is_none() && !self.prose {
            self.stated = Some(text);
        } else {
            self.builder.heading(level.max(1), &text);
        }
    }

    /// A line that begins with a template which is no part of a sentence; gives
    /// what follows it.
    fn template_line(&mut self, line: Span, depth: usize) -> Option<Span> {
        let inside = self.page.inside(line.start, line.end)?;
        if !line.of(self.page.text).starts_with("{{") {
            return None;
        }
        let rest = Span::new(inside.end + 2, line.end);
        let name = template::name(self.page, inside);
        if infobox::is_infobox(&name) {
            self.flush();
            infobox::read(self.page, inside, &mut self.builder, &mut self.names, 0);
            return Some(rest);
        }
        if let Some(title) = name.strip_prefix("displaytitle:") {
            let title = inside.of(self.page.text).get(13..).unwrap_or(title);
            self.stated = Some(tidy::tidy_text(title));
            return Some(rest);
        }
        let wraps = matches!(
            name.as_str(),
            "columns-list"
                | "plainlist"
                | "flatlist"
                | "div col"
                | "col-list"
                | "columns list"
                | "plain list"
                | "flat list"
                | "unbulleted list"
                | "ubl"
                | "bulleted list"
                | "bulletedlist"
                | "hlist"
                | "cquote"
                | "quote"
                | "blockquote"
                | "quotation"
        );
        if wraps && depth < DEPTH {
            self.flush();
            self.wrapper(&name, inside, depth);
            return Some(rest);
        }
        if self.is_templates(rest) {
            let mut shown = self.page.render(line, Mode::Alone, 0);
            if shown.text.trim().is_empty() {
                shown = Inline::default();
            }
            // A box or note of its own does not end the paragraph round it.
            self.append(&shown);
            return Some(Span::new(line.end, line.end));
        }
        None
    }

    /// Whether a span holds nothing but templates.
    fn is_templates(&self, span: Span) -> bool {
        let mut at = span.start;
        while at < span.end {
            let rest = Span::new(at, span.end).of(self.page.text);
            let trimmed = rest.trim_start();
            at += rest.len() - trimmed.len();
            if trimmed.is_empty() {
                break;
            }
            match self.page.inside(at, span.end) {
                Some(inside) if trimmed.starts_with("{{") => at = inside.end + 2,
                _ => return false,
            }
        }
        true
    }

    /// A template round lines of the article.
    fn wrapper(&mut self, name: &str, inside: Span, depth: usize) {
        let call = template::Call::parse(self.page, inside, Mode::Prose, depth);
        let list = !name.contains("quot");
        if !list {
            let said = ["text", "quote", "content"];
            let named = call
                .named
                .iter()
                .find(|(key, _)| said.contains(&key.as_str()));
            let said = named
                .map(|(_, span)| *span)
                .or(call.positional.first().copied());
            if let Some(span) = said {
                self.quote = true;
                self.lines(span, depth + 1);
                self.flush();
                self.quote = false;
            }
            return;
        }
        let content = call
            .named
            .iter()
            .filter(|(key, _)| key == "content")
            .map(|(_, s)| *s);
        let args: Vec<Span> = call.positional.iter().copied().chain(content).collect();
        for span in args {
            if span.of(self.page.text).contains("\n*") || span.of(self.page.text).starts_with('*') {
                self.lines(span, depth + 1);
            } else if name != "div col" && name != "columns-list" {
                self.entry(span);
            }
        }
    }

    fn entry(&mut self, line: Span) {
        self.flush();
        let text = line.of(self.page.text);
        let body = text.trim_start_matches(['*', '#', ':', ';', ' ']);
        let span = Span::new(line.end - body.len(), line.end);
        let entry = self.page.render(span, Mode::Prose, 0);
        self.add(BlockKind::ListEntry, entry);
    }

    /// `;term` and `:definition`; a `:` alone sets a paragraph apart.
    fn definition(&mut self, line: Span) {
        let text = line.of(self.page.text);
        let body = text.trim_start_matches([';', ':', '*', '#', ' ']);
        let span = Span::new(line.end - body.len(), line.end);
        if text.starts_with(';') {
            self.flush();
            match body.find(" : ") {
                Some(_) => self.entry(span),
                None => self.term = Some(self.page.render(span, Mode::Prose, 0)),
            }
            return;
        }
        let definition = self.page.render(span, Mode::Prose, 0);
        if let Some(mut term) = self.term.take() {
            let colon = if term.text.trim_end().ends_with(':') {
                " "
            } else {
                ": "
            };
            term.text.push_str(colon);
            term.append(&definition);
            self.add(BlockKind::ListEntry, term);
            return;
        }
        self.flush();
        // Formulas and hatnotes are set apart so.
        if definition.text.split_whitespace().count() >= 4 && !is_hatnote(&definition) {
            self.add(BlockKind::Paragraph, definition);
        }
    }

    fn prose(&mut self, line: Span) {
        let text = line.of(self.page.text);
        if is_redirect(text) {
            self.notice(line.start, "the page is a redirect to another");
            return;
        }
        let lower: String = text.chars().take(12).collect::<String>().to_lowercase();
        let opens = lower.starts_with("<blockquote") || lower.starts_with("<poem");
        if opens {
            self.flush();
            self.quote = true;
        }
        let shown = self.page.render(line, Mode::Prose, 0);
        self.append(&shown);
        if text.contains("</blockquote") || text.contains("</poem") {
            self.flush();
            self.quote = false;
        }
    }

    fn append(&mut self, shown: &Inline) {
        if shown.text.trim().is_empty() {
            return;
        }
        if !self.open.text.is_empty() {
            self.open.text.push(' ');
        }
        self.open.append(shown);
    }

    fn flush(&mut self) {
        self.term = None;
        let open = std::mem::take(&mut self.open);
        if open.text.trim().is_empty() {
            return;
        }
        let open = if self.quote { open.quoted() } else { open };
        self.add(BlockKind::Paragraph, open);
    }

    fn add(&mut self, kind: BlockKind, passage: Inline) {
        if self.bold.is_none() && kind == BlockKind::Paragraph {
            let bold = passage
                .marks
                .iter()
                .find(|(_, kind)| *kind == MarkKind::Bold);
            self.bold = bold
                .map(|(span, _)| tidy::tidy_text(span.of(&passage.text)))
                .filter(|b| !b.is_empty() && b.len() < 100);
        }
        self.prose = true;
        self.builder.passage(kind, passage);
    }
}

fn is_redirect(text: &str) -> bool {
    text.get(..9)
        .is_some_and(|t| t.eq_ignore_ascii_case("#redirect"))
}

fn is_hatnote(passage: &Inline) -> bool {
    super::layout::is_hatnote(passage.text.trim())
}

#[cfg(test)]
mod tests {
    use super::super::{Article, Layout, Notice, read_named};

    fn read(source: &str) -> (Article, Vec<Notice>) {
        read_named(source, "", Some(Layout::Wikitext))
    }

    fn check(source: &str, expect: &[&str]) {
        let (article, _) = read(source);
        let blocks = article.sections.iter().flat_map(|s| &s.blocks);
        let lines: Vec<_> = blocks.map(|b| b.span.of(&article.text)).collect();
        assert_eq!(lines, expect, "{source}");
    }

    #[test]
    fn sections_paragraphs_and_lists_are_read() {
        let (article, notices) = read(
            "{{short description|x}}\n{{Infobox ship|name=Gull}}\nThe '''''Gull''''' is\na [[ship]].<ref>a</ref>\n\n\
             It sailed.\n== Life ==\n{{main|Sea}}\n=== Crew ===\n* Ada\n** Cy, ''cook''\n# Eve\n; Mate : Dan\n\
             ;Boy\n:Jim\n== See also ==\n* [[Tern]]\n[[Category:Ships]]\n",
        );
        assert_eq!(notices, []);
        assert_eq!(article.title, "Gull");
        let sections: Vec<_> = article
            .sections
            .iter()
            .map(|s| {
                let lines: Vec<_> = s.blocks.iter().map(|b| b.span.of(&article.text)).collect();
                (s.path.join("/"), lines)
            })
            .collect();
        assert_eq!(
            sections,
            [
                (String::new(), vec!["The Gull is a ship.", "It sailed."]),
                (
                    "Life/Crew".into(),
                    vec!["Ada", "Cy, cook", "Eve", "Mate: Dan", "Boy: Jim"]
                ),
            ]
        );
    }

    #[test]
    fn tables_are_left_out_with_a_notice() {
        let (article, notices) =
            read("A b.\n{| class=x\n|-\n| c\n{|\n| d\n|}\n|}\nE f.\n{|\n| g\n== H ==\nI j.");
        assert_eq!(article.text, "A b.\nE f.\nI j.\n");
        let lines: Vec<_> = notices.iter().map(|n| n.line).collect();
        assert_eq!(lines, [2, 10]);
    }

    #[test]
    fn quotations_are_kept_in_quotation_marks() {
        check(
            "She said:\n{{quote|Fly on.|Ada}}\nThen:\n<blockquote>Come back.</blockquote>\nShe did.",
            &[
                "She said:",
                "“Fly on.”",
                "Then:",
                "“Come back.”",
                "She did.",
            ],
        );
    }

    #[test]
    fn lists_in_templates_are_entries() {
        check(
            "{{columns-list|colwidth=20em|\n* a one\n* b two\n}}\n{{div col}}\n* c\n{{div col end}}",
            &["a one", "b two", "c"],
        );
    }

    #[test]
    fn broken_markup_spoils_no_more_than_its_line() {
        check(
            "a {{b c\n\n[[d e\n\n'''f g\n\n== H ==\nI j.",
            &["a b c", "d e", "f g", "I j."],
        );
        let (_, notices) = read("a {{b c");
        assert_eq!(notices.len(), 1);
    }

    #[test]
    fn the_title_is_what_infobox_and_lead_agree_on() {
        let title = |s: &str| read(s).0.title;
        assert_eq!(
            title("{{Infobox a|name=Ada Reed}}'''Ada Mary Reed''' was."),
            "Ada Reed"
        );
        assert_eq!(title("{{Infobox a|name=Quay plc}}'''Quay''' is."), "Quay");
        assert_eq!(
            title("{{DISPLAYTITLE:''Gull''}}\nThe '''ship''' is."),
            "Gull"
        );
        assert_eq!(
            read_named(
                "'''Ada Mary Reed''' was. Ada Reed flew.",
                "ada_reed",
                Some(Layout::Wikitext)
            )
            .0
            .title,
            "Ada Reed"
        );
    }

    #[test]
    fn a_redirect_is_noticed() {
        let (article, notices) = read("#REDIRECT [[Gull]]");
        assert_eq!((article.text.as_str(), notices.len()), ("", 1));
    }
}
