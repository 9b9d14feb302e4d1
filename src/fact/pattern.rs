//! Facts from closed constructions: who plays whom, what somebody's job is, who
//! somebody is.

pub mod flat;
pub mod frame;
pub mod list;
pub mod mould;
pub mod oeuvre;
pub mod tale;

use super::front::{Front, FrontValue};
use super::{Analysed, Document, EntityId, Kind, Names};
use crate::text::{Label, Span, Tag, number};

/// A fact that a closed construction states.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PatternFact {
    /// Index of its sentence.
    pub sentence: usize,
    /// What it says.
    pub claim: Claim,
}

/// What a closed construction says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Claim {
    /// An actor plays a character.
    Plays {
        /// The actor.
        actor: EntityId,
        /// The character.
        character: EntityId,
    },
    /// A person has a job: *salesperson Karen Filippelli*.
    Job {
        /// Who.
        person: EntityId,
        /// The job, in lower case.
        role: String,
    },
    /// A relative: *Pam, whose fiancé, Roy, ...*, *his sister Ann*.
    Kin {
        /// Whose relative.
        of: EntityId,
        /// Who.
        person: EntityId,
        /// What: *fiancé*.
        relation: String,
    },
    /// An episode opens or closes a season: *the season-two finale, "X"*.
    Marks {
        /// The episode.
        episode: EntityId,
        /// *finale* or *premiere*.
        part: &'static str,
        /// The season, counted from 1.
        season: u32,
    },
    /// A thing has another name now: *Athlead (now named Athleap)*.
    Renamed {
        /// What it was.
        before: EntityId,
        /// What it became.
        after: EntityId,
    },
    /// A thing of some kind has a name: *a marketing company called Athlead*.
    Called {
        /// What is so called.
        thing: EntityId,
        /// First and last word of the description.
        words: (usize, usize),
    },
    /// What somebody does in an episode, told by a gerund: *Pam falling asleep
    /// on Jim's shoulder in "Diversity Day"*.
    Does {
        /// The episode.
        episode: EntityId,
        /// The word that names who does it.
        who: usize,
        /// The gerund.
        verb: usize,
        /// The last word before the phrase that names the episode.
        last: usize,
    },
    /// A person is what an apposition says: *Brian, the boom mic operator*.
    Is {
        /// Who.
        person: EntityId,
        /// First and last word of the description.
        words: (usize, usize),
    },
}

/// All facts of closed constructions.
pub fn facts(document: &Document<'_>) -> Vec<PatternFact> {
    let mut facts: Vec<PatternFact> = Vec::new();
    for (number, sentence) in document.sentences.iter().enumerate() {
        if !sentence.prose {
            continue;
        }
        if let Some(Front {
            value: FrontValue::Title(span),
            ..
        }) = &sentence.front
            && document.subject.in_series
            && let Some(episode) = document.names.within(*span).first().map(|m| m.entity)
            && let Some((part, season)) = marked(document.text(), sentence.whole, *span)
        {
            facts.push(PatternFact {
                sentence: number,
                claim: Claim::Marks {
                    episode,
                    part,
                    season,
                },
            });
        }
        for word in 0..sentence.parse.words.len() {
            let claims = [
                renamed(document, sentence, word),
                called(document, sentence, word),
                marks(document, sentence, word),
                does(document, sentence, word),
            ];
            facts.extend(claims.into_iter().flatten().map(|claim| PatternFact {
                sentence: number,
                claim,
            }));
            let Some(person) = person(document, sentence, word) else {
                continue;
            };
            let claims = [
                bracketed_actor(document, sentence, word, person),
                plays(document, sentence, word, person),
                cast(document, sentence, word, person),
                job(document, sentence, word, person),
                job_behind(document, sentence, word, person),
                kin(document, sentence, word, person),
                apposition(document, sentence, word, person),
                apposition_before(document, sentence, word, person),
            ];
            for claim in claims.into_iter().flatten() {
                if !facts.iter().any(|f| f.claim == claim) {
                    facts.push(PatternFact {
                        sentence: number,
                        claim,
                    });
                }
            }
        }
    }
    facts
}

