//! Text cut into tokens: ` @-@ `, ` , `, ` " `, ` = Title = `.

use super::inline::GAP;
use super::{Builder, Notice, extract};

/// Reads tokenised text: puts the tokens together again.
pub(super) fn read(input: &str) -> (Builder, Vec<Notice>) {
    let mut builder = Builder::new("");
    let mut texts: Vec<String> = Vec::new();
    for line in input.lines() {
        let tokens: Vec<&str> = line.split_whitespace().collect();
        if tokens.is_empty() {
            continue;
        }
        if let Some((level, words)) = heading(&tokens) {
            flush(&mut builder, &mut texts);
            let text = join(words);
            if level == 0 && !builder.has_title() {
                builder.title(&text);
            } else {
                builder.heading(level.max(1), &text);
            }
            continue;
        }
        let text = join(&tokens);
        if texts.is_empty() && !builder.has_title() && tokens.len() <= 10 {
            builder.title(&text);
            continue;
        }
        texts.push(text);
    }
    flush(&mut builder, &mut texts);
    (builder, Vec::new())
}

fn flush(builder: &mut Builder, texts: &mut Vec<String>) {
    let texts = std::mem::take(texts);
    extract::flush(builder, &mut texts.iter().map(String::as_str).collect());
}

/// `= = Heading = =`: its level below the title and its words.
fn heading<'a, 't>(tokens: &'t [&'a str]) -> Option<(usize, &'t [&'a str])> {
    let is_mark = |token: &&&str| token.bytes().all(|b| b == b'=');
    let count =
        |tokens: &mut dyn Iterator<Item = &&'a str>| -> usize { tokens.map(|t| t.len()).sum() };
    let opening = tokens.iter().take_while(is_mark).count();
    let closing = tokens.iter().rev().take_while(is_mark).count();
    if opening == 0 || closing == 0 || opening + closing >= tokens.len() {
        return None;
    }
    let marks =
        count(&mut tokens.iter().take(opening)).min(count(&mut tokens.iter().rev().take(closing)));
    Some((
        marks.min(6) - 1,
        tokens.get(opening..tokens.len() - closing)?,
    ))
}

/// What stands between a token and the one before it.
#[derive(Clone, Copy, PartialEq)]
enum Joint {
    Space,
    Nothing,
}

/// The text that the tokens were cut from.
fn join(tokens: &[&str]) -> String {
    let mut text = String::new();
    // What the next token wants in front of it.
    let mut joint = Joint::Nothing;
    let mut double_open = false;
    let mut single_open = false;
    let mut last_single = tokens.iter().rposition(|t| *t == "'");
    for (i, &token) in tokens.iter().enumerate() {
        let before = i.checked_sub(1).and_then(|i| tokens.get(i)).copied();
        let after = tokens.get(i + 1).copied();
        let numbers = is_number(before) && is_number(after);
        // The token as written, and what it wants in front and behind.
        let (written, front, behind) = match token {
            "@-@" => ("-", Joint::Nothing, Joint::Nothing),
            "@,@" => (",", Joint::Nothing, Joint::Nothing),
            "@.@" => (".", Joint::Nothing, Joint::Nothing),
            "@/@" => ("/", Joint::Nothing, Joint::Nothing),
            "<unk>" => ("\u{fffc}", joint, Joint::Space),
            "," | "." | ";" | "!" | "?" | ")" | "]" | "}" | "%" | "”" | "’" | "′" | "″" | "…" => {
                (token, Joint::Nothing, Joint::Space)
            }
            ":" if numbers && after.is_some_and(|a| a.len() == 2) => {
                (":", Joint::Nothing, Joint::Nothing)
            }
            ":" => (":", Joint::Nothing, Joint::Space),
            "(" | "[" | "{" | "“" | "‘" | "$" | "£" | "€" | "¥" | "°" => {
                let glue = matches!(token, "$" | "£" | "€" | "¥")
                    && matches!(before, Some("US" | "A" | "C" | "NZ" | "HK"));
                (
                    token,
                    if glue { Joint::Nothing } else { joint },
                    Joint::Nothing,
                )
            }
            "#" if is_number(after) => ("#", joint, Joint::Nothing),
            "–" | "-" | "/" if numbers => (token, Joint::Nothing, Joint::Nothing),
            "/" if before == Some("and") && after == Some("or") => {
                ("/", Joint::Nothing, Joint::Nothing)
            }
            "\"" => {
                double_open = !double_open;
                if double_open {
                    (token, joint, Joint::Nothing)
                } else {
                    (token, Joint::Nothing, Joint::Space)
                }
            }
            "'" => {
                let more = last_single.is_some_and(|last| last > i);
                let plural = before.is_some_and(|b| b.ends_with(['s', 'x', 'z']));
                let years = after.is_some_and(|a| a.starts_with(|c: char| c.is_ascii_digit()));
                if single_open {
                    single_open = false;
                    (token, Joint::Nothing, Joint::Space)
                } else if years && !plural {
                    (token, joint, Joint::Nothing)
                } else if more && !(plural && joint == Joint::Space) {
                    single_open = true;
                    (token, joint, Joint::Nothing)
                } else {
                    (token, Joint::Nothing, Joint::Space)
                }
            }
            _ if is_clitic(token) => (token, Joint::Nothing, Joint::Space),
            _ => (token, joint, Joint::Space),
        };
        if token == "'" && last_single == Some(i) {
            last_single = None;
        }
        if front == Joint::Space && joint == Joint::Space && !text.is_empty() {
            text.push(' ');
        }
        text.push_str(written);
        joint = behind;
        if written.starts_with(GAP) {
            joint = Joint::Space;
        }
    }
    text
}

