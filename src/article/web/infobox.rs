//! The infobox of a copied page: labels and values in lines of their own.

use super::super::{Builder, tidy};
use super::Line;

/// Labels that are surely labels. Without them the lines of an infobox could
/// be anything.
const LABELS: &[&str] = &[
    "abbreviation",
    "active",
    "affiliation",
    "affiliations",
    "air date",
    "airport",
    "album",
    "alias",
    "aliases",
    "alma mater",
    "animals",
    "architect",
    "architects",
    "architectural style",
    "area",
    "artist",
    "associated acts",
    "atomic number",
    "attendance",
    "author",
    "awarded for",
    "awards",
    "based on",
    "basin size",
    "battles/wars",
    "binomial authority",
    "binomial name",
    "birth name",
    "boiling point",
    "born",
    "box office",
    "branch",
    "broken up",
    "budget",
    "builder",
    "built",
    "burial",
    "buried",
    "calling code",
    "capacity",
    "capital",
    "cast",
    "cause of death",
    "chairman",
    "chairperson",
    "champions",
    "chief executive",
    "children",
    "cinematography",
    "citizenship",
    "city",
    "class",
    "coach",
    "collection size",
    "colors",
    "colours",
    "commander",
    "commissioned",
    "completed",
    "composer",
    "conferences",
    "conservation status",
    "constellation",
    "constructed",
    "construction started",
    "continent",
    "cost",
    "country",
    "country of origin",
    "county",
    "created by",
    "creator",
    "creators",
    "crosses",
    "crystal structure",
    "currency",
    "date",
    "deaths",
    "defunct",
    "demonym",
    "depth",
    "design",
    "designed by",
    "designer",
    "developed by",
    "developer",
    "died",
    "directed by",
    "director",
    "discovered",
    "discovered by",
    "discovery",
    "discovery date",
    "dissolved",
    "distributed by",
    "distributor",
    "district",
    "division",
    "doctoral advisor",
    "doctoral students",
    "edited by",
    "education",
    "elevation",
    "employer",
    "epicenter",
    "established",
    "ethnicity",
    "family",
    "fatalities",
    "father",
    "fields",
    "first aired",
    "first appearance",
    "first appeared",
    "first ascent",
    "first awarded",
    "first flight",
    "floor count",
    "formation",
    "founded",
    "founder",
    "founders",
    "gdp",
    "gender",
    "genre",
    "genres",
    "genus",
    "government",
    "ground",
    "headquarters",
    "height",
    "home town",
    "hometown",
    "house",
    "illustrator",
    "industry",
    "influenced",
    "influences",
    "initial release",
    "institutions",
    "instruments",
    "internet tld",
    "introduction",
    "key people",
    "known for",
    "label",
    "labels",
    "laid down",
    "landing date",
    "language",
    "language family",
    "languages",
    "largest city",
    "last aired",
    "last appearance",
    "launch date",
    "launch site",
    "launch vehicle",
    "launched",
    "leader",
    "length",
    "licence",
    "license",
    "location",
    "magnitude",
    "main span",
    "manufacturer",
    "max. depth",
    "maximum depth",
    "mayor",
    "mean radius",
    "melting point",
    "molar mass",
    "mother",
    "motto",
    "mouth",
    "music by",
    "narrated by",
    "national anthem",
    "nationality",
    "native speakers",
    "network",
    "no. of episodes",
    "no. of seasons",
    "no. of series",
    "notable students",
    "notable work",
    "notable works",
    "number built",
    "number of employees",
    "occupation",
    "official language",
    "official languages",
    "official name",
    "opened",
    "opening",
    "operator",
    "orbital period",
    "order",
    "original air date",
    "original language",
    "original release",
    "original work",
    "owner",
    "paradigm",
    "parent",
    "parent company",
    "parent range",
    "parents",
    "part of",
    "partner",
    "party",
    "place of birth",
    "place of death",
    "political party",
    "populated places",
    "population",
    "portrayed by",
    "portrayers",
    "predecessor",
    "presented by",
    "produced by",
    "producer",
    "prominence",
    "publication date",
    "published",
    "publisher",
    "rank",
    "region",
    "relatives",
    "release",
    "release date",
    "released",
    "religion",
    "residence",
    "resting place",
    "revenue",
    "rocket",
    "running time",
    "satellites",
    "scientific career",
    "screenplay by",
    "seating capacity",
    "service/branch",
    "species",
    "sport",
    "spouse",
    "spouses",
    "stadium",
    "starring",
    "state",
    "storeys",
    "story by",
    "students",
    "studio",
    "successor",
    "surface area",
    "team",
    "teams",
    "television series",
    "theme music composer",
    "thesis",
    "time zone",
    "title",
    "top scorer",
    "tributaries",
    "turnout",
    "type",
    "undergraduates",
    "voiced by",
    "website",
    "weight",
    "works",
    "writing system",
    "written by",
    "years active",
];

/// Labels whose values are of no use.
const USELESS: [&str; 4] = ["website", "scientific career", "populated places", "thesis"];