fn person(document: &Document<'_>, sentence: &Analysed, word: usize) -> Option<EntityId> {
    let id = sentence.entities.get(word).copied().flatten()?;
    document
        .entity(id)
        .filter(|e| e.kind == Some(Kind::Person))
        .map(|_| id)
}

/// *Charles Miner (Idris Elba)*
fn bracketed_actor(
    document: &Document<'_>,
    sentence: &Analysed,
    word: usize,
    character: EntityId,
) -> Option<Claim> {
    let parse = &sentence.parse;
    let fiction = document.subject.is_fictional || document.subject.kind == Some(Kind::Work);
    if !fiction
        || parse.tag(word + 1) != Some(Tag::OpenBracket)
        || parse.tag(word + 3) != Some(Tag::CloseBracket)
    {
        return None;
    }
    let actor = person(document, sentence, word + 2)?;
    (actor != character).then_some(Claim::Plays { actor, character })
}

/// *Jenna Fischer, who portrayed ... Pam Beesly*; *played by John Krasinski*
fn plays(
    document: &Document<'_>,
    sentence: &Analysed,
    word: usize,
    character: EntityId,
) -> Option<Claim> {
    let parse = &sentence.parse;
    let mut top = word;
    // *his co-worker Pam Beesly* hangs on the noun or the other way round.
    while parse.label(top).is_some_and(|l| {
        matches!(
            l,
            Label::Appos | Label::Flat | Label::Conj | Label::NmodDesc | Label::Compound
        )
    }) {
        top = parse.words.get(top)?.head?;
    }
    if parse.label(top) != Some(Label::Obj) {
        return None;
    }
    let verb = parse.words.get(top)?.head?;
    let is_play = parse
        .words
        .get(verb)
        .is_some_and(|w| matches!(w.lemma.as_str(), "play" | "portray" | "voice"));
    if !is_play
        || parse.children(verb).any(|c| {
            parse.label(c) == Some(Label::Advmod) && parse.form(document.text(), c) == "not"
        })
    {
        return None;
    }
    // The work must be the subject's: nothing says *on* another one.
    let elsewhere = parse
        .children(verb)
        .any(|c| c > verb && parse.label(c).is_some_and(Label::is_oblique) && c != top);
    if elsewhere {
        return None;
    }
    let subject = parse
        .children(verb)
        .find(|&c| parse.label(c).is_some_and(Label::is_nominal_subject))?;
    let actor = if parse.tag(subject).is_some_and(Tag::is_wh) {
        let noun = parse
            .words
            .get(verb)
            .filter(|w| w.label == Label::AclRelcl)?
            .head?;
        person(document, sentence, noun)?
    } else {
        person(document, sentence, subject)?
    };
    (actor != character).then_some(Claim::Plays { actor, character })
}

/// *Jenna Fischer, who portrayed his co-worker Pam Beesly*; *Fischer, cast as
/// Pam Beesly*: an actor, the verb, and nothing but nouns up to the character.
fn cast(
    document: &Document<'_>,
    sentence: &Analysed,
    word: usize,
    actor: EntityId,
) -> Option<Claim> {
    let parse = &sentence.parse;
    let text = document.text();
    if !(document.subject.is_fictional || document.subject.kind == Some(Kind::Work)) {
        return None;
    }
    let mut at = word + 1;
    while matches!(parse.form(text, at), "," | "who" | "was" | "is") {
        at += 1;
    }
    let lead = at - word;
    at = match parse.form(text, at) {
        "portrayed" | "portrays" | "plays" | "played" if lead > 1 => at + 1,
        "cast" if lead > 0 && parse.form(text, at + 1) == "as" => at + 2,
        _ => return None,
    };
    while sentence.entities.get(at).copied().flatten().is_none() {
        let word = parse.words.get(at)?;
        let described = word.tag.is_noun()
            || word.tag.is_adjective()
            || matches!(word.tag, Tag::PRPS | Tag::DT | Tag::CC);
        if !described || parse.form(text, at) == "," {
            return None;
        }
        at += 1;
    }
    let character = person(document, sentence, at)?;
    let ends = !matches!(parse.form(text, at + 1), "'s" | "’s" | "in" | "on" | "and");
    (ends && actor != character).then_some(Claim::Plays { actor, character })
}