/// `'s`, `'t`, `'re`: belongs to the word before it.
fn is_clitic(token: &str) -> bool {
    let Some(rest) = token.strip_prefix(['\'', '’']) else {
        return token == "n't";
    };
    matches!(
        rest.to_lowercase().as_str(),
        "s" | "t" | "re" | "ve" | "ll" | "d" | "m" | "em"
    )
}

fn is_number(token: Option<&str>) -> bool {
    token.is_some_and(|t| {
        t.bytes()
            .all(|b| b.is_ascii_digit() || b == b',' || b == b'.')
            && t.starts_with(|c: char| c.is_ascii_digit())
    })
}

#[cfg(test)]
mod tests {
    use super::super::{Layout, read_named};
    use super::*;

    fn check(tokens: &str, expect: &str) {
        let tokens: Vec<&str> = tokens.split_whitespace().collect();
        assert_eq!(join(&tokens), expect);
    }

    #[test]
    fn punctuation_goes_back_to_its_word() {
        check(
            "She ( the pilot ) flew 1 @,@ 200 @.@ 5 km ; a well @-@ known feat , 50 % more .",
            "She (the pilot) flew 1,200.5 km; a well-known feat, 50% more.",
        );
        check(
            "At 10 : 30 , the score was 2 – 1 .",
            "At 10:30, the score was 2–1.",
        );
        check(
            "It cost US $ 5 or £ 3 – a lot – and / or # 1 .",
            "It cost US$5 or £3 – a lot – and/or #1.",
        );
    }

    #[test]
    fn quotation_marks_are_paired() {
        check(
            "The \" Quay \" and \" Gull , \" he said .",
            "The \"Quay\" and \"Gull,\" he said.",
        );
        check("Ada ' Ace ' Reed", "Ada 'Ace' Reed");
    }

    #[test]
    fn apostrophes_are_glued() {
        check(
            "The pilots ' plane didn 't fly ; Ada 's did in the ' 90s .",
            "The pilots' plane didn't fly; Ada's did in the '90s.",
        );
        check(
            "past Graves ' centre to Graves ' plane",
            "past Graves' centre to Graves' plane",
        );
    }

    #[test]
    fn headings_and_lists_are_read() {
        let text = " \n = Ada Reed = \n \n Ada Reed was a pilot . \n \n = = Planes = = \n \n \
            The Gull ( 1901 ) \n The Tern \n \n = = = See also = = = \n Pier \n";
        let (article, _) = read_named(text, "", Some(Layout::Tokenised));
        assert_eq!(article.title, "Ada Reed");
        assert_eq!(
            article.text,
            "Ada Reed was a pilot.\nThe Gull (1901)\nThe Tern\n"
        );
    }
}
