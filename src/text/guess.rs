//! What somebody may have meant.

/// The candidate that a mistyped word is closest to, if any is close: at most
/// one slip in three letters, letter case aside. Of equals the first wins.
///
/// ```
/// use quizwright::text::guess::closest;
/// assert_eq!(closest("dificulty", ["category", "difficulty"]), Some("difficulty"));
/// assert_eq!(closest("colour", ["category", "difficulty"]), None);
/// ```
pub fn closest<'a>(word: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let word = word.to_lowercase();
    let length = word.chars().count();
    let most = (length / 3).max(1);
    let mut best: Option<(usize, &str)> = None;
    for candidate in candidates {
        // The distance takes time and memory by the product of the lengths.
        if candidate.chars().count().abs_diff(length) > most {
            continue;
        }
        let distance = strsim::damerau_levenshtein(&word, &candidate.to_lowercase());
        if distance <= most && best.is_none_or(|(least, _)| distance < least) {
            best = Some((distance, candidate));
        }
    }
    best.map(|(_, candidate)| candidate)
}
