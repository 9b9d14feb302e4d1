//! What a name is the name of.

/// The kind of thing a name or value stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// A person or a character.
    Person,
    /// A town, country, river, building: something one can be in.
    Place,
    /// A company, band, university, agency.
    Organisation,
    /// A film, episode, song, book, newspaper.
    Work,
    /// A war, treaty, prize, tournament, mission.
    Event,
    /// A plant or animal, or a group of them.
    Species,
    /// Any other thing with a name.
    Thing,
}

impl Kind {
    /// All kinds.
    pub const ALL: [Self; 7] = [
        Self::Person,
        Self::Place,
        Self::Organisation,
        Self::Work,
        Self::Event,
        Self::Species,
        Self::Thing,
    ];

    /// The word the word lists and `facts` use.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Person => "person",
            Self::Place => "place",
            Self::Organisation => "organisation",
            Self::Work => "work",
            Self::Event => "event",
            Self::Species => "species",
            Self::Thing => "thing",
        }
    }

    /// Reads what [`Kind::as_str`] writes; a `team` is an organisation.
    pub fn parse(text: &str) -> Option<Self> {
        match text {
            "team" => Some(Self::Organisation),
            _ => Self::ALL.into_iter().find(|kind| kind.as_str() == text),
        }
    }
}
