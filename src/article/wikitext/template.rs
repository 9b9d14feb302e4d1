//! Templates that stand for text in a sentence.

use super::super::inline::{GAP, Inline};
use super::super::tidy;
use super::convert::{self, grouped};
use super::date::date;
use super::pairs::split;
use super::render::{Mode, Page};
use crate::text::Span;

/// What a template shows.
pub(super) enum Outcome {
    /// This text.
    Text(Inline),
    /// Nothing that belongs to the text: a reference, a maintenance mark.
    Silent,
    /// It is not known.
    Unknown,
}

/// Templates that show nothing in a sentence.
const SILENT: &[&str] = &[
    "-",
    "about",
    "according to whom",
    "advert",
    "allow wrap",
    "anchor",
    "anchors",
    "audio",
    "authority control",
    "awol",
    "better source",
    "better source needed",
    "br separated entries",
    "by whom",
    "cbignore",
    "centre",
    "circular reference",
    "citation",
    "citation needed",
    "citation needed span",
    "clarify",
    "clear",
    "cn",
    "colend",
    "colspan",
    "contradictory inline",
    "coord",
    "coordinates",
    "cref",
    "cref2",
    "dagger",
    "date missing",
    "dead link",
    "decrease",
    "defaultsort",
    "details",
    "disambiguation needed",
    "displaytitle",
    "div col",
    "div col end",
    "double-dagger",
    "double dagger",
    "dts missing",
    "dubious",
    "efn",
    "efn-la",
    "efn-lr",
    "efn-ua",
    "end plainlist",
    "endflatlist",
    "endplainlist",
    "expand section",
    "fact",
    "fact span",
    "failed verification",
    "featured article",
    "distinguish",
    "for",
    "further",
    "hatnote",
    "other people",
    "other places",
    "other uses",
    "redirect",
    "redirect2",
    "flagdeco",
    "flagicon",
    "full",
    "full citation needed",
    "gain",
    "good article",
    "harv",
    "harvid",
    "harvnb",
    "harvp",
    "harvtxt",
    "hs",
    "image",
    "in lang",
    "increase",
    "isbn",
    "issn",
    "loss",
    "main",
    "nom",
    "not verified in body",
    "notelist",
    "notetag",
    "ntsh",
    "oclc",
    "official website",
    "original research inline",
    "page needed",
    "pending",
    "portal",
    "pov-statement",
    "primary source inline",
    "profit",
    "pron",
    "pronunciation",
    "r",
    "ref",
    "ref label",
    "refbegin",
    "refend",
    "reflist",
    "refn",
    "respell",
    "rp",
    "see also",
    "sfn",
    "sfnm",
    "sfnp",
    "short description",
    "speculation inline",
    "specify",
    "steady",
    "synthesis inline",
    "toc limit",
    "undue inline",
    "unreliable source",
    "update inline",
    "use dmy dates",
    "use mdy dates",
    "vague",
    "verify source",
    "wayback",
    "webarchive",
    "weasel inline",
    "when",
    "which",
];

/// Beginnings of names of templates that show nothing.
const SILENT_STARTS: &[&str] = &[
    "cite ",
    "ipa",
    "#tag:",
    "defaultsort:",
    "commons",
    "wiki",
    "inflation-fn",
    "inflation/fn",
    "audio",
    "use ",
    "pp-",
    "sfn",
    "efn",
    "unreliable",
    "disputed",
    "needs ",
    "listen",
    "who",
    "where",
    "increase",
];

/// Templates that show their first argument.
const FIRST: &[&str] = &[
    "abbr",
    "abbrlink",
    "abbreviation",
    "allcaps",
    "angbr",
    "big",
    "bigger",
    "bold",
    "center",
    "colored text",
    "em",
    "fake heading",
    "flag",
    "flag+link",
    "flag country",
    "flagcountry",
    "flaglist",
    "flagu",
    "gcl",
    "ill",
    "interlanguage link",
    "italic",
    "keypress",
    "kbd",
    "larger",
    "linktext",
    "mono",
    "native name list",
    "no bold",
    "no italic",
    "no wrap",
    "nobold",
    "nobr",
    "noitalic",
    "nowrap",
    "nowrap begin",
    "proper name",
    "section link",
    "sic",
    "slink",
    "small",
    "smallcaps",
    "smaller",
    "smallsup",
    "sp",
    "start-date",
    "end-date",
    "birth-date",
    "death-date",
    "strong",
    "sub",
    "tooltip",
    "typo",
    "var",
    "visible anchor",
    "vanchor",
];

