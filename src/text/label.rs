//! [`Label`]: what a word is to its head.

use std::fmt;

macro_rules! labels {
    ($($name:ident $text:literal $doc:literal)*) => {
        /// What a word is to its head: the relations of Universal Dependencies.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[repr(u8)]
        pub enum Label {
            $(#[doc = concat!("`", $text, "`: ", $doc)] $name,)*
        }

        impl Label {
            /// All of them, in the order of their numbers.
            pub const ALL: &'static [Label] = &[$(Label::$name),*];

            /// As the treebanks write it.
            pub fn as_str(self) -> &'static str {
                match self {
                    $(Label::$name => $text,)*
                }
            }
        }
    };
}

labels! {
    Root "root" "The head of the sentence."
    Nsubj "nsubj" "Subject."
    NsubjPass "nsubj:pass" "Subject of a passive verb."
    NsubjOuter "nsubj:outer" "Subject of a copular clause whose predicate is itself a clause."
    Csubj "csubj" "Clause as subject."
    CsubjPass "csubj:pass" "Clause as subject of a passive verb."
    CsubjOuter "csubj:outer" "Clause as subject of a copular clause around a clause."
    Obj "obj" "Object."
    Iobj "iobj" "Indirect object."
    Ccomp "ccomp" "Clause as complement, with its own subject."
    Xcomp "xcomp" "Complement without its own subject."
    Obl "obl" "Prepositional phrase of a verb."
    OblAgent "obl:agent" "The *by*-phrase of a passive verb."
    OblUnmarked "obl:unmarked" "Noun phrase used as an adverbial: *last year*."
    Advmod "advmod" "Adverb."
    Advcl "advcl" "Adverbial clause."
    AdvclRelcl "advcl:relcl" "Relative clause about a whole clause."
    Aux "aux" "Auxiliary."
    AuxPass "aux:pass" "Auxiliary of the passive."
    Cop "cop" "Copula."
    Mark "mark" "Subordinating word."
    Expl "expl" "Expletive *it*, *there*."
    Nmod "nmod" "Prepositional phrase of a noun."
    NmodPoss "nmod:poss" "Possessor."
    NmodUnmarked "nmod:unmarked" "Noun phrase on a noun without preposition."
    NmodDesc "nmod:desc" "Title or description on a name: *President* Lincoln."
    Appos "appos" "Apposition."
    Nummod "nummod" "Number on a noun."
    Amod "amod" "Adjective on a noun."
    Acl "acl" "Clause on a noun."
    AclRelcl "acl:relcl" "Relative clause."
    Det "det" "Determiner."
    DetPredet "det:predet" "Word before the determiner."
    Case "case" "Preposition or possessive ending."
    Compound "compound" "Noun on a noun."
    CompoundPrt "compound:prt" "Particle of a verb."
    Flat "flat" "Later part of a name."
    Fixed "fixed" "Later part of a fixed phrase: *because of*."
    Conj "conj" "Later member of a coordination."
    Cc "cc" "Conjunction of a coordination."
    CcPreconj "cc:preconj" "*Both*, *either* before a coordination."
    Parataxis "parataxis" "Clause set beside another."
    List "list" "Item of a list."
    Discourse "discourse" "Interjection, filler."
    Vocative "vocative" "Person addressed."
    Dislocated "dislocated" "Phrase set outside its clause."
    Orphan "orphan" "Dependent whose head was left out."
    Goeswith "goeswith" "Part of a word torn apart."
    Reparandum "reparandum" "What a speaker corrected."
    Punct "punct" "Punctuation."
    Dep "dep" "Relation unknown."
}

impl Label {
    /// How many there are.
    pub const COUNT: usize = Label::ALL.len();

    /// Reads what [`Label::as_str`] writes.
    pub fn parse(text: &str) -> Option<Label> {
        Label::ALL.iter().copied().find(|it| it.as_str() == text)
    }

    /// Its number, below [`Label::COUNT`].
    pub fn index(self) -> usize {
        self as usize
    }

    /// The one with this number.
    pub fn from_index(index: usize) -> Option<Label> {
        Label::ALL.get(index).copied()
    }

    /// The relation without its subtype: [`Label::NsubjPass`] is a
    /// [`Label::Nsubj`].
    #[must_use]
    pub fn base(self) -> Label {
        let text = self.as_str();
        let base = text.split(':').next().unwrap_or(text);
        Label::parse(base).unwrap_or(self)
    }

    /// A subject of any kind, also a clause.
    pub fn is_subject(self) -> bool {
        matches!(self.base(), Label::Nsubj | Label::Csubj)
    }

    /// A noun phrase as subject.
    pub fn is_nominal_subject(self) -> bool {
        matches!(self, Label::Nsubj | Label::NsubjPass | Label::NsubjOuter)
    }

    /// A prepositional or adverbial noun phrase of a verb.
    pub fn is_oblique(self) -> bool {
        self.base() == Label::Obl
    }

    /// The head of a clause inside another.
    pub fn is_clause(self) -> bool {
        matches!(
            self.base(),
            Label::Csubj
                | Label::Ccomp
                | Label::Xcomp
                | Label::Advcl
                | Label::Acl
                | Label::Parataxis
        )
    }
}

impl fmt::Display for Label {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_one_survives_the_round_trip() {
        for (index, &it) in Label::ALL.iter().enumerate() {
            assert_eq!(Label::parse(it.as_str()), Some(it));
            assert_eq!(Label::from_index(index), Some(it));
            assert_eq!(it.index(), index);
        }
        assert_eq!(Label::parse("no such thing"), None);
    }
}