/// *salesperson Karen Filippelli*, *Vice President Charles Miner*
fn job(
    document: &Document<'_>,
    sentence: &Analysed,
    word: usize,
    person: EntityId,
) -> Option<Claim> {
    let parse = &sentence.parse;
    let text = document.text();
    let lists = super::lists::Lists::shared();
    let before = word.checked_sub(1)?;
    let noun = parse
        .words
        .get(before)
        .filter(|w| matches!(w.tag, Tag::NN | Tag::NNP) && !w.name)?;
    let mut first = before;
    let mut role = noun.span.of(text).to_lowercase();
    while let Some(at) = first.checked_sub(1) {
        let Some(more) = parse
            .words
            .get(at)
            .filter(|w| matches!(w.tag, Tag::NN | Tag::NNP | Tag::JJ) && !w.name)
        else {
            break;
        };
        let longer = Span::new(more.span.start, noun.span.end)
            .of(text)
            .to_lowercase();
        if lists.role(&longer).is_none() {
            break;
        }
        role = longer;
        first = at;
    }
    let job = is_job(&role);
    // *former boss X*, *his doctor X*: no job of X's own.
    let loose = first.checked_sub(1).is_some_and(|b| {
        matches!(
            parse.form(text, b).to_lowercase().as_str(),
            "former" | "ex" | "-" | "fellow" | "aspiring" | "future" | "his" | "her" | "their"
        )
    });
    (job && !loose).then_some(Claim::Job { person, role })
}

/// *Pam Beesly, the receptionist*, *Danny Cordray, a superior paper salesman*
fn job_behind(
    document: &Document<'_>,
    sentence: &Analysed,
    word: usize,
    person: EntityId,
) -> Option<Claim> {
    let parse = &sentence.parse;
    let text = document.text();
    let lists = super::lists::Lists::shared();
    let head = parse.children(word).find(|&c| {
        c > word
            && parse.label(c) == Some(Label::Appos)
            && matches!(parse.tag(c), Some(Tag::NN | Tag::NNP))
    })?;
    let (first, _) = parse.subtree(head);
    let first = first + usize::from(parse.form(text, first) == ",");
    if !matches!(
        parse.form(text, first).to_lowercase().as_str(),
        "a" | "an" | "the"
    ) || head > first + 4
    {
        return None;
    }
    let mut role = parse.form(text, head).to_lowercase();
    for start in first + 1..head {
        let longer = parse.text_of(text, start..=head).to_lowercase();
        if lists.role(&longer).is_some() {
            role = longer;
            break;
        }
        if matches!(
            longer.split(' ').next(),
            Some("former" | "future" | "fictional" | "retired")
        ) {
            return None;
        }
    }
    is_job(&role).then_some(Claim::Job { person, role })
}

fn is_kin(noun: &str) -> bool {
    super::lists::Lists::shared()
        .role(noun)
        .is_some_and(|r| r.class == "kin")
}

/// Whether a role is what somebody works as.
fn is_job(role: &str) -> bool {
    super::lists::Lists::shared()
        .role(role)
        .is_some_and(|known| {
            !matches!(
                known.class,
                "kin" | "nobility" | "royalty" | "other" | "fiction" | "criminal"
            ) && !matches!(
                role,
                "co-worker"
                    | "coworker"
                    | "colleague"
                    | "boss"
                    | "employee"
                    | "number two"
                    | "subordinate"
                    | "employer"
                    | "intern"
                    | "billionaire"
                    | "millionaire"
                    | "tycoon"
                    | "magnate"
                    | "heir"
                    | "investor"
                    | "philanthropist"
                    | "candidate"
                    | "seller"
                    | "worker"
                    | "developer"
                    | "leader"
            )
        })
}