/// Templates that show their second argument.
const SECOND: &[&str] = &[
    "align",
    "color",
    "colour",
    "fontcolor",
    "font color",
    "lang",
    "native name",
    "native phrase",
    "resize",
    "sort",
    "wikt-lang",
    "transl",
];

/// Signs that have a template of their own.
const SIGNS: &[(&str, &str)] = &[
    ("snd", " – "),
    ("spnd", " – "),
    ("spaced ndash", " – "),
    ("spaced en dash", " – "),
    ("ndash", "–"),
    ("nbnd", "–"),
    ("en dash", "–"),
    ("mdash", "—"),
    ("em dash", "—"),
    ("spaced mdash", " — "),
    ("!", "|"),
    ("=", "="),
    ("'", "'"),
    ("'s", "'s"),
    ("\"'", "\"'"),
    ("'\"", "'\""),
    ("·", " · "),
    ("•", " · "),
    ("dot", " · "),
    ("bull", " · "),
    ("bullet", " · "),
    ("middot", " · "),
    ("nbsp", " "),
    ("spaces", " "),
    ("space", " "),
    ("thinsp", " "),
    ("zwsp", ""),
    ("shy", ""),
    ("wbr", ""),
    ("ellipsis", "..."),
    ("...", "..."),
    ("pi", "π"),
    ("times", "×"),
    ("minus", "−"),
    ("co2", "CO2"),
    ("h2o", "H2O"),
    ("euro", "€"),
    ("yes", "yes"),
    ("no", "no"),
    ("pound", "£"),
];

/// Currencies that have a template of their own.
const MONEY: &[(&str, &str)] = &[
    ("us$", "US$"),
    ("usd", "US$"),
    ("usdollar", "US$"),
    ("gbp", "£"),
    ("£", "£"),
    ("pound sterling", "£"),
    ("eur", "€"),
    ("€", "€"),
    ("inr", "₹"),
    ("₹", "₹"),
    ("indian rupee", "₹"),
    ("a$", "A$"),
    ("aud", "A$"),
    ("c$", "C$"),
    ("cad", "C$"),
    ("nz$", "NZ$"),
    ("jpy", "¥"),
    ("¥", "¥"),
    ("hk$", "HK$"),
    ("₽", "₽"),
];

/// Languages that `lang-xx` names.
const LANGUAGES: &[(&str, &str)] = &[
    ("ar", "Arabic"),
    ("bg", "Bulgarian"),
    ("bn", "Bengali"),
    ("ca", "Catalan"),
    ("cs", "Czech"),
    ("cy", "Welsh"),
    ("da", "Danish"),
    ("de", "German"),
    ("el", "Greek"),
    ("es", "Spanish"),
    ("et", "Estonian"),
    ("eu", "Basque"),
    ("fa", "Persian"),
    ("fi", "Finnish"),
    ("fr", "French"),
    ("ga", "Irish"),
    ("gd", "Scottish Gaelic"),
    ("grc", "Ancient Greek"),
    ("gu", "Gujarati"),
    ("he", "Hebrew"),
    ("hi", "Hindi"),
    ("hr", "Croatian"),
    ("hu", "Hungarian"),
    ("is", "Icelandic"),
    ("it", "Italian"),
    ("ja", "Japanese"),
    ("ko", "Korean"),
    ("kw", "Cornish"),
    ("la", "Latin"),
    ("nl", "Dutch"),
    ("no", "Norwegian"),
    ("pl", "Polish"),
    ("pt", "Portuguese"),
    ("ro", "Romanian"),
    ("ru", "Russian"),
    ("sr", "Serbian"),
    ("sv", "Swedish"),
    ("tr", "Turkish"),
    ("uk", "Ukrainian"),
    ("vi", "Vietnamese"),
];

/// The name of the template in a span, as it is compared.
pub(super) fn name(page: &Page<'_>, span: Span) -> String {
    let text = span.of(page.text);
    let end = text
        .char_indices()
        .take(100)
        .find(|(at, c)| *c == '|' || *c == '}' || *c == '{' && *at > 0)
        .map_or_else(
            || text.chars().take(100).map(char::len_utf8).sum(),
            |(at, _)| at,
        );
    let name = text.get(..end).unwrap_or("").replace(['_', '\n'], " ");
    let name = name.trim().to_lowercase();
    let name = name.strip_prefix("template:").unwrap_or(&name);
    name.trim().to_owned()
}

