//! Laws that every reader keeps on every input.

use proptest::prelude::*;

use super::{Article, Layout, MarkKind, layout, read_named};

/// Pieces of every layout, so that random texts hold their constructs.
const PIECES: [&str; 96] = [
    "{{",
    "}}",
    "[[",
    "]]",
    "{|",
    "|}",
    "|-",
    "|",
    "'''",
    "''",
    "<ref>",
    "</ref>",
    "<ref name=a/>",
    "<!--",
    "-->",
    "<nowiki>",
    "</nowiki>",
    "<math>",
    "</math>",
    "<br/>",
    "<small>",
    "</small>",
    "<sup>",
    "</sup>",
    "<blockquote>",
    "</blockquote>",
    "{{convert|",
    "{{cvt|55|to|80|cm|in}}",
    "{{Infobox person\n| name = Ada\n| born = ",
    "{{Quote|",
    "{{birth date|1901|5|3}}",
    "[http://a b]",
    "http://a.b/c",
    "File:a.jpg|thumb|",
    "Category:",
    "==",
    "=",
    "== Life ==\n",
    "=== School ===",
    "= Ada =",
    "# ",
    "## Life\n",
    "* ",
    "- ",
    "- Born: 1901 , Hull (city)\n",
    ";",
    ":",
    "> ",
    "```",
    "`",
    "*",
    "_",
    "](",
    "![",
    "---\n",
    "[^1]",
    "[^1]: ",
    "| a | b |\n|---|---|\n",
    " @-@ ",
    " @,@ ",
    " , ",
    " . ",
    " \" ",
    " ' ",
    " 's ",
    " = = Life = = ",
    " <unk> ",
    "( ",
    " )",
    "Contents\n",
    "1 Life\n",
    "1.1 School\n",
    "2 References\n",
    "Life[edit]\n",
    "[1]",
    "[citation needed]",
    "^ a b ",
    "References\n",
    "See also\n",
    "ISBN 978-0-00-000000-2",
    "Born\n3 May 1901\n",
    "\t",
    "\n",
    "\n\n",
    "\n\n\n\n",
    " ",
    "Ada Reed was a pilot.",
    "é",
    "“",
    "\u{fffc}",
    "\u{200b}",
    "&nbsp;",
    "&#x41;",
    "1,250",
    "(; )",
    "{\\displaystyle x}",
];

fn texts() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        8 => proptest::sample::select(&PIECES[..]).prop_map(str::to_owned),
        1 => "\\PC{0,6}",
    ];
    proptest::collection::vec(piece, 0..60).prop_map(|pieces| pieces.concat())
}

/// Every span fits the text, and blocks, fields and text tell the same.
fn assert_whole(article: &Article) {
    let text = &article.text;
    assert!(text.is_empty() || text.ends_with('\n'));
    let mut end = 0;
    for field in &article.fields {
        let line = field.line.of(text);
        assert!(!line.is_empty() && !line.contains('\n'), "{line}");
        for value in &field.values {
            assert!(field.line.contains(value.text));
            assert!(value.qualifier.is_none_or(|q| field.line.contains(q)));
            assert!(text.is_char_boundary(value.text.start));
        }
    }
    for section in &article.sections {
        for block in &section.blocks {
            let line = block.span.of(text);
            assert!(!line.trim().is_empty() && !line.contains('\n'), "{line:?}");
            assert_eq!(line.trim(), line);
            assert!(end <= block.span.start, "blocks stand in order");
            end = block.span.end;
        }
    }
    for mark in &article.marks {
        assert!(text.get(mark.span.start..mark.span.end).is_some());
        assert!(mark.kind == MarkKind::Gap || !mark.span.is_empty());
    }
}

/// No markup and no reference is left in a block.
fn assert_clean(article: &Article) {
    const SIGNS: [&str; 14] = [
        "{{", "}}", "[[", "]]", "'''", "<ref", "</", "<!--", "[1]", "[edit]", "http://",
        "ISBN 978", "\u{fffc}", "\u{200b}",
    ];
    let blocks = article.sections.iter().flat_map(|s| &s.blocks);
    for line in blocks.map(|b| b.span.of(&article.text)) {
        for sign in SIGNS {
            assert!(!line.contains(sign), "{sign} in {line}");
        }
    }
}

fn check(text: &str) {
    let guessed = layout::guess(text);
    for layout in Layout::ALL {
        let (article, notices) = read_named(text, "ada_reed.txt", Some(layout));
        assert_whole(&article);
        assert_clean(&article);
        let lines = text.split('\n').count() + 1;
        assert!(notices.iter().all(|n| (1..=lines).contains(&n.line)));
        if layout == guessed {
            assert_eq!(read_named(text, "ada_reed.txt", None).0, article);
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn no_reader_panics_or_leaves_markup(text in texts()) {
        check(&text);
    }

    #[test]
    fn any_characters_can_be_read(text in "(?s).{0,200}") {
        check(&text);
    }
}

/// Inputs made to take long: each must be read in time linear in its length,
/// or this test would not end.
#[test]
fn hostile_inputs_are_read_in_linear_time() {
    const TIMES: usize = 1_000;
    for piece in PIECES {
        check(&piece.repeat(TIMES));
        check(&format!("{piece}\n").repeat(TIMES));
    }
    for (open, close) in [
        ("{{a|", "}}"),
        ("[[a|", "]]"),
        ("''", "'''"),
        ("(", ")"),
        ("<b>", "</b>"),
    ] {
        check(&format!("{}x{}", open.repeat(TIMES), close.repeat(TIMES)));
        check(&format!("{}{}", close.repeat(TIMES), open.repeat(TIMES)));
    }
    for (a, b) in [
        ("{{", "\n== H ==\n"),
        ("<ref>", "\n\n"),
        ("[[", "}}"),
        ("{|\n", "|}}"),
        ("| a = ", "\n{{"),
    ] {
        check(&format!("{a}{b}").repeat(TIMES));
        check(&format!(
            "{{{{Infobox a\n{}",
            format!("|{a}={b}").repeat(TIMES / 4)
        ));
    }
}
