//! Whether a stem says enough for one answer.

use super::bound::is_time;
use super::event::is_repeatable;
use super::{Asker, EMPTY_VERBS, Gap, MILESTONES, MOODS};
use crate::fact::value::Sort;
use crate::fact::{Kind, Names};
use crate::generate::phrase::{Reason, Writer};
use crate::text::{Label, Tag, inflect};

impl<'d, 'a> Asker<'d, 'a> {
    /// The stem must say enough for one answer: it names the subject or its
    /// work, and holds telling words and names.
    pub(super) fn substance(&self, writer: &Writer<'d, 'a>) -> Result<(), Reason> {
        let text = writer.text();
        let subject = &self.document.subject;
        let domain = subject.domain.as_deref();
        let anchored = writer.introduced.contains(&Names::TITLE)
            || text.contains(self.document.article.title.as_str())
            || domain.is_some_and(|d| text.contains(d));
        if BROKEN.iter().any(|b| text.contains(b)) || text.contains(" ,") || text.contains(" \"?") {
            return Err("the stem is torn");
        }
        let doubled = ["did", "does", "was", "were", "is", "are"]
            .iter()
            .any(|verb| {
                [
                    "whose", "who", "which", "whom", "titled", "entitled", "called",
                ]
                .iter()
                .any(|wh| text.contains(&format!(" {verb} {wh} ")))
            });
        if doubled {
            return Err("the stem is torn");
        }
        if text
            .replace(" but not ", " ")
            .split(' ')
            .any(|w| w == "not")
        {
            return Err("denied");
        }
        let source = self.sentence.whole.of(self.document.text());
        let edited = text.contains('"') && (source.contains('[') || source.contains("..."));
        if edited || text.ends_with("?\"") && !text.contains("episode") {
            return Err("an edited quotation");
        }
        if text.contains(['[', '\n']) || text.contains(" \" ") || text.ends_with(" \"") {
            return Err("an edited quotation");
        }
        // *New York City:57–60*: a page number of the source.
        let characters: Vec<char> = text.chars().collect();
        let paged = characters.windows(3).any(|w| {
            matches!(w, [before, ':', after] if before.is_alphabetic() && after.is_ascii_digit())
        });
        if paged {
            return Err("a page number of the source");
        }
        if text.contains(" only ") {
            return Err("an only that may have moved");
        }
        // *for the first time since 1539* is not for the first time.
        let since = [
            "first time since",
            "first time in",
            "first since",
            "time since",
        ];
        let lost = |since: &str| source.contains(since) && !text.contains(since);
        if since.iter().any(|s| lost(s)) && text.contains(" time") {
            return Err("a condition that the stem would lose");
        }
        // *A received 1,866 votes, B 1,376 votes*
        let figures = text.split(' ').filter(|w| {
            w.trim_end_matches(',').contains(',') && w.starts_with(|c: char| c.is_ascii_digit())
        });
        if figures.count() > 1 {
            return Err("a list that would be cut");
        }
        if has_loose_noun(text) {
            return Err("a definite description without antecedent");
        }
        let timed = matches!(
            self.value.sort,
            Sort::Year(_) | Sort::Date(_) | Sort::Period(_)
        );
        if timed && has_year(text) {
            return Err("the stem holds another year");
        }
        let setting = self.setting();
        let names = writer
            .introduced
            .iter()
            .filter(|&&id| {
                id != Names::TITLE
                    && setting
                        .as_ref()
                        .is_none_or(|s| s.value.entity() != Some(id))
            })
            .filter(|&&id| {
                self.document.entity(id).is_some_and(|e| {
                    let unknown = e.kind == Some(Kind::Person)
                        && !e.name.contains(' ')
                        && e.mentions < 2
                        && !e.boxed;
                    let episode = e.quoted && subject.in_series;
                    Some(e.name.as_str()) != domain && !unknown && !episode
                })
            })
            .count();
        let words = text
            .split(|c: char| !c.is_alphanumeric() && c != '-' && c != '\'')
            .filter(|w| w.chars().next().is_some_and(char::is_lowercase) && w.len() > 3)
            .filter(|w| {
                !PALE_WORDS.contains(&inflect::lemma(w, Tag::VBZ).as_str())
                    && !PALE_WORDS.contains(w)
            })
            .count();
        let dated = text.contains(|c: char| c.is_ascii_digit()) || setting.is_some();
        let digits = text.contains(|c: char| c.is_ascii_digit());
        // *the Sicilian Expedition*, *Ann Rutledge*: a full name is an anchor.
        let milestone = MILESTONES.contains(&self.predicate_lemma().as_str());
        let person_key = self.value.kind(self.document) == Some(Kind::Person);
        let named = names == 1
            && !subject.is_fictional
            && writer.introduced.iter().any(|&id| {
                self.document.entity(id).is_some_and(|e| {
                    e.name.contains(' ')
                        && e.kind.is_some_and(|k| !(person_key && k == Kind::Place))
                })
            })
            && (words > 3
                || milestone && words > 0
                || timed && self.clause.passive && words > 1
                || is_superlative(text));
        if let Some(done) = self.measure_substance(writer, names, dated) {
            return done;
        }
        let told_thing = self.thing().is_some() && names == 1 && self.names_in_full(writer);
        let told = anchored || named || told_thing || names > 1 || names == 1 && digits;
        if !told {
            return Err("the stem names neither the subject nor its work");
        }
        let known = writer
            .introduced
            .iter()
            .any(|&id| self.document.entity(id).is_some_and(|e| e.mentions > 3));
        if timed && !anchored && names < 2 && !known && !is_superlative(text) {
            return Err("a time of something beside the subject");
        }
        if self.value.entity() == Some(Names::TITLE) && (names == 0 || setting.is_none() && !dated)
        {
            return Err("too little to tell the subject of the article");
        }
        let episode = self.gap == Gap::Setting && self.value.entity().is_some();
        let person = self.value.kind(self.document) == Some(Kind::Person);
        let told = self.sentence.story && writer.introduced.contains(&Names::TITLE);
        let counts = self.counts();
        // A land divides into what it did; what it recognises may change.
        let lasting = matches!(
            self.predicate_lemma().as_str(),
            "divide" | "consist" | "comprise" | "compose" | "split" | "subdivide"
        );
        let changing = matches!(subject.kind, Some(Kind::Place | Kind::Organisation));
        let certain = if self.is_present() {
            lasting || !changing
        } else {
            self.is_total(words)
        };
        if counts && !dated && !certain {
            return Err("a count at no certain time");
        }
        if counts && words > 0 && (names > 0 || writer.introduced.contains(&Names::TITLE)) {
            return Ok(());
        }
        // *What is the official language of ...?*
        if self.thing().is_some() && self.clause.copula.is_some() {
            return Ok(());
        }
        // Without the clause before it, an event is harder to tell from others.
        if self.lost_scene(text) {
            return Err("the scene is not told");
        }
        let torn_off = self.thing().is_none()
            && self.clause.parts.iter().any(|p| {
                matches!(p.label, Label::Advcl | Label::AdvclRelcl)
                    && p.last < self.clause.subject.first
                    && !matches!(
                        self.form(p.first).to_lowercase().as_str(),
                        "although" | "though" | "while" | "despite"
                    )
            });
        let wanted = match (person && names == 0, setting.is_none(), told) {
            (true, true, true) if subject.in_series => 7,
            (true, true, true) => 8,
            (true, true, false) => 9,
            // Whom out of context: more has to be told.
            (false, true, _) if person && self.sentence.story => 8,
            _ if self.thing().is_some() => 4,
            _ => 5,
        } + match (torn_off, episode) {
            (true, true) => 6,
            (true, false) if self.sentence.story && subject.in_series => usize::from(names > 0),
            (true, false) => 3,
            _ => 0,
        };
        let finite = self.form(self.clause.finite());
        let going_on = matches!(finite, "is" | "are" | "'s")
            && self.parse().tag(self.clause.predicate) == Some(Tag::VBG);
        if self.sentence.story && going_on && setting.is_none() {
            return Err("a state in a scene that is not told");
        }
        if episode && names == 0 && !writer.introduced.contains(&Names::TITLE) {
            return Err("the stem names nobody");
        }
        if episode && self.is_bare() {
            return Err("the stem says too little");
        }
        if self.noun.is_some() && self.is_present() && names == 0 {
            return Err("a habit that others may have");
        }
        if writer.introduced.iter().any(|&id| self.is_first_name(id)) {
            return Err("a first name alone");
        }
        let about_title = usize::from(episode && writer.introduced.contains(&Names::TITLE));
        let by_title = usize::from(told && person && setting.is_none());
        if 3 * names
            + by_title
            + 2 * words
            + 2 * about_title
            + usize::from(dated) * self.weight_of_date(text)
            + 3 * usize::from(self.is_milestone())
            < wanted + usize::from(episode)
        {
            return Err("the stem says too little");
        }
        let verb = self.predicate_lemma();
        let pale = EMPTY_VERBS.contains(&verb.as_str()) || PALE_WORDS.contains(&verb.as_str());
        if pale && names + words + about_title < 3
            || episode && names == 0 && MOODS.contains(&verb.as_str())
        {
            return Err("the verb says too little");
        }
        let about_title = self.value.entity() == Some(Names::TITLE);
        if self.sentence.story && about_title && MOODS.contains(&verb.as_str()) {
            return Err("the verb says too little");
        }
        if verb == "let" && self.gap != Gap::Subject {
            return Err("a causative");
        }
        let bare = text.ends_with(" agree") || text.ends_with(" decide") || text.ends_with(" try");
        let open_end = [
            " at",
            " in",
            " on",
            " of",
            " for",
            " with",
            " from",
            " by",
            " and",
            " or",
            " to",
            " the",
            " based",
            " attempting",
            " trying",
            " saying",
            " as",
            " called",
            " named",
            " known",
            " titled",
            " while",
            " stating",
            " what",
            " claiming",
            " used up",
            " as well",
            " whose",
        ];
        let tail = text.rsplit_once(", ").map_or("", |(_, tail)| tail);
        let bare = bare || tail.starts_with(char::is_lowercase) && tail.split(' ').nth(2).is_none();
        let compared = bare
            || open_end.iter().any(|e| text.ends_with(e))
            || text.split(' ').next_back().is_some_and(|w| {
                matches!(
                    w,
                    "earlier"
                        | "more"
                        | "less"
                        | "better"
                        | "later"
                        | "greater"
                        | "higher"
                        | "lower"
                        | "other"
                        | "than"
                        | "sooner"
                        | "as"
                )
            });
        if compared
            || text
                .split(' ')
                .next_back()
                .is_some_and(|w| LIGHT_NOUNS.contains(&w.trim_end_matches(',')))
        {
            return Err("the stem breaks off");
        }
        Ok(())
    }
}