/// A template and its arguments.
pub(super) struct Call<'p> {
    pub(super) page: &'p Page<'p>,
    pub(super) positional: Vec<Span>,
    pub(super) named: Vec<(String, Span)>,
    mode: Mode,
    depth: usize,
}

impl<'p> Call<'p> {
    pub(super) fn parse(page: &'p Page<'p>, span: Span, mode: Mode, depth: usize) -> Self {
        let mut call = Self {
            page,
            positional: Vec::new(),
            named: Vec::new(),
            mode,
            depth,
        };
        for arg in split(page.text, &page.pairs, span, b'|')
            .into_iter()
            .skip(1)
        {
            let text = arg.of(page.text);
            let equals = text.find('=').filter(|&i| {
                text.get(..i)
                    .is_some_and(|key| key.len() < 80 && !key.contains(['{', '[', '<']))
            });
            let Some(equals) = equals else {
                call.positional.push(arg);
                continue;
            };
            let key = text.get(..equals).unwrap_or("").trim().to_lowercase();
            let value = Span::new(arg.start + equals + 1, arg.end);
            match key.parse::<usize>() {
                Ok(n) if n == call.positional.len() + 1 => call.positional.push(value),
                _ => call.named.push((key, value)),
            }
        }
        call
    }

    fn render(&self, span: Span) -> Inline {
        self.page.render(span, self.mode, self.depth)
    }

    /// The argument at a place, counted from 0; empty if it is missing.
    fn arg(&self, n: usize) -> Inline {
        let span = self.positional.get(n).copied();
        trimmed(span.map(|s| self.render(s)).unwrap_or_default())
    }

    fn text(&self, n: usize) -> String {
        self.arg(n).text
    }

    fn get(&self, key: &str) -> Inline {
        let span = self.named.iter().rev().find(|(k, _)| k == key);
        trimmed(span.map(|(_, s)| self.render(*s)).unwrap_or_default())
    }

    fn has(&self, key: &str) -> bool {
        self.named
            .iter()
            .any(|(k, s)| k == key && !s.of(self.page.text).trim().is_empty())
    }

    fn joined(&self, with: &str) -> Inline {
        let mut all = Inline::default();
        for n in 0..self.positional.len() {
            let arg = self.arg(n);
            if arg.text.is_empty() {
                continue;
            }
            if !all.text.is_empty() {
                all.text.push_str(with);
            }
            all.append(&arg);
        }
        all
    }

    fn day_first(&self) -> bool {
        let df = self.get("df").text.to_lowercase();
        df.starts_with('y') && !self.has("mf")
    }

    fn date(&self, from: usize) -> String {
        let (year, month, day) = (self.text(from), self.text(from + 1), self.text(from + 2));
        date(&year, &month, &day, self.day_first())
    }
}

fn trimmed(inline: Inline) -> Inline {
    let text = inline.text.as_str();
    if text.trim().len() == text.len() {
        return inline;
    }
    let start = text.len() - text.trim_start().len();
    let end = start + text.trim().len();
    let end_of_text = text.len();
    inline.edit(&[
        super::super::inline::Edit::new(0, start, ""),
        super::super::inline::Edit::new(end, end_of_text, ""),
    ])
}

/// What the template in `span` shows.
pub(super) fn render(page: &Page<'_>, span: Span, mode: Mode, depth: usize) -> Outcome {
    let name = name(page, span);
    let known = |list: &[&str]| list.contains(&name.as_str());
    if known(SILENT)
        || SILENT_STARTS.iter().any(|start| name.starts_with(start))
        || name.ends_with(" icon")
        || name.ends_with(" needed")
        || name.ends_with("-stub")
        || name.ends_with(" inline")
    {
        return Outcome::Silent;
    }
    if let Some((_, sign)) = SIGNS.iter().find(|(sign, _)| *sign == name) {
        let sign = if mode == Mode::Field && *sign == " · " {
            "\n"
        } else {
            sign
        };
        return text(sign);
    }
    if mode != Mode::Field && super::infobox::is_infobox(&name) {
        return Outcome::Silent;
    }
    let call = Call::parse(page, span, mode, depth);
    if let Some((_, sign)) = MONEY.iter().find(|(money, _)| *money == name) {
        return text(&format!("{sign}{}", call.text(0)));
    }
    if known(FIRST) {
        return Outcome::Text(call.arg(0));
    }
    if known(SECOND) {
        let n = call
            .positional
            .len()
            .saturating_sub(1)
            .min(if name == "transl" { 9 } else { 1 });
        return Outcome::Text(call.arg(n));
    }
    if let Some(shown) = lists(&call, &name, mode) {
        return Outcome::Text(shown);
    }
    if let Some(shown) = languages(&call, &name) {
        return Outcome::Text(shown);
    }
    if let Some(shown) = dates(&call, &name) {
        return text(&shown);
    }
    if let Some(shown) = numbers(&call, &name) {
        return text(&shown);
    }
    others(&call, &name)
}