/// Reads the lines between the title and the first paragraph.
pub(super) fn read(lines: &[Line<'_>], builder: &mut Builder) {
    let mut groups: Vec<Vec<&str>> = Vec::new();
    for line in lines {
        // Newer browsers put a tab between label and value.
        if let Some((label, value)) = line.text.split_once('\t') {
            groups.push(vec![label.trim(), value.trim()]);
            continue;
        }
        match groups.last_mut() {
            Some(group) if line.before == 0 => group.push(line.text.trim()),
            _ => groups.push(vec![line.text.trim()]),
        }
    }
    for (i, group) in groups.iter().enumerate() {
        let Some(label) = group.first().and_then(|text| label(text)) else {
            continue;
        };
        let below = groups
            .get(i + 1)
            .filter(|g| g.first().and_then(|t| self::label(t)).is_none());
        let values: Vec<&str> = match (group.get(1..), below) {
            (Some(values), _) if !values.is_empty() => values.to_vec(),
            (_, Some(below)) => below.clone(),
            _ => continue,
        };
        if !USELESS.contains(&label.as_str()) {
            add(&label, &values, builder);
        }
    }
}

/// A known label, without the `(s)` at its end.
fn label(text: &str) -> Option<String> {
    let text = tidy::tidy_text(text).to_lowercase();
    let text = text.trim_end_matches(':').trim_end_matches("(s)").trim();
    LABELS.contains(&text).then(|| text.to_owned())
}

fn add(label: &str, values: &[&str], builder: &mut Builder) {
    let values: Vec<String> = values
        .iter()
        .map(|v| tidy::tidy_text(v))
        .filter(|v| !v.is_empty() && !v.starts_with("List of") && !v.starts_with("See "))
        .collect();
    if label == "born" || label == "died" {
        life(label, &values, builder);
        return;
    }
    builder.field(&pretty(label), &values.join(" , "));
}

/// Name, date and place in lines below one another.
fn life(label: &str, values: &[String], builder: &mut Builder) {
    let noun = if label == "born" { "Birth" } else { "Death" };
    let dated = values.iter().position(|v| year(v).is_some());
    for (i, value) in values.iter().enumerate() {
        let part = match dated {
            Some(at) if i == at => "Date",
            Some(at) if i < at && i == 0 && label == "born" => "Name",
            Some(at) if i > at => "Place",
            _ => continue,
        };
        let value = if part == "Date" {
            bare_date(value)
        } else {
            value.clone()
        };
        builder.field(&format!("{noun} {part}"), &value);
    }
}

/// A year within a line.
fn year(text: &str) -> Option<&str> {
    text.split(|c: char| !c.is_ascii_alphanumeric())
        .find(|w| w.len() == 4 && w.bytes().all(|b| b.is_ascii_digit()))
}

/// `(1867-11-07)7 November 1867 (aged 66)` as `7 November 1867`.
fn bare_date(text: &str) -> String {
    let mut out = String::new();
    let mut depth = 0_usize;
    for c in text.chars() {
        match c {
            '(' => depth += 1,
            ')' => depth = depth.saturating_sub(1),
            c if depth == 0 => out.push(c),
            _ => {}
        }
    }
    let out = out.trim().to_owned();
    if year(&out).is_some() {
        out
    } else {
        text.to_owned()
    }
}

fn pretty(label: &str) -> String {
    let words = label.split(' ').map(|word| {
        let mut chars = word.chars();
        chars
            .next()
            .map(|c| c.to_uppercase().chain(chars).collect::<String>())
            .unwrap_or_default()
    });
    words.collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::super::lines;
    use super::*;

    fn check(text: &str, expect: &[&str]) {
        let mut builder = Builder::new("T");
        read(&lines(text), &mut builder);
        let article = builder.finish();
        let found: Vec<_> = article
            .fields
            .iter()
            .map(|f| f.line.of(&article.text))
            .collect();
        assert_eq!(found, expect, "{text}");
    }

    #[test]
    fn known_labels_take_the_lines_below() {
        check(
            "c. 1920\n\n\nSpouse(s)\nCy Reed (m. 1920)\n\n\nKnown for\n\n\n\nThe Gull[1]\nThe Tern\n\n\n\
             Odd label\nOdd value\n\n\nGenres\n\n\nAwards\nMedal",
            &[
                "Spouse: Cy Reed (m. 1920)",
                "Known For: The Gull , The Tern",
                "Awards: Medal",
            ],
        );
    }

    #[test]
    fn births_and_deaths_come_apart() {
        check(
            "Born\nAda Mary Reed\n(1901-05-03)3 May 1901\nHull, England[1]\n\n\nDied\n4 July 1934(1934-07-04) (aged 33)\nLeeds",
            &[
                "Birth Name: Ada Mary Reed",
                "Birth Date: 3 May 1901",
                "Birth Place: Hull, England",
                "Death Date: 4 July 1934",
                "Death Place: Leeds",
            ],
        );
    }

    #[test]
    fn tabs_part_label_and_value() {
        check("Capital\tHull\nOdd\tvalue", &["Capital: Hull"]);
    }
}