/// *Brian, the boom mic operator of the documentary crew*
fn apposition(
    document: &Document<'_>,
    sentence: &Analysed,
    word: usize,
    person: EntityId,
) -> Option<Claim> {
    let parse = &sentence.parse;
    let text = document.text();
    if person == Names::TITLE || parse.form(text, word + 1) != "," {
        return None;
    }
    let head = parse.children(word).find(|&c| {
        c > word && parse.label(c) == Some(Label::Appos) && parse.tag(c) == Some(Tag::NN)
    })?;
    let (mut first, mut last) = parse.subtree(head);
    if parse.form(text, first) == "," {
        first += 1;
    }
    while parse.tag(last).is_some_and(Tag::is_punctuation) && last > head {
        last -= 1;
    }
    let definite = parse.form(text, first).eq_ignore_ascii_case("the");
    let described = parse.children(head).any(|c| {
        c > head
            && parse
                .label(c)
                .is_some_and(|l| matches!(l, Label::Nmod | Label::AclRelcl | Label::Acl))
    });
    let role = super::lists::Lists::shared()
        .role(&parse.form(text, head).to_lowercase())
        .is_some();
    (first == word + 2 && definite && described && role).then_some(Claim::Is {
        person,
        words: (first, last),
    })
}

/// *the boom mic operator of the crew, Brian, ...*; *Ann's replacement, Bo, ...*
fn apposition_before(
    document: &Document<'_>,
    sentence: &Analysed,
    word: usize,
    person: EntityId,
) -> Option<Claim> {
    let parse = &sentence.parse;
    let text = document.text();
    let comma = word.checked_sub(1)?;
    let closed = matches!(parse.form(text, word + 1), "," | "." | ";");
    if person == Names::TITLE || parse.form(text, comma) != "," || !closed {
        return None;
    }
    let head = parse
        .words
        .get(word)
        .filter(|w| w.label == Label::Appos)?
        .head
        .filter(|&h| h < comma && parse.tag(h) == Some(Tag::NN))?;
    let (mut first, _) = parse.subtree(head);
    while parse
        .label(first)
        .is_some_and(|l| matches!(l, Label::Case | Label::Mark | Label::Cc))
        || matches!(parse.tag(first), Some(Tag::IN | Tag::TO))
    {
        first += 1;
    }
    let last = comma.checked_sub(1)?;
    let owned = parse.children(head).any(|c| {
        parse.label(c) == Some(Label::NmodPoss)
            && sentence.entities.get(c).copied().flatten().is_some()
    });
    let definite = parse.form(text, first).eq_ignore_ascii_case("the")
        && parse.children(head).any(|c| {
            c > head
                && c < comma
                && parse.label(c) == Some(Label::Nmod)
                && (c..comma).any(|at| sentence.entities.get(at).copied().flatten().is_some())
        });
    let fleeting = (first..=last).any(|at| {
        matches!(
            parse.form(text, at).to_lowercase().as_str(),
            "new"
                | "then"
                | "current"
                | "now"
                | "own"
                | "other"
                | "character"
                | "opponent"
                | "friend"
                | "client"
                | "co-star"
                | "guest"
                | "member"
                | "fan"
                | "colleague"
                | "student"
                | "his"
                | "her"
                | "their"
                | "its"
                | "this"
        )
    });
    let kin = fleeting || is_kin(&parse.form(text, head).to_lowercase());
    let alone = !parse
        .children(word)
        .any(|c| parse.label(c) == Some(Label::Conj));
    ((owned || definite) && alone && !kin && last >= head && last - first < 10).then_some(
        Claim::Is {
            person,
            words: (first, last),
        },
    )
}