fn text(text: &str) -> Outcome {
    Outcome::Text(Inline::plain(text))
}

fn lists(call: &Call<'_>, name: &str, mode: Mode) -> Option<Inline> {
    let with = if mode == Mode::Field { "\n" } else { ", " };
    Some(match name {
        "ubl"
        | "unbulleted list"
        | "plain list"
        | "plainlist"
        | "flatlist"
        | "flat list"
        | "hlist"
        | "bulleted list"
        | "bulletedlist"
        | "cslist"
        | "collapsible list"
        | "plainlist/styles.css"
        | "ublist"
        | "ubt"
        | "ublistw"
        | "indented plainlist"
        | "columns-list"
        | "nowrap list" => call.joined(with),
        "enum" if mode != Mode::Field => call.joined(with),
        "br" | "break" | "crlf" => Inline::plain(with),
        "chem" | "chem2" | "gaps" => call.joined(""),
        _ => return None,
    })
}

fn languages(call: &Call<'_>, name: &str) -> Option<Inline> {
    let (code, arg) = match name {
        "langx" => (call.text(0).to_lowercase(), 1),
        _ => (name.strip_prefix("lang-")?.to_owned(), 0),
    };
    let language = LANGUAGES.iter().find(|(known, _)| *known == code);
    let mut out = Inline::default();
    if let Some((_, language)) = language {
        out.text.push_str(language);
        out.text.push_str(": ");
    }
    out.append(&call.arg(arg));
    Some(out)
}

fn dates(call: &Call<'_>, name: &str) -> Option<String> {
    Some(match name {
        "start date"
        | "start date and age"
        | "start date and years ago"
        | "end date"
        | "end date and age"
        | "birth date"
        | "birth date and age"
        | "birth date and age2"
        | "bda"
        | "dob"
        | "death date"
        | "death date and age"
        | "dda"
        | "death date and given age"
        | "date"
        | "dts"
        | "film date"
        | "release date"
        | "release date and age"
        | "birth year and age"
        | "birth year"
        | "death year and age"
        | "start year and age"
        | "launch date"
        | "opening date" => {
            if name.contains("year and age") {
                return Some(call.text(0));
            }
            call.date(0)
        }
        "as of" => {
            let since = if call.has("since") { "Since" } else { "As of" };
            let since = if call.has("lc") {
                since.to_lowercase()
            } else {
                since.to_owned()
            };
            let us = call.get("df").text.eq_ignore_ascii_case("us");
            let day = date(&call.text(0), &call.text(1), &call.text(2), !us);
            if call.has("alt") {
                return Some(call.get("alt").text);
            }
            if call.has("pre") {
                return Some(format!("{since} {} {day}", call.get("pre").text));
            }
            format!("{since} {day}")
        }
        "circa" | "c." | "ca" | "ca." => match (call.text(0), call.text(1)) {
            (a, _) if a.is_empty() => "c.".to_owned(),
            (a, b) if b.is_empty() => format!("c. {a}"),
            (a, b) => format!("c. {a} – c. {b}"),
        },
        "floruit" | "fl." | "fl" => format!("fl. {}", call.text(0)),
        "reign" | "r." => match (call.text(0), call.text(1)) {
            (a, b) if b.is_empty() => format!("r. {a}"),
            (a, b) => format!("r. {a}–{b}"),
        },
        "year range" => format!("{}–{}", call.text(0), call.text(1)),
        "marriage" | "married" => marriage(call),
        _ => return None,
    })
}

