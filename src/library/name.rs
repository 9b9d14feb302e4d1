//! What a bank in the library may be called.

use std::fmt;

use crate::text::safe;

/// The name of a bank in the library: a file name that is safe everywhere.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Name(String);

/// The most characters a name may have.
const LONGEST: usize = 80;

/// Names that Windows keeps for itself.
const RESERVED: [&str; 6] = ["con", "prn", "aux", "nul", "com", "lpt"];

/// Why a text cannot be the name of a bank.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum BadName {
    /// Nothing is left of it.
    #[error("a bank needs a name")]
    Empty,
    /// It is longer than file systems like.
    #[error("the name of a bank has at most {LONGEST} characters")]
    TooLong,
    /// It begins with a dot or a hyphen.
    #[error("the name of a bank cannot begin with {0:?}")]
    Begins(char),
    /// It holds a character that has a meaning in paths or on the screen.
    #[error("the name of a bank cannot contain {0:?}")]
    Contains(char),
    /// Windows keeps it for a device.
    #[error("{0:?} is no name for a bank, because Windows keeps it for a device")]
    Reserved(String),
}

impl Name {
    /// Checks a name.
    ///
    /// # Errors
    /// When it could be a path, would confuse a shell or a screen, or is empty
    /// or too long.
    pub fn new(text: &str) -> Result<Self, BadName> {
        let forbidden = |c: char| {
            safe::is_unsafe(c) || matches!(c, '/' | '\\' | ':' | '*' | '?' | '"' | '<' | '>' | '|')
        };
        if text.trim().is_empty() {
            return Err(BadName::Empty);
        }
        if text.chars().count() > LONGEST || text.len() > 200 {
            return Err(BadName::TooLong);
        }
        if let Some(c) = text.chars().find(|&c| forbidden(c)) {
            return Err(BadName::Contains(c));
        }
        if let Some(first @ ('.' | '-' | ' ')) = text.chars().next() {
            return Err(BadName::Begins(first));
        }
        if let Some(last @ ('.' | ' ')) = text.chars().last() {
            return Err(BadName::Contains(last));
        }
        let device = text.split('.').next().unwrap_or_default().to_lowercase();
        let device = device.trim_end_matches(|c: char| c.is_ascii_digit());
        if RESERVED.contains(&device) {
            return Err(BadName::Reserved(text.to_owned()));
        }
        Ok(Self(text.to_owned()))
    }

    /// A name made of any text, such as a title or the name of a file: small
    /// letters and digits, hyphens between. Nothing if no letter or digit is in
    /// it.
    ///
    /// ```
    /// use quizwright::library::Name;
    /// let name = Name::made_of("The Office (US): Casting").unwrap();
    /// assert_eq!(name.as_str(), "the-office-us-casting");
    /// ```
    pub fn made_of(text: &str) -> Option<Self> {
        let lower = text.to_lowercase();
        let words = lower
            .split(|c: char| !c.is_alphanumeric())
            .filter(|word| !word.is_empty());
        let joined = words.collect::<Vec<_>>().join("-");
        let short: String = joined.chars().take(60).collect();
        let short = short.trim_end_matches('-');
        Self::new(short)
            .or_else(|_| Self::new(&format!("bank-{short}")))
            .ok()
            .filter(|_| !short.is_empty())
    }

    /// The name as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Name {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn names_that_would_leave_the_library_are_refused() {
        for text in [
            "",
            " ",
            "..",
            ".hidden",
            "../x",
            "a/b",
            "a\\b",
            "/etc/passwd",
            "C:x",
            "-rf",
            "a\0b",
            "a\u{202e}b",
            "con",
            "COM1",
            "nul.json",
            "a\nb",
        ] {
            assert!(Name::new(text).is_err(), "{text:?}");
        }
        assert_eq!(Name::new(&"x".repeat(81)), Err(BadName::TooLong));
    }

    #[test]
    fn plain_names_in_any_script_are_fine() {
        for text in ["my-questions", "Fußball 2026", "映画", "a.b", "console"] {
            assert_eq!(Name::new(text).as_ref().map(Name::as_str), Ok(text));
        }
    }

    proptest! {
        #[test]
        fn a_name_joined_to_a_folder_stays_in_it(text in any::<String>()) {
            let names = [Name::new(&text).ok(), Name::made_of(&text)];
            for name in names.into_iter().flatten() {
                let path = std::path::Path::new("banks").join(format!("{name}.json"));
                prop_assert_eq!(path.parent(), Some(std::path::Path::new("banks")));
                prop_assert_eq!(path.components().count(), 2);
            }
        }
    }
}