/// *Athlead (now named Athleap)*
fn renamed(document: &Document<'_>, sentence: &Analysed, word: usize) -> Option<Claim> {
    let parse = &sentence.parse;
    let text = document.text();
    let before = sentence.entities.get(word).copied().flatten()?;
    if parse.tag(word + 1) != Some(Tag::OpenBracket)
        || !parse.form(text, word + 2).eq_ignore_ascii_case("now")
    {
        return None;
    }
    let mut at = word + 3;
    while matches!(
        parse.form(text, at),
        "named" | "called" | "known" | "as" | "the"
    ) {
        at += 1;
    }
    let after = sentence.entities.get(at).copied().flatten()?;
    let closes = parse.tag(at + 1) == Some(Tag::CloseBracket);
    (closes && before != after).then_some(Claim::Renamed { before, after })
}

/// *a sports marketing company in Philadelphia called Athlead*
fn called(document: &Document<'_>, sentence: &Analysed, word: usize) -> Option<Claim> {
    let parse = &sentence.parse;
    let text = document.text();
    let verb = word
        .checked_sub(1)
        .filter(|&v| matches!(parse.form(text, v), "called" | "named"))?;
    let thing = sentence.entities.get(word).copied().flatten()?;
    let noun = parse
        .words
        .get(verb)
        .filter(|w| w.label == Label::Acl)?
        .head?;
    let (first, _) = parse.subtree(noun);
    let type_noun = super::lists::Lists::shared()
        .type_noun(&parse.form(text, noun).to_lowercase())
        .is_some();
    let indefinite = matches!(parse.form(text, first), "a" | "an");
    let described = verb >= first + 3;
    (type_noun && indefinite && described && noun < verb && parse.tag(noun) == Some(Tag::NN))
        .then_some(Claim::Called {
            thing,
            words: (first + 1, verb - 1),
        })
}

/// *Pam falling asleep on Jim's shoulder in "Diversity Day"*: name, gerund,
/// no other verb or comma, and the episode.
fn does(document: &Document<'_>, sentence: &Analysed, word: usize) -> Option<Claim> {
    let parse = &sentence.parse;
    let text = document.text();
    let episode = sentence.entities.get(word).copied().flatten()?;
    document.entity(episode).filter(|e| {
        e.quoted && e.noun.as_deref() == Some("episode") && document.subject.in_series
    })?;
    let mut preposition = word.checked_sub(1)?;
    if matches!(parse.form(text, preposition), "\"" | "“") {
        preposition = preposition.checked_sub(1)?;
    }
    if parse.form(text, preposition) != "in" {
        return None;
    }
    let verb = (1..preposition)
        .rev()
        .take(9)
        .take_while(|&at| {
            let tag = parse.tag(at);
            tag == Some(Tag::VBG)
                || !tag.is_some_and(|t| t.is_verb() || t.is_punctuation() || t == Tag::MD)
        })
        .find(|&at| parse.tag(at) == Some(Tag::VBG))?;
    let who = verb.checked_sub(1)?;
    let who = match person(document, sentence, who) {
        Some(_) => who,
        None => first_gerund(document, sentence, verb)?,
    };
    (verb + 1 < preposition).then_some(Claim::Does {
        episode,
        who,
        verb,
        last: preposition - 1,
    })
}

/// *Pam falling asleep in "X" and drunkenly \[kissing\] him*: who does the
/// first also does the second.
fn first_gerund(document: &Document<'_>, sentence: &Analysed, verb: usize) -> Option<usize> {
    let parse = &sentence.parse;
    let mut joint = verb.checked_sub(1)?;
    if parse.tag(joint).is_some_and(Tag::is_adverb) {
        joint = joint.checked_sub(1)?;
    }
    if parse.form(document.text(), joint) != "and" {
        return None;
    }
    let first = (joint.saturating_sub(14)..joint)
        .rev()
        .find(|&at| parse.tag(at) == Some(Tag::VBG))?;
    let who = first.checked_sub(1)?;
    person(document, sentence, who).map(|_| who)
}