/// `Ada (m. 1901; div. 1910)`.
fn marriage(call: &Call<'_>) -> String {
    let (name, from, to) = (call.text(0), call.text(1), call.text(2));
    let end = match call.get("end").text.to_lowercase().as_str() {
        "div" | "divorced" | "divorce" => "div.",
        "ann" | "annulled" => "ann.",
        "sep" | "separated" => "sep.",
        "d" | "died" | "death" | "his death" | "her death" => "died",
        _ => "",
    };
    match (from.is_empty(), to.is_empty(), end.is_empty()) {
        (true, ..) => name,
        (_, true, _) => format!("{name} (m. {from})"),
        (_, _, true) => format!("{name} (m. {from}–{to})"),
        _ => format!("{name} (m. {from}; {end} {to})"),
    }
}

fn numbers(call: &Call<'_>, name: &str) -> Option<String> {
    if let Some(number) = name.strip_prefix("formatnum:") {
        return Some(number_or_text(number));
    }
    Some(match name {
        "convert" | "cvt" => {
            let args: Vec<String> = (0..call.positional.len()).map(|n| call.text(n)).collect();
            let named: Vec<(String, String)> = call
                .named
                .iter()
                .map(|(key, _)| (key.clone(), call.get(key).text))
                .collect();
            convert::convert(&convert::Call {
                args: args.iter().map(String::as_str).collect(),
                named: named
                    .iter()
                    .map(|(k, v)| (k.as_str(), v.as_str()))
                    .collect(),
                short: name == "cvt",
            })?
        }
        "frac" | "fraction" | "sfrac" => match call.positional.len() {
            1 => format!("1/{}", call.text(0)),
            2 => format!("{}/{}", call.text(0), call.text(1)),
            3 => format!("{} {}/{}", call.text(0), call.text(1), call.text(2)),
            _ => return None,
        },
        "nts" | "number" | "formatnum" | "num" => number_or_text(&call.text(0)),
        "val" if call.positional.len() == 1 && !call.has("e") => {
            format!("{} {}", number_or_text(&call.text(0)), call.get("u").text)
        }
        "ordinal" | "ordinalth" => ordinal(call.text(0).parse().ok()?),
        "height" => {
            let part = |key: &str, unit: &str| {
                let value = call.get(key).text;
                (!value.is_empty()).then(|| format!("{value} {unit}"))
            };
            let parts = [
                part("m", "m"),
                part("cm", "cm"),
                part("ft", "ft"),
                part("in", "in"),
            ];
            let parts: Vec<String> = parts.into_iter().flatten().collect();
            parts.join(" ")
        }
        _ => return None,
    })
}

fn number_or_text(text: &str) -> String {
    let text = text.trim();
    let plain = text.bytes().all(|b| b.is_ascii_digit() || b == b'.');
    if plain {
        grouped(text)
    } else {
        text.to_owned()
    }
}

fn ordinal(n: u32) -> String {
    let ending = match (n % 100, n % 10) {
        (11..=13, _) => "th",
        (_, 1) => "st",
        (_, 2) => "nd",
        (_, 3) => "rd",
        _ => "th",
    };
    format!("{n}{ending}")
}

fn others(call: &Call<'_>, name: &str) -> Outcome {
    let shown = match name {
        "nihongo" | "nihongo2" | "nihongo3" => {
            let mut shown = call.arg(0);
            let rest: Vec<String> = (1..4)
                .map(|n| call.text(n))
                .filter(|t| !t.is_empty())
                .collect();
            if shown.text.is_empty() {
                shown = Inline::plain(&rest.join(", "));
            } else if !rest.is_empty() {
                let rest = format!(" ({})", rest.join(", "));
                shown.text.push_str(&rest);
            }
            shown
        }
        "uss" | "hms" | "ss" | "rms" | "ms" | "mv" | "hmas" | "hmcs" | "sms" | "usns" => {
            ship(&name.to_uppercase(), &call.text(0))
        }
        "ship" => ship(&call.text(0), &call.text(1)),
        "sclass" | "sclass2" => Inline::plain(&format!("{}-class {}", call.text(0), call.text(1))),
        "quote"
        | "blockquote"
        | "cquote"
        | "quotation"
        | "rquote"
        | "pull quote"
        | "centered pull quote"
        | "talkquote"
        | "bquote"
        | "poemquote"
        | "poem quote" => {
            let said = ["text", "quote", "content"]
                .iter()
                .map(|k| call.get(k))
                .find(|t| !t.text.is_empty());
            said.unwrap_or_else(|| call.arg(usize::from(name == "rquote")))
                .quoted()
        }
        "sortname" => Inline::plain(&format!("{} {}", call.text(0), call.text(1))),
        "literal translation" | "lit" | "literally" => {
            Inline::plain(&format!("lit. '{}'", call.text(0)))
        }
        "gloss" => Inline::plain(&format!("'{}'", call.text(0))),
        "née" | "nee" => Inline::plain(&format!("née {}", call.text(0))),
        "url" | "website" | "post-nominals" | "postnominals" | "party color" | "color box"
        | "legend" | "zh" | "lse" | "nyse" | "nasdaq" | "tse" | "age" => return Outcome::Silent,
        "music" => match call.text(0).as_str() {
            "sharp" | "#" => Inline::plain("♯"),
            "flat" | "b" => Inline::plain("♭"),
            "natural" => Inline::plain("♮"),
            _ => return Outcome::Unknown,
        },
        "bracket" | "square bracket" => Inline::plain(&format!("({})", call.text(0))),
        "railgauge" | "track gauge" | "rail gauge" => gauge(&call.text(0)),
        "inflation" | "inflation-year" | "currentyear" | "math" | "mvar" => {
            Inline::plain(&GAP.to_string())
        }
        _ if name.starts_with("lc:") || name.starts_with("uc:") => {
            Inline::plain(name.get(3..).unwrap_or(""))
        }
        _ => return Outcome::Unknown,
    };
    Outcome::Text(shown)
}

