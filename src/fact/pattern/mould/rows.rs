//! The moulds: what a statement looks like word by word, and what is asked.
//!
//! In a pattern a word stands for itself, `a|b` for either, `~a|b` may be
//! missing, `#a|b` is one of the words that vary. `T` is the subject of the article; `A` that or
//! another thing with a name; `S` a noun phrase that names it;
//! `B` a form of *be*; `Q` an amount (the key), `Q:length` one of that
//! measure, `QR` a bare range; `C` a count (the key); `N` a name
//! (the key); `M` a name that stays; `X` other words of a noun phrase; `J` any
//! words at all; `F` a
//! thing to eat (the key); `L:class` a member of a word list (the key); `R` a part
//! of a continent (the key); `Y` the year of a figure; `D` a direction; `O` a rank
//! (the key); `$` the end of a clause. `#`, `A`, `M`, `X`, `Y` and `D` vary.
//!
//! In a stem `{T}` is the subject, `{1}` the first of the words that vary.

/// What an article must be about for a mould.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum About {
    /// Anything.
    All,
    /// A plant or an animal, or a group of them.
    Species,
    /// A place.
    Place,
}

/// A pattern with its question.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Mould {
    /// What the article is about.
    pub about: About,
    /// What the statement looks like.
    pub pattern: &'static str,
    /// What is asked.
    pub stem: &'static str,
}

const fn all(pattern: &'static str, stem: &'static str) -> Mould {
    Mould {
        about: About::All,
        pattern,
        stem,
    }
}

const fn species(pattern: &'static str, stem: &'static str) -> Mould {
    Mould {
        about: About::Species,
        pattern,
        stem,
    }
}

const fn place(pattern: &'static str, stem: &'static str) -> Mould {
    Mould {
        about: About::Place,
        pattern,
        stem,
    }
}

