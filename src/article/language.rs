//! Is a text English?

/// Words that make up a third of English prose and are rare elsewhere.
const FUNCTION_WORDS: [&str; 24] = [
    "the", "of", "and", "to", "in", "was", "is", "by", "for", "with", "on", "as", "that", "from",
    "at", "his", "he", "it", "which", "were", "are", "this", "an", "be",
];

/// Whether `text` reads as English: at least one word in seven is a common
/// function word. Texts of fewer than 20 words always pass.
pub fn is_english(text: &str) -> bool {
    let words: Vec<String> = text
        .split_whitespace()
        .map(|w| {
            w.trim_matches(|c: char| !c.is_alphanumeric())
                .to_lowercase()
        })
        .filter(|w| !w.is_empty())
        .take(3000)
        .collect();
    let common = words
        .iter()
        .filter(|w| FUNCTION_WORDS.contains(&w.as_str()))
        .count();
    words.len() < 20 || common * 7 >= words.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn english_passes_and_german_does_not() {
        let english = "The harbour was built in 1880 by the town, and it is still used by fishermen. \
                       It lies at the mouth of the river and has a lighthouse on the northern pier.";
        let german = "Der Hafen wurde im Jahr 1880 von der Stadt gebaut und wird noch heute von den \
                      Fischern genutzt. Er liegt an der Mündung des Flusses und hat einen Leuchtturm.";
        assert!(is_english(english));
        assert!(!is_english(german));
    }
}