impl Asker<'_, '_> {
    /// How much a date in the stem tells: much of what happens once.
    fn weight_of_date(&self, text: &str) -> usize {
        let once = !self.sentence.story
            && has_year(text)
            && !is_time(&self.value)
            && !is_repeatable(&self.predicate_lemma())
            && self.gap != Gap::Subject;
        if once { 3 } else { 1 }
    }
}

/// *went on to play* → *played*: what came before is not told.
/// *the first person to ...*, *the highest mountain in ...*
fn is_superlative(text: &str) -> bool {
    let words: Vec<&str> = text.split(' ').collect();
    words.windows(2).any(|pair| {
        matches!(pair, ["the", word] if *word == "first" || word.len() > 5 && word.ends_with("est"))
    })
}

/// *reprised the role in*: nothing says which.
fn has_loose_noun(text: &str) -> bool {
    const LOOSE: [&str; 6] = ["role", "part", "title", "post", "position", "throne"];
    let words: Vec<&str> = text.split(' ').collect();
    words.windows(2).enumerate().any(|(at, pair)| {
        let next = words.get(at + 2).copied().unwrap_or("");
        matches!(pair, ["the", noun] if LOOSE.contains(noun))
            && !matches!(next, "of" | "that" | "for" | "which" | "played")
            && !next.starts_with(char::is_uppercase)
            && !next.starts_with('"')
    })
}

