//! The layouts a text can have, and which one it looks like.

/// How the text of an article is laid out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Layout {
    /// `= Title =`, `- Key: value , value` lines, `== Section ==`, paragraphs.
    Seed,
    /// The source of a wiki page: templates, links, references, tables.
    Wikitext,
    /// A plain-text extract of a wiki page: `== Section ==`, no infobox.
    Extract,
    /// Markdown: `# Title`, `## Section`.
    Markdown,
    /// A page copied from a browser: nothing is marked.
    Web,
    /// Text cut into tokens: ` @-@ `, ` , `, ` = Title = `.
    Tokenised,
}

impl Layout {
    /// Every layout.
    pub const ALL: [Layout; 6] = [
        Layout::Seed,
        Layout::Wikitext,
        Layout::Extract,
        Layout::Markdown,
        Layout::Web,
        Layout::Tokenised,
    ];

    /// Its name on the command line.
    pub fn as_str(self) -> &'static str {
        match self {
            Layout::Seed => "seed",
            Layout::Wikitext => "wikitext",
            Layout::Extract => "extract",
            Layout::Markdown => "markdown",
            Layout::Web => "web",
            Layout::Tokenised => "tokenised",
        }
    }

    /// The layout of that name.
    ///
    /// ```
    /// use quizwright::article::Layout;
    /// assert_eq!(Layout::parse("Wikitext"), Some(Layout::Wikitext));
    /// assert_eq!(Layout::parse("pdf"), None);
    /// ```
    pub fn parse(name: &str) -> Option<Layout> {
        Layout::ALL
            .into_iter()
            .find(|layout| layout.as_str().eq_ignore_ascii_case(name.trim()))
    }
}

impl std::fmt::Display for Layout {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.as_str())
    }
}

/// What the lines of a text show of its layout.
#[derive(Default)]
struct Signs {
    first: String,
    /// `= Title =`.
    title: bool,
    /// `== Section ==`.
    equals: usize,
    /// `# Title`, `## Section`.
    hashes: usize,
    /// `[[`, `{{`, `'''`.
    wiki: usize,
    /// `](`.
    md_links: usize,
    /// ` @-@ ` and its kin.
    glued: usize,
    /// Commas with a space on both sides.
    loose_commas: usize,
    /// All commas.
    commas: usize,
    /// `[1]`, `[edit]`, a numbered list of contents.
    web: usize,
}

/// The layout a text looks like; [`Layout::Seed`] if nothing tells.
pub fn guess(input: &str) -> Layout {
    let signs = signs(input);
    let tokens =
        signs.glued > 0 || (signs.loose_commas >= 4 && signs.loose_commas * 10 > signs.commas * 8);
    if tokens && signs.wiki < 4 && !seed_like(&signs, input) {
        return Layout::Tokenised;
    }
    if signs.title && signs.wiki < 10 {
        return Layout::Seed;
    }
    if signs.wiki >= 2 {
        return Layout::Wikitext;
    }
    if signs.equals > 0 {
        return Layout::Extract;
    }
    if signs.hashes > 0 || signs.first == "---" || signs.first == "+++" {
        return Layout::Markdown;
    }
    if signs.web >= 3 {
        return Layout::Web;
    }
    if signs.md_links > 0 {
        return Layout::Markdown;
    }
    if signs.wiki > 0 {
        return Layout::Wikitext;
    }
    if signs.first.split_whitespace().count() > 12 {
        return Layout::Extract;
    }
    Layout::Seed
}

/// `- Key: value , value` lines have loose commas too.
fn seed_like(signs: &Signs, input: &str) -> bool {
    signs.glued == 0 && signs.title && !input.trim_start_matches('\n').starts_with(' ')
}