/// *the season-two finale, "X,"*; *"X," the finale of season two*
fn marks(document: &Document<'_>, sentence: &Analysed, word: usize) -> Option<Claim> {
    let text = document.text();
    let id = sentence.entities.get(word).copied().flatten()?;
    document
        .entity(id)
        .filter(|e| e.quoted && document.subject.in_series)?;
    let span = sentence.parse.words.get(word)?.span;
    marked(text, sentence.whole, span).map(|(part, season)| Claim::Marks {
        episode: id,
        part,
        season,
    })
}

/// What part of which season the words right before or behind a title name.
fn marked(text: &str, sentence: Span, title: Span) -> Option<(&'static str, u32)> {
    let before = Span::new(sentence.start, title.start)
        .of(text)
        .trim_end_matches(['"', '“', ' ', ','])
        .to_lowercase();
    let after = Span::new(title.end, sentence.end)
        .of(text)
        .trim_start_matches(['"', '”', ' ', ','])
        .to_lowercase();
    for part in ["finale", "premiere"] {
        if let Some(head) = before.strip_suffix(part) {
            let last = head.split_whitespace().next_back()?;
            let season = last
                .strip_prefix("season-")
                .or_else(|| last.strip_suffix("-season"))?;
            return season_number(season).map(|n| (part, n));
        }
        let behind = after.strip_prefix("the ").unwrap_or(&after);
        if let Some(tail) = behind.strip_prefix(part) {
            let mut words = tail
                .strip_prefix(" of ")?
                .split(|c: char| !c.is_alphanumeric());
            let season = match (words.next()?, words.next()?, words.next()) {
                ("season", n, _) | ("the", n, Some("season")) => season_number(n)?,
                _ => return None,
            };
            return Some((part, season));
        }
    }
    None
}

fn season_number(word: &str) -> Option<u32> {
    number::ordinal(word).or_else(|| {
        (1..=40).find(|&n| number::number_word(u64::from(n)) == word || n.to_string() == word)
    })
}

/// *Pam, whose fiancé, Roy Anderson, ...*; *his sister Ann*; *Ann's son, Bo*
fn kin(
    document: &Document<'_>,
    sentence: &Analysed,
    word: usize,
    person: EntityId,
) -> Option<Claim> {
    let parse = &sentence.parse;
    let text = document.text();
    let skip = usize::from(parse.form(text, word.checked_sub(1)?) == ",");
    let noun = word.checked_sub(1 + skip)?;
    let relation = parse.form(text, noun).to_lowercase();
    let is_kin = super::lists::Lists::shared()
        .role(&relation)
        .is_some_and(|r| r.class == "kin");
    if !is_kin || !parse.tag(noun).is_some_and(Tag::is_noun) {
        return None;
    }
    // *his older sister X*: one word may stand between.
    let owner = (noun.saturating_sub(2)..noun)
        .rev()
        .find(|&at| matches!(parse.tag(at), Some(Tag::PRPS | Tag::WPS | Tag::POS)))?;
    let of = match parse.tag(owner) {
        Some(Tag::PRPS) => sentence.entity(owner)?,
        Some(Tag::WPS) => {
            let comma = owner
                .checked_sub(1)
                .filter(|&c| parse.form(text, c) == ",")?;
            sentence
                .entities
                .get(comma.checked_sub(1)?)
                .copied()
                .flatten()?
        }
        _ => sentence
            .entities
            .get(owner.checked_sub(1)?)
            .copied()
            .flatten()?,
    };
    let between = noun - owner - 1;
    // *With the help of Ann's father, Bo found ...*: no apposition.
    let closed = skip == 0
        || matches!(
            parse.form(text, word + 1),
            "," | "." | ";" | ")" | "(" | "and" | ""
        );
    let plain = closed && (relation.chars().all(char::is_alphabetic) || relation.contains('-'));
    let alone = !parse
        .children(word)
        .any(|c| parse.label(c) == Some(Label::Conj));
    (of != person
        && between == 0
        && plain
        && alone
        && document.entity(of)?.kind == Some(Kind::Person))
    .then_some(Claim::Kin {
        of,
        person,
        relation,
    })
}