/// Whether a text holds a number of four digits that reads as a year.
fn has_year(text: &str) -> bool {
    text.split(|c: char| !c.is_alphanumeric())
        .any(|w| w.len() == 4 && matches!(w.parse(), Ok(1000..=2100)))
}

/// Nouns that say nothing without the clause behind them.
const LIGHT_NOUNS: [&str; 22] = [
    "chance",
    "opportunity",
    "permission",
    "plan",
    "plans",
    "decision",
    "attempt",
    "attempts",
    "way",
    "ability",
    "reason",
    "right",
    "power",
    "fact",
    "idea",
    "desire",
    "need",
    "effort",
    "efforts",
    "part",
    "order",
    "ways",
];

/// What no whole stem contains.
const BROKEN: [&str; 27] = [
    " for,",
    " by,",
    " from,",
    " on,",
    " at,",
    " when on ",
    " when in ",
    " - ",
    " did and ",
    " does and ",
    " do and ",
    " was and ",
    " were and ",
    " is and ",
    " 'd ",
    " when,",
    " where,",
    " that,",
    " which,",
    " as,",
    " and,",
    " or,",
    " but,",
    " to,",
    " of,",
    " in,",
    " with,",
];

/// Words that do not tell one event from another.
pub(super) const PALE_WORDS: [&str; 44] = [
    "rescue", "dark", "unable", "come", "what", "which", "whom", "with", "from", "that", "does",
    "have", "been", "were", "when", "where", "into", "over", "about", "year", "date", "city",
    "episode", "season", "their", "this", "also", "more", "most", "than", "they", "them", "during",
    "after", "before", "make", "made", "take", "took", "taken", "become", "became", "tell", "told",
];