fn signs(input: &str) -> Signs {
    let mut signs = Signs::default();
    for line in input.lines().take(4000) {
        let indented = line.starts_with(' ');
        let line = line.trim();
        if line.is_empty() {
            continue;
        }
        if signs.first.is_empty() {
            signs.first = line.chars().take(400).collect();
            signs.title = line.starts_with("= ") && line.ends_with(" =") && line.len() > 4;
            if is_hatnote(line) {
                signs.web += 3;
            }
        }
        if line.starts_with("==") && line.ends_with("==") {
            signs.equals += 1;
        }
        if line.starts_with("# ") || line.starts_with("## ") || line.starts_with("### ") {
            signs.hashes += usize::from(!indented);
        }
        if line == "Contents" || line.starts_with("Contents[") || line.ends_with("[edit]") {
            signs.web += 3;
        }
        if line == "From Wikipedia, the free encyclopedia" || line == "Jump to navigation" {
            signs.web += 3;
        }
        for (i, piece) in line.split('[').enumerate() {
            if i == 0 {
                continue;
            }
            if piece.is_empty() {
                signs.wiki += 1;
            } else if piece.split_once(']').is_some_and(|(n, _)| is_number(n)) {
                signs.web += 1;
            }
        }
        signs.wiki += line.matches("{{").count() + line.matches("'''").count();
        signs.md_links += line.matches("](").count();
        signs.glued += [" @-@ ", " @,@ ", " @.@ "]
            .iter()
            .map(|sign| line.matches(sign).count())
            .sum::<usize>();
        signs.loose_commas += line.matches(" , ").count();
        signs.commas += line.matches(',').count();
    }
    signs
}

fn is_number(text: &str) -> bool {
    (1..=3).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_digit())
}

/// The line above an article that tells of others of the same name, or the
/// line under a heading that names a longer article.
pub(super) fn is_hatnote(line: &str) -> bool {
    const STARTS: [&str; 26] = [
        "This article is about",
        "This page is about",
        "This is a good article",
        "This is a featured article",
        "For other uses",
        "For other people",
        "For the ",
        "Not to be confused with",
        "Main article:",
        "Main articles:",
        "Main page:",
        "Main pages:",
        "See also:",
        "Further information:",
        "Further reading:",
        "Jump to navigation",
        "Jump to search",
        "Jump to content",
        "From Wikipedia, the free encyclopedia",
        "Page semi-protected",
        "Coordinates:",
        "\"See also\"",
        "Learn how and when to remove",
        "This section needs",
        "This article needs",
        "This section does not cite",
    ];
    let about = STARTS.iter().any(|start| line.starts_with(start));
    if line.starts_with("For the ") {
        return line.contains(", see ") && line.len() < 400;
    }
    about
        || (line.len() < 400
            && (line.contains("redirects here.")
                || line.contains("redirect here.")
                || line.contains("(disambiguation).")
                || line.ends_with("(disambiguation)")))
        || (line.starts_with("This is a") && line.contains(" name") && line.len() < 250)
        || (line.starts_with("In this ") && line.contains(" name") && line.len() < 250)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expect: Layout) {
        assert_eq!(guess(text), expect, "{text}");
    }

    #[test]
    fn every_layout_is_told_by_its_signs() {
        check(
            "= Ada =\n\n- Jobs: pilot , baker\n\nAda was a pilot.",
            Layout::Seed,
        );
        check(
            "{{Infobox person}}\n'''Ada''' was a [[pilot]].\n== Life ==\n",
            Layout::Wikitext,
        );
        check(
            "Ada was a pilot.\n\n\n== Life ==\nShe flew.",
            Layout::Extract,
        );
        check("# Ada\n\nAda was a *pilot*.\n\n## Life\n", Layout::Markdown);
        check(
            "This article is about the pilot. For others, see Ada (name).\n\nAda\n\nAda was.[1]",
            Layout::Web,
        );
        check(
            " \n = Ada = \n \n Ada , a well @-@ known pilot , flew . \n",
            Layout::Tokenised,
        );
    }

    #[test]
    fn plain_text_is_an_extract_with_a_long_first_line_and_a_seed_with_a_short_one() {
        check(
            "Ada was a pilot and a baker in the north of the country for many years.\nShe flew.",
            Layout::Extract,
        );
        check("Ada\n\nAda was a pilot.", Layout::Seed);
        check("", Layout::Seed);
    }

    #[test]
    fn loose_commas_without_other_signs_are_tokens() {
        check(
            "Ada , a pilot , flew to Hull , Leeds and York , and back .",
            Layout::Tokenised,
        );
    }

    #[test]
    fn names_read_back() {
        for layout in Layout::ALL {
            assert_eq!(Layout::parse(layout.as_str()), Some(layout));
            assert_eq!(layout.to_string(), layout.as_str());
        }
    }
}