fn ship(prefix: &str, name: &str) -> Inline {
    let mut ship = Inline::plain(&format!("{prefix} "));
    let start = ship.text.len();
    ship.text.push_str(tidy::tidy_text(name).as_str());
    ship.mark_from(start, super::super::MarkKind::Italic);
    ship
}

/// Gauges of railways are written in millimetres.
fn gauge(code: &str) -> Inline {
    let code = code.trim().to_lowercase();
    let code = match code.as_str() {
        "ussg" | "sg" | "uksg" => "1435",
        code => code.strip_suffix("mm").unwrap_or(code),
    };
    if code.len() >= 3 && code.len() <= 4 && code.bytes().all(|b| b.is_ascii_digit()) {
        Inline::plain(&format!("{} mm", grouped(code)))
    } else {
        Inline::plain(&GAP.to_string())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(source: &str, expect: &str) {
        let page = Page::new(source);
        let inline = page.render(Span::new(0, source.len()), Mode::Prose, 0);
        assert_eq!(tidy::tidy_text(&inline.text), expect, "{source}");
    }

    #[test]
    fn wrappers_show_what_they_wrap() {
        check("{{nowrap|[[Hull]] and {{small|Leeds}}}}", "Hull and Leeds");
        check(
            "{{lang|fr|le quai}} ({{lang-de|der Kai}}; {{Langx|la|portus}})",
            "le quai (German: der Kai; Latin: portus)",
        );
        check("{{nihongo|Quay|埠頭|Futō}}", "Quay (埠頭, Futō)");
        check(
            "{{HMS|Gull|1901}} and {{ship|RV|Tern}}",
            "HMS Gull and RV Tern",
        );
    }

    #[test]
    fn dates_and_numbers_are_written_out() {
        check("{{Birth date and age|1901|5|3|df=y}}", "3 May 1901");
        check(
            "{{death date and age|1991|11|24|1946|9|5}}",
            "November 24, 1991",
        );
        check(
            "{{start date|1928}} {{circa|1900}} {{As of|2016|9|lc=y}}",
            "1928 c. 1900 as of September 2016",
        );
        check(
            "{{frac|3|1|2}} {{nts|12345}} {{US$|5}} {{ordinal|22}}",
            "3 1/2 12,345 US$5 22nd",
        );
        check(
            "about {{convert|{{nowrap|55}}|to|80|cm|in}} long",
            "about 55 to 80 centimetres (22 to 31 in) long",
        );
        check(
            "{{marriage|Cy|1901|1910|end=div}}",
            "Cy (m. 1901; div. 1910)",
        );
    }

    #[test]
    fn references_and_maintenance_marks_show_nothing() {
        check(
            "a{{sfn|Reed|1901|p=5}}{{Citation needed|date=May 2011}}{{efn|b}} c{{dead link}}.",
            "a c.",
        );
        check("Ada ({{IPAc-en|ˈ|eɪ}}; born 1901)", "Ada (born 1901)");
    }

    #[test]
    fn lists_in_a_sentence_become_words() {
        check("{{hlist|a|b}} and {{unbulleted list|c|d}}", "a, b and c, d");
        check("{{quote|text=Fly on.|author=Ada}}", "“Fly on.”");
    }
}
