//! [`Tag`]: what a word is.

use std::fmt;

macro_rules! tags {
    ($($name:ident $text:literal $doc:literal)*) => {
        /// What a word is: the tags of the Penn treebank.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[repr(u8)]
        pub enum Tag {
            $(#[doc = concat!("`", $text, "`: ", $doc)] $name,)*
        }

        impl Tag {
            /// All of them, in the order of their numbers.
            pub const ALL: &'static [Tag] = &[$(Tag::$name),*];

            /// As the treebanks write it.
            pub fn as_str(self) -> &'static str {
                match self {
                    $(Tag::$name => $text,)*
                }
            }
        }
    };
}

tags! {
    CC "CC" "Coordinating conjunction: and, or, but."
    CD "CD" "Cardinal number."
    DT "DT" "Determiner: the, a, this."
    EX "EX" "Existential *there*."
    FW "FW" "Foreign word."
    IN "IN" "Preposition or subordinating conjunction."
    JJ "JJ" "Adjective."
    JJR "JJR" "Adjective, comparative."
    JJS "JJS" "Adjective, superlative."
    LS "LS" "List item marker."
    MD "MD" "Modal verb."
    NN "NN" "Noun, singular."
    NNS "NNS" "Noun, plural."
    NNP "NNP" "Proper noun, singular."
    NNPS "NNPS" "Proper noun, plural."
    PDT "PDT" "Word before a determiner: *all* the, *such* a."
    POS "POS" "Possessive ending: 's."
    PRP "PRP" "Personal pronoun."
    PRPS "PRP$" "Possessive pronoun: his, her."
    RB "RB" "Adverb."
    RBR "RBR" "Adverb, comparative."
    RBS "RBS" "Adverb, superlative."
    RP "RP" "Particle: give *up*."
    SYM "SYM" "Symbol."
    TO "TO" "The word *to*."
    UH "UH" "Interjection."
    VB "VB" "Verb, base form."
    VBD "VBD" "Verb, past tense."
    VBG "VBG" "Verb, gerund or present participle."
    VBN "VBN" "Verb, past participle."
    VBP "VBP" "Verb, present tense, not third person singular."
    VBZ "VBZ" "Verb, present tense, third person singular."
    WDT "WDT" "*Which*, *that* as determiner or relative."
    WP "WP" "*Who*, *what*."
    WPS "WP$" "*Whose*."
    WRB "WRB" "*When*, *where*, *why*, *how*."
    Comma "," "Comma."
    Stop "." "Full stop, question mark, exclamation mark."
    Colon ":" "Colon, semicolon, dash."
    OpenQuote "``" "Opening quotation mark."
    CloseQuote "''" "Closing quotation mark."
    OpenBracket "-LRB-" "Opening bracket."
    CloseBracket "-RRB-" "Closing bracket."
    Dollar "$" "Currency sign."
    Hyphen "HYPH" "Hyphen inside a word."
    NFP "NFP" "Superfluous punctuation."
    ADD "ADD" "Web or mail address."
    AFX "AFX" "Affix standing alone."
    GW "GW" "Part of a word that was torn apart."
    XX "XX" "Unknown."
}

impl Tag {
    /// How many there are.
    pub const COUNT: usize = Tag::ALL.len();

    /// Reads what [`Tag::as_str`] writes.
    pub fn parse(text: &str) -> Option<Tag> {
        Tag::ALL.iter().copied().find(|it| it.as_str() == text)
    }

    /// Its number, below [`Tag::COUNT`].
    pub fn index(self) -> usize {
        self as usize
    }

    /// The one with this number.
    pub fn from_index(index: usize) -> Option<Tag> {
        Tag::ALL.get(index).copied()
    }

    /// Common or proper, singular or plural.
    pub fn is_noun(self) -> bool {
        matches!(self, Tag::NN | Tag::NNS | Tag::NNP | Tag::NNPS)
    }

    /// A name.
    pub fn is_proper(self) -> bool {
        matches!(self, Tag::NNP | Tag::NNPS)
    }

    /// A noun in the plural.
    pub fn is_plural(self) -> bool {
        matches!(self, Tag::NNS | Tag::NNPS)
    }

    /// Any form of a verb; modals are not.
    pub fn is_verb(self) -> bool {
        matches!(
            self,
            Tag::VB | Tag::VBD | Tag::VBG | Tag::VBN | Tag::VBP | Tag::VBZ
        )
    }

    /// A verb form that carries tense, or a modal.
    pub fn is_finite(self) -> bool {
        matches!(self, Tag::VBD | Tag::VBP | Tag::VBZ | Tag::MD)
    }

    /// A past form, finite or not.
    pub fn is_past(self) -> bool {
        matches!(self, Tag::VBD | Tag::VBN)
    }

    /// An adjective, compared or not.
    pub fn is_adjective(self) -> bool {
        matches!(self, Tag::JJ | Tag::JJR | Tag::JJS)
    }

    /// An adverb, compared or not.
    pub fn is_adverb(self) -> bool {
        matches!(self, Tag::RB | Tag::RBR | Tag::RBS)
    }

    /// A personal or possessive pronoun.
    pub fn is_pronoun(self) -> bool {
        matches!(self, Tag::PRP | Tag::PRPS)
    }

    /// A question or relative word.
    pub fn is_wh(self) -> bool {
        matches!(self, Tag::WDT | Tag::WP | Tag::WPS | Tag::WRB)
    }

    /// Punctuation of any kind.
    pub fn is_punctuation(self) -> bool {
        matches!(
            self,
            Tag::Comma
                | Tag::Stop
                | Tag::Colon
                | Tag::OpenQuote
                | Tag::CloseQuote
                | Tag::OpenBracket
                | Tag::CloseBracket
                | Tag::Hyphen
                | Tag::NFP
        )
    }
}

impl fmt::Display for Tag {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_one_survives_the_round_trip() {
        for (index, &it) in Tag::ALL.iter().enumerate() {
            assert_eq!(Tag::parse(it.as_str()), Some(it));
            assert_eq!(Tag::from_index(index), Some(it));
            assert_eq!(it.index(), index);
        }
        assert_eq!(Tag::parse("no such thing"), None);
    }
}
