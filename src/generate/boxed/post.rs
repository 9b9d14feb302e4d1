//! Posts that somebody holds, one a value: *Regional Manager, Dunder Mifflin,
//! Scranton*. The house that only one value names tells the post.

use std::collections::BTreeSet;

use crate::fact::Document;
use crate::fact::lists::Lists;
use crate::generate::Candidate;

/// Keys of the box under which posts stand.
const KEYS: [&str; 4] = ["occupation", "occupations", "title", "position"];

/// The posts of a line, whatever stands between them: each begins with what
/// somebody can be.
fn grouped<'t>(pieces: impl Iterator<Item = &'t str>) -> Vec<Vec<&'t str>> {
    let mut posts: Vec<Vec<&str>> = Vec::new();
    for piece in pieces.flat_map(|p| p.split(", ")).map(str::trim) {
        let post = piece.split(" of ").next().unwrap_or(piece);
        let last = post.rsplit([' ', '-']).next().unwrap_or(post);
        let role = Lists::shared().role(&last.to_lowercase()).is_some();
        match posts.last_mut() {
            _ if role => posts.push(vec![piece]),
            Some(post) => post.push(piece),
            None => return Vec::new(),
        }
    }
    posts
}

/// Whether the article speaks of a post next to a house.
fn together(document: &Document<'_>, post: &str, house: &str) -> bool {
    let sentences: Vec<String> = document
        .sentences
        .iter()
        .map(|s| s.whole.of(document.text()).to_lowercase())
        .collect();
    let (post, house) = (post.to_lowercase(), house.to_lowercase());
    sentences.windows(2).any(|near| {
        near.iter().any(|s| s.contains(&post)) && near.iter().any(|s| s.contains(&house))
    })
}

/// One candidate for each house that only one post belongs to.
pub(super) fn candidates(document: &Document<'_>) -> Vec<Candidate> {
    let text = document.text();
    let subject = &document.subject;
    let Some(domain) = subject.domain.as_deref().filter(|_| subject.is_fictional) else {
        return Vec::new();
    };
    let mut out = Vec::new();
    for field in &document.article.fields {
        if !KEYS.contains(&field.key.to_lowercase().as_str()) {
            continue;
        }
        let posts = grouped(field.values.iter().map(|v| v.text.of(text)));
        for post in &posts {
            let (Some(key), Some(house)) = (post.first(), post.get(1)) else {
                continue;
            };
            let same = posts.iter().filter(|p| p.get(1) == Some(house)).count();
            if same != 1 {
                continue;
            }
            let others: BTreeSet<&str> = posts
                .iter()
                .filter_map(|p| p.first().copied())
                .filter(|other| other != key && !together(document, other, house))
                .collect();
            out.push(Candidate {
                stem: format!(
                    "In {domain}, which post does {} hold at {house}?",
                    subject.written
                ),
                key: (*key).to_owned(),
                distractors: others.into_iter().map(str::to_owned).collect(),
                category: "Profile".to_owned(),
                section: None,
                evidence: field.line,
                fact: format!("{} | {} | {key} at {house}", subject.written, field.key),
                salience: 3,
                about_title: false,
                mirror: None,
            });
        }
    }
    out
}
