//! Infobox templates: one field for every parameter that says something.

use super::super::inline::Inline;
use super::super::{Builder, tidy};
use super::pairs::split;
use super::render::{DEPTH, Mode, Page};
use super::template;
use crate::text::Span;

/// Whether a template of this name is an infobox.
pub(super) fn is_infobox(name: &str) -> bool {
    name.starts_with("infobox")
        || name.ends_with("infobox")
        || matches!(
            name,
            "taxobox"
                | "automatic taxobox"
                | "automatic_taxobox"
                | "speciesbox"
                | "subspeciesbox"
                | "hybridbox"
                | "mycomorphbox"
                | "geobox"
                | "chembox"
                | "drugbox"
                | "starbox"
                | "football club"
        )
}

/// Whole keys that are about the box and not about its subject.
const DROPPED: &[&str] = &[
    "name",
    "title",
    "image",
    "alt",
    "caption",
    "logo",
    "cover",
    "photo",
    "picture",
    "map",
    "flag",
    "coat",
    "seal",
    "crest",
    "badge",
    "insignia",
    "signature",
    "embed",
    "embedded",
    "child",
    "module",
    "footnotes",
    "footnote",
    "notes",
    "note",
    "references",
    "ref",
    "refs",
    "website",
    "url",
    "homepage",
    "url1",
    "url2",
    "coordinates",
    "coord",
    "coords",
    "width",
    "color",
    "colour",
    "background",
    "style",
    "bgcolor",
    "border",
    "above",
    "subheader",
    "id",
    "color1",
    "color2",
    "lang",
    "italic",
    "italic title",
    "display",
    "sortkey",
    "cat",
    "subcat",
    "hero",
    "villain",
    "converted",
    "nocat",
    "symbol type",
    "sovereignty type",
    "imdb",
    "label",
    "references1",
    "nodispute",
    "status system",
    "converted image",
];

/// Words of a key that tell that it is about the box.
const DROPPED_WORDS: &[&str] = &[
    "image",
    "img",
    "caption",
    "alt",
    "size",
    "map",
    "mapsize",
    "pushpin",
    "locmapin",
    "logo",
    "photo",
    "photosize",
    "ref",
    "refs",
    "reference",
    "references",
    "footnote",
    "footnotes",
    "note",
    "notes",
    "width",
    "upright",
    "style",
    "class",
    "color",
    "colour",
    "lat",
    "long",
    "latd",
    "latm",
    "lats",
    "latns",
    "longd",
    "longm",
    "longs",
    "longew",
    "coordinates",
    "coords",
    "url",
    "website",
    "lang",
    "blazon",
    "signature",
    "link",
];

/// Keys that hold the name of another key's value: `leader_title` and
/// `leader_name`.
const NAMING: &[(&str, &str)] = &[
    ("_title", "_name"),
    ("_type", "_name"),
    ("_type", ""),
    ("_name", "_info"),
    ("_event", "_date"),
    ("_title", "_date"),
    ("_label", "_data"),
    ("label", "data"),
    ("_header", ""),
];

/// What an infobox says of the title.
#[derive(Debug, Default)]
pub(super) struct Names {
    pub(super) name: Option<String>,
}

/// Reads the infobox in `span` into the fields of the article.
pub(super) fn read(
    page: &Page<'_>,
    span: Span,
    builder: &mut Builder,
    names: &mut Names,
    depth: usize,
) {
    if depth > 4 {
        return;
    }
    let params = params(page, span);
    let mut used: Vec<bool> = vec![false; params.len()];
    // `leader_title1 = Mayor` names `leader_name1`.
    let mut labels: Vec<Option<String>> = vec![None; params.len()];
    if params.len() < 2000 {
        for (i, (key, value)) in params.iter().enumerate() {
            let (base, number) = numbered(key);
            for (suffix, partner) in NAMING {
                let Some(stem) = base.strip_suffix(suffix) else {
                    continue;
                };
                let wanted = format!("{stem}{partner}{number}");
                let found = params
                    .iter()
                    .position(|(k, v)| *k == wanted && !v.of(page.text).trim().is_empty());
                if let Some(found) = found.filter(|&found| found != i) {
                    let label = plain(page, *value);
                    if let (Some(used), Some(slot)) = (used.get_mut(i), labels.get_mut(found)) {
                        *used = true;
                        if !label.is_empty() {
                            *slot = Some(label);
                        }
                    }
                    break;
                }
            }
        }
    }
    for (i, (key, value)) in params.iter().enumerate() {
        let raw = value.of(page.text).trim();
        if raw.is_empty() || used.get(i) == Some(&true) {
            continue;
        }
        // A box in the box.
        let start = value.end - value.of(page.text).trim_start().len();
        if let Some(inner) = page.inside(start, value.end)
            && is_infobox(&template::name(page, inner))
        {
            read(page, inner, builder, &mut Names::default(), depth + 1);
            continue;
        }
        if key == "name" && names.name.is_none() {
            names.name = Some(plain(page, *value)).filter(|n| !n.is_empty());
        }
        if is_dropped(key) {
            continue;
        }
        let shown = field(page, *value);
        if shown.is_empty() || is_switch(&shown) {
            continue;
        }
        // `established_event1 = From Hull` says what happened on the date.
        let (base, number) = numbered(key);
        if let Some(stem) = base.strip_suffix("_date") {
            let event = format!("{stem}_event{number}");
            let event = params.iter().find(|(k, _)| *k == event);
            if let Some(event) = event
                .map(|(_, v)| plain(page, *v))
                .filter(|e| !e.is_empty())
            {
                builder.field(&pretty(stem), &format!("{shown} ({event})"));
                continue;
            }
        }
        let label = labels
            .get(i)
            .cloned()
            .flatten()
            .filter(|l| l.len() < 60 && !l.contains(" , "));
        builder.field(&label.unwrap_or_else(|| pretty(key)), &shown);
    }
}

