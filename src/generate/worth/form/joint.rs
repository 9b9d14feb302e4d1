//! Parts of two sentences in one.

/// *did Ada graduate from the school in Moor were noted*
pub(super) fn has_two_verbs(words: &[&str]) -> bool {
    const JOINING: [&str; 26] = [
        "that", "which", "who", "whom", "whose", "when", "where", "while", "because", "if", "as",
        "after", "before", "until", "since", "what", "how", "why", "although", "though", "than",
        "and", "but", "or", "so", "whether",
    ];
    let Some(did) = words.iter().position(|w| *w == "did") else {
        return false;
    };
    let mut quoted = false;
    for word in words.iter().skip(did + 1) {
        let bare = word.trim_end_matches(',');
        if word.starts_with('"') {
            quoted = true;
        }
        if !quoted && JOINING.contains(&bare) {
            return false;
        }
        if !quoted && matches!(bare, "was" | "were" | "had" | "has" | "is" | "are") {
            return true;
        }
        if word.ends_with('"') {
            quoted = false;
        }
    }
    false
}

/// *did Moor a strike begin*
pub(super) fn has_two_subjects(words: &[&str]) -> bool {
    words.windows(3).any(|w| {
        matches!(w, ["did" | "does" | "was" | "were" | "do", name, "a" | "an"]
            if name.starts_with(char::is_uppercase) && !name.ends_with(','))
    })
}

/// *Whom did the group include and Bo Orr?*, *exasperate them to the point*
pub(super) fn is_cut_pair(words: &[&str], verb: &str) -> bool {
    let joined = words.windows(3).any(|w| {
        matches!(w, [first, "and", next]
            if *first == verb && next.starts_with(char::is_uppercase))
    });
    let point = matches!(
        words,
        [.., "to", "the", "point" | "extent" | "degree" | "effect"]
    );
    joined || point
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(stem: &str) -> Vec<&str> {
        stem.split(' ').collect()
    }

    #[test]
    fn parts_of_two_sentences_make_none() {
        assert!(has_two_verbs(&words(
            "In what year did Ada leave the school in Moor were noted"
        )));
        assert!(!has_two_verbs(&words(
            "In what year did Ada say that Bo was in Moor"
        )));
        assert!(has_two_subjects(&words(
            "On what date did Moor a strike begin"
        )));
        assert!(!has_two_subjects(&words("When did Moor give a party")));
        assert!(is_cut_pair(
            &words("Whom did the group include and Bo Orr"),
            "include"
        ));
    }
}