/// All moulds, the narrower before the wider.
pub const MOULDS: &[Mould] = &[
    // Sizes of animals and plants.
    species(
        "T ~can|may|will #grow|grows|reach|reaches ~to a|an ~maximum|total|body #length|height|size|width of ~up ~to Q:length",
        "To what {2} can {T} grow?",
    ),
    species(
        "T J mass|weight of ~up ~to Q:mass",
        "How heavy can {T} become?",
    ),
    species(
        "T ~typically|usually|normally weighs|weigh Q:mass",
        "{About} how much does {T} weigh?",
    ),
    species(
        "T ~can|may weigh up to Q:mass",
        "Up to how much can {T} weigh?",
    ),
    species(
        "T ~can|may reach|reaches|grow|grows up to Q:length",
        "Up to what size can {T} grow?",
    ),
    species(
        "T ~typically|usually B Q:length #long|tall|high",
        "{About} how {1} is {T}?",
    ),
    species(
        "T ~typically|usually stands|stand Q:length #tall|high",
        "{About} how {1} does {T} stand?",
    ),
    species(
        "T ~can|may eat|eats|consume|consumes up to Q:number X per #night|day|year",
        "Up to how many {1} can {T} eat per {2}?",
    ),
    // Food.
    species(
        "T feeds|feed|preys|prey|subsists|lives|live ~primarily|mainly|mostly|chiefly|exclusively on F",
        "On what does {T} mainly feed?",
    ),
    species(
        "T eats|eat ~primarily|mainly|mostly|chiefly|exclusively F",
        "What does {T} mainly eat?",
    ),
    species(
        "T eats|eat insects , mainly|mostly|chiefly|primarily F",
        "Which insects does {T} mainly eat?",
    ),
    species(
        "diet of T ~primarily|mainly|mostly|chiefly consists|consist ~primarily|mainly|mostly|chiefly of ~other|benthic|small|large F",
        "Of what does the diet of {T} mainly consist?",
    ),
    species(
        "its|their diet ~primarily|mainly|mostly|chiefly consists|consist ~primarily|mainly|mostly|chiefly of F",
        "Of what does the diet of {T} mainly consist?",
    ),
    // Life.
    species(
        "T B ~shy ~and ~mainly|mostly|primarily|largely|strictly|generally L:activity",
        "Which of these words describes the activity pattern of {T}?",
    ),
    species(
        "~the #gestation|incubation|pregnancy ~period ~of ~T lasts|takes|is ~for Q:time",
        "{About} how long does {1} last in {T}?",
    ),
    species(
        "T ~generally|typically|usually reaches|reach|attain|attains|achieve|achieves sexual maturity at ~an ~the ~age ~of Q:time",
        "At {about} what age does {T} reach sexual maturity?",
    ),
    species(
        "T ~generally|typically|usually reaches|reach|attain|attains|achieve|achieves sexual maturity when they have grown to a|an X of Q:length",
        "At what {1} does {T} reach sexual maturity?",
    ),
    species(
        "T ~can|may live|lives ~for up to Q:time",
        "Up to how long can {T} live?",
    ),
    species(
        "female|females carries|carry the|her|their eggs for up to Q:time",
        "For up to how long does a female {bare} carry her eggs?",
    ),
    species(
        "T lives|live|occurs|occur on|in X at depths of Q:length",
        "At what depths does {T} live?",
    ),
    species(
        "T ~usually|typically|generally lays|lay|produces|produce QR #eggs|cubs|pups|young|kittens|calves|chicks|kits|offspring",
        "How many {1} does {T} usually produce at a time?",
    ),
    species(
        "gestation lasts J , producing QR #eggs|cubs|pups|young|kittens|calves|chicks|kits|offspring",
        "How many {1} does {T} usually produce at a time?",
    ),
    species(
        "T B a|an J , native|endemic to R",
        "To which part of {continent} is {T} native?",
    ),
    species(
        "T B native|endemic to R",
        "To which part of {continent} is {T} native?",
    ),
    species(
        "T can|may be divided into C X $",
        "Into how many {1} can {T} be divided?",
    ),
    species(
        "T B ~first given a|its binomial name by L:taxonomist",
        "Who first gave {T} a binomial name?",
    ),
    species(
        "T B ~first described|named ~scientifically|formally by L:taxonomist",
        "Who first described {T}?",
    ),
    // Places.
    place(
        "Y , T has|had a ~total|resident population of Q:number",
        "{About} what was the population of {T} {1}?",
    ),
    place(
        "Y , ~the ~total population of T B Q:number",
        "{About} what was the population of {T} {1}?",
    ),
    place(
        "T B ~located|situated on the ~banks ~of ~the N",
        "On which {water} is {T}?",
    ),
    place(
        "T lies|stands|sits on the ~banks ~of ~the N",
        "On which {water} does {T} lie?",
    ),
    place(
        "T B twinned with N",
        "With which of these places is {T} twinned?",
    ),
    place(
        "the nearest|closest #airport|port|city B N",
        "Which {1} is nearest to {T}?",
    ),
    place("patron saint of T B N $", "Who is the patron saint of {T}?"),
    place(
        "T has|had a ~total|resident population of Q:number Y",
        "{About} what was the population of {T} {1}?",
    ),
    place(
        "population of T B ~estimated|recorded ~at ~to ~be Q:number Y",
        "{About} what was the population of {T} {1}?",
    ),
    place(
        "its population B ~estimated|recorded ~at ~to ~be Q:number Y",
        "{About} what was the population of {T} {1}?",
    ),
    place(
        "T covers|has|occupies ~an ~a ~total ~area ~of Q:area",
        "{About} what area does {T} cover?",
    ),
    place(
        "T borders N to the D $",
        "Which {noun} borders {T} to the {1}?",
    ),
    place(
        "T B bordered by N to|on the D",
        "Which {noun} borders {T} to the {1}?",
    ),
    place(
        "T ~currently has C #administrative|federal|constituent|self-governing|municipal X $",
        "How many {1} {2} does {T} have?",
    ),
    // Anything.
    all(
        "A B the J , at an|a #elevation|altitude|height of Q:length",
        "At what {2} does {1} lie?",
    ),
    all(
        "A lies|stands|is ~located|situated at an|a #elevation|altitude of Q:length",
        "At what {2} does {1} lie?",
    ),
    all("highest|tallest being A at Q:length", "How high is {1}?"),
    all(
        "N B the #highest|tallest|longest|largest|oldest|deepest|busiest #mountain|peak|river|lake|island|building|bridge|waterfall|volcano|glacier|city|town|university|church|cathedral|museum|airport|park|stadium|library|zoo in ~the A $",
        "What {was} the {1} {2} in {3}?",
    ),
    all(
        "N , the #highest|tallest|longest|largest|oldest|deepest|busiest #mountain|peak|river|lake|island|building|bridge|waterfall|volcano|glacier|city|town|university|church|cathedral|museum|airport|park|stadium|library|zoo in ~the A ,",
        "What {was} the {1} {2} in {3}?",
    ),
    all(
        "term|word|name ~\" ~T ~\" B ~first #introduced|coined|proposed|invented|popularised|popularized ~into|in ~X by N",
        "{Who} {1} the term “{title}”?",
    ),
    all(
        "T B ~first|originally #developed|invented|introduced|proposed|devised|discovered|formulated|designed|built ~into|in ~X by N",
        "{Who} {1} {T}?",
    ),
    all(
        "S B ~estimated|measured ~at ~to ~be Q Y",
        "{About} what was {S} {1}?",
    ),
    all(
        "A lies|is|stands ~located|situated ~about Q:length D of M",
        "{About} how far {2} of {3} is {1}?",
    ),
    all(
        "A reaches|reached depths of as|up much|to ~as Q:length",
        "Up to what depth {does} {1} reach?",
    ),
    all(
        "A reaches|reached ~a|an ~its #depth|height|length|speed|width|elevation|altitude of Q",
        "{About} what {2} {does} {1} reach?",
    ),
    all(
        "A has|had a|an V of Q $",
        "{About} what {was} the {2} of {1}?",
    ),
    all(
        "A , with a|an V of Q $",
        "{About} what {was} the {2} of {1}?",
    ),
    all(
        "A B Q:length #long|tall|high|wide|deep $",
        "{About} how {2} {was} {1}?",
    ),
    all(
        "A covers|occupies Q:share of X $",
        "{About} what percentage of {2} does {1} cover?",
    ),
    all(
        "A accounts|accounted for Q:share of X $",
        "For {about} what percentage of {2} {does} {1} account?",
    ),
    all(
        "A makes|made up Q:share of X $",
        "{About} what percentage of {2} {does} {1} make up?",
    ),
    all(
        "A consists|consisted of C X $",
        "Of how many {2} {does} {1} consist?",
    ),
    all(
        "A B composed|made up of C X $",
        "Of how many {2} {was} {1} composed?",
    ),
    all(
        "A B divided|split|organised|organized into C X $",
        "Into how many {2} {was} {1} divided?",
    ),
    all(
        "T B the O X in|of M $",
        "Where does {T} rank among the {rank} {1} in {2}?",
    ),
    all(
        "the #highest|lowest|largest|longest|deepest|oldest|tallest|biggest #mountain|peak|point|river|lake|island|city|town|bridge|building|volcano|glacier|waterfall in|of T B ~the N $",
        "What is the {1} {2} in {T}?",
    ),
    all(
        "T|its|their ~name comes|derives|originates|stems from ~the ~a L:language",
        "From which language does the name of {T} derive?",
    ),
    all(
        "#name|word|term ~of|for ~the ~\" T ~\" comes|derives|originates|stems from ~the ~a L:language",
        "From which language does the {1} “{title}” derive?",
    ),
    all(
        "#name|word|term ~of|for ~the ~\" T ~\" B derived|borrowed|taken from ~the ~a L:language",
        "From which language is the {1} “{title}” derived?",
    ),
    all(
        "T ~or ~X ~, derived from ~the L:language",
        "From which language does the word “{title}” derive?",
    ),
    all(
        "its|their name means \" X \" in L:language",
        "In which language does the name of {T} mean “{1}”?",
    ),
    all("S B Q $", "{About} what {was} {S}?"),
    all("T B named after ~the N $", "After {whom} {was} {T} named?"),
    all(
        "study of X B ~called|known ~as L:ology",
        "What is the study of {1} called?",
    ),
];
