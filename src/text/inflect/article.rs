//! "A" or "an".

/// Words with a vowel letter and a consonant sound.
const CONSONANT: &[&str] = &[
    "one", "once", "uni", "use", "usa", "usu", "uto", "ura", "uri", "eu", "ewe", "ubi", "uk", "u.",
    "u-", "ufo", "ouija",
];
/// Of those, words with a vowel sound all the same.
const VOWEL: &[&str] = &["unin", "unim", "unid", "oneiro"];
/// Words with a silent h.
const SILENT: &[&str] = &["hour", "honest", "honor", "honour", "heir"];
/// Capitals whose name begins with a vowel.
const VOWEL_NAMES: &str = "AEFHILMNORSX";

/// "a" or "an", as the sound of the noun phrase asks.
///
/// ```
/// use quizwright::text::inflect::article;
/// assert_eq!(article("hour"), "an");
/// assert_eq!(article("university"), "a");
/// assert_eq!(article("FBI agent"), "an");
/// assert_eq!(article("18-year-old"), "an");
/// ```
pub fn article(noun_phrase: &str) -> &'static str {
    let start = noun_phrase.trim_start_matches(|c: char| !c.is_alphanumeric());
    let word = start
        .split(|c: char| c.is_whitespace() || c == '-' || c == '/')
        .next()
        .unwrap_or("");
    if vowel_sound(word) { "an" } else { "a" }
}

fn vowel_sound(word: &str) -> bool {
    let Some(first) = word.chars().next() else {
        return false;
    };
    if first.is_ascii_digit() {
        return number_begins_with_vowel(word);
    }
    if is_spelled(word) {
        return VOWEL_NAMES.contains(first);
    }
    let lower = word.to_lowercase();
    let begins = |list: &[&str]| list.iter().any(|start| lower.starts_with(start));
    if begins(SILENT) {
        return true;
    }
    matches!(
        first.to_ascii_lowercase(),
        'a' | 'e' | 'i' | 'o' | 'u' | 'é' | 'á' | 'å' | 'ö' | 'ó'
    ) && (!begins(CONSONANT) || begins(VOWEL))
}

/// Whether the letters are read one by one: FBI, NBC, U.S., X.
fn is_spelled(word: &str) -> bool {
    let word = word
        .trim_end_matches("'s")
        .trim_end_matches([',', '.', 's']);
    let letters: Vec<char> = word.chars().filter(|c| c.is_alphabetic()).collect();
    let capitals = !letters.is_empty() && letters.iter().all(|c| c.is_uppercase());
    let dotted = word.contains('.');
    let vowels = letters
        .iter()
        .filter(|c| matches!(c, 'A' | 'E' | 'I' | 'O' | 'U'))
        .count();
    // NASA and NATO are words, the FBI and the US are letters.
    capitals
        && (letters.len() <= 3 || dotted || vowels == 0 || letters.len() == 4 && vowels < 2)
        && !["UNO"].contains(&word)
}

/// 8, 80, 800, 11, 18 and their thousands.
fn number_begins_with_vowel(word: &str) -> bool {
    let digits: String = word
        .chars()
        .take_while(|c| c.is_ascii_digit() || *c == ',')
        .filter(char::is_ascii_digit)
        .collect();
    let groups = digits.len() % 3;
    let leading = digits.get(
        ..if groups == 0 {
            3.min(digits.len())
        } else {
            groups
        },
    );
    // 1100 is read "eleven hundred", 1865 "eighteen sixty-five".
    let four = digits.len() == 4
        && !word.contains(',')
        && (digits.starts_with("11") || digits.starts_with("18"));
    digits.starts_with('8') || matches!(leading, Some("11" | "18")) || four
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn by_sound() {
        for phrase in [
            "apple",
            "hour",
            "honest man",
            "8",
            "80-foot wall",
            "11th hour",
            "18 year old",
            "FBI agent",
            "MRI",
            "NBC sitcom",
            "uncle",
            "unimportant note",
            "X-ray",
            "SUV",
            "1865 novel",
            "\"Emma\"",
            "heir",
            "umbrella",
            "American",
            "LP",
            "HBO series",
            "Oscar",
            "11,000-seat hall",
            "island",
        ] {
            assert_eq!(article(phrase), "an", "{phrase}");
        }
        for phrase in [
            "cat",
            "university",
            "US company",
            "U.S. senator",
            "unique plan",
            "European",
            "one-off",
            "110",
            "1100000",
            "100",
            "UFO",
            "NASA probe",
            "hotel",
            "user",
            "ukulele",
            "UN body",
            "BBC show",
            "1952 film",
            "",
            "eulogy",
            "UK band",
            "history",
        ] {
            assert_eq!(article(phrase), "a", "{phrase}");
        }
    }
}