/// The named parameters in order.
fn params(page: &Page<'_>, span: Span) -> Vec<(String, Span)> {
    let parts = split(page.text, &page.pairs, span, b'|');
    let mut params = Vec::new();
    for part in parts.into_iter().skip(1) {
        let text = part.of(page.text);
        let Some(equals) = text.find('=').filter(|&i| i < 80) else {
            continue;
        };
        let key = text
            .get(..equals)
            .unwrap_or("")
            .trim()
            .to_lowercase()
            .replace(' ', "_");
        if !key.is_empty() && !key.contains(['{', '[', '<', '\n']) {
            params.push((key, Span::new(part.start + equals + 1, part.end)));
        }
    }
    params
}

fn numbered(key: &str) -> (&str, &str) {
    let base = key.trim_end_matches(|c: char| c.is_ascii_digit());
    (base, key.get(base.len()..).unwrap_or(""))
}

fn is_dropped(key: &str) -> bool {
    let (base, _) = numbered(key);
    let spaced = base.replace('_', " ");
    let spaced = spaced.trim();
    DROPPED.contains(&spaced)
        || DROPPED_WORDS
            .iter()
            .any(|word| spaced.split(' ').any(|w| w == *word))
        || ["image", "caption", "logosize", "medaltemplates"]
            .iter()
            .any(|w| base.starts_with(w) || base.ends_with(w))
}

/// `birth_date` as `Birth Date`.
fn pretty(key: &str) -> String {
    let (base, number) = numbered(key);
    let base = if base.is_empty() { number } else { base };
    let words = base
        .split(['_', '-', ' '])
        .filter(|w| !w.is_empty())
        .map(|word| {
            let mut chars = word.chars();
            chars
                .next()
                .map(|c| c.to_uppercase().chain(chars).collect::<String>())
                .unwrap_or_default()
        });
    words.collect::<Vec<_>>().join(" ")
}

fn is_switch(value: &str) -> bool {
    [
        "y", "yes", "n", "no", "on", "off", "auto", "none", "true", "false", "capital", "increase",
        "decrease", "steady",
    ]
    .iter()
    .any(|switch| value.eq_ignore_ascii_case(switch))
}

fn plain(page: &Page<'_>, span: Span) -> String {
    tidy::tidy_text(&page.render(span, Mode::Field, DEPTH / 2).text)
}

/// A value with its lines as ` , `.
fn field(page: &Page<'_>, span: Span) -> String {
    let text = page.render(span, Mode::Field, 1).text;
    let lines = text.split('\n').map(|line| {
        let line = line.trim().trim_start_matches(['*', '#', ':', ';']).trim();
        // Within a value ` , ` would part it.
        let line = tidy::tidy(Inline::plain(line)).text;
        line.trim_matches([',', ';', '·', ' ']).to_owned()
    });
    let lines: Vec<String> = lines
        .filter(|line| line.chars().any(char::is_alphanumeric))
        .collect();
    lines.join(" , ")
}

#[cfg(test)]
mod tests {
    use super::super::super::{Layout, read_named};

    fn check(source: &str, expect: &[&str]) {
        let (article, _) = read_named(source, "", Some(Layout::Wikitext));
        let lines: Vec<_> = article
            .fields
            .iter()
            .map(|f| f.line.of(&article.text))
            .collect();
        assert_eq!(lines, expect, "{source}");
    }

    #[test]
    fn keys_are_made_pretty_and_values_parted() {
        check(
            "{{Infobox person\n| name = Ada\n| birth_date = {{birth date|1901|5|3}}\n\
             | occupation = [[Pilot]]<br />baker (part-time)\n| image = a.jpg | caption = Ada\n\
             | known_for = {{plainlist|\n* The ''Gull''\n* [[Hull]], England\n}}\n| website = {{URL|a.example}}\n\
             | spouse1 = Cy<ref>x</ref>\n| retired = yes\n| death_place =\n}}\n'''Ada''' was.",
            &[
                "Birth Date: May 3, 1901",
                "Occupation: Pilot , baker (part-time)",
                "Known For: The Gull , Hull, England",
                "Spouse: Cy",
            ],
        );
    }

    #[test]
    fn a_title_parameter_names_its_partner() {
        check(
            "{{Infobox country|leader_title1=[[Mayor]]|leader_name1=Ada|established_event1=From Hull|\
             established_date1=1901|blank_name=Bird|blank_info=Gull}}",
            &["Mayor: Ada", "Established: 1901 (From Hull)", "Bird: Gull"],
        );
    }

    #[test]
    fn boxes_in_boxes_and_species_are_read() {
        check(
            "{{Taxobox|regnum=[[Animal]]ia|genus='''''Avis'''''|status=LC\n\
             |module={{Infobox bird|embed=yes|wings=two}}}}",
            &[
                "Regnum: Animalia",
                "Genus: Avis",
                "Status: LC",
                "Wings: two",
            ],
        );
    }
}
