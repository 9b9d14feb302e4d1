//! What sort of thing an infobox describes: its keys tell, and the noun of the
//! article's first sentence.
#![allow(clippy::enum_glob_use, reason = "a table of topics")]

use super::condensed;
use crate::fact::{Document, Kind};

/// A sort of subject that rules are written for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Topic {
    /// Any subject.
    Any,
    /// A character of fiction.
    Character,
    /// A person who lives or lived.
    Human,
    /// Anything one can be in.
    Place,
    /// A town, village or district.
    Settlement,
    /// A state.
    Country,
    /// A river.
    River,
    /// A mountain or volcano.
    Mountain,
    /// A lake or sea.
    Lake,
    /// An island.
    Island,
    /// A building, monument or station.
    Building,
    /// A bridge or tunnel.
    Bridge,
    /// A plant, animal or group of them.
    Species,
    /// Any work.
    Work,
    /// A film.
    Film,
    /// A series of television or radio.
    Series,
    /// An episode of a series.
    Episode,
    /// A book, story or comic.
    Book,
    /// An album.
    Album,
    /// A song or single.
    Song,
    /// A video game.
    Game,
    /// A painting or sculpture.
    Artwork,
    /// A play, musical or opera.
    Play,
    /// A newspaper or magazine.
    Periodical,
    /// Any organisation.
    Organisation,
    /// A company.
    Company,
    /// A university, college or school.
    University,
    /// A sports team.
    Team,
    /// A band.
    Band,
    /// A museum.
    Museum,
    /// Any event.
    Event,
    /// A battle or war.
    Battle,
    /// A space mission.
    Mission,
    /// An election.
    Election,
    /// A tournament, season or match.
    Tournament,
    /// An earthquake, storm, accident or attack.
    Disaster,
    /// An award.
    Award,
    /// Any other thing.
    Thing,
    /// A car, aircraft, locomotive, weapon or device.
    Device,
    /// A ship.
    Ship,
    /// A chemical element.
    Element,
    /// A compound or drug.
    Compound,
    /// A planet, moon, asteroid or star.
    Body,
    /// A human language.
    Language,
    /// A program, operating system or programming language.
    Software,
    /// A dish or drink.
    Food,
    /// A work or character with sequels in several media.
    Franchise,
}

use Topic::*;

impl Topic {
    /// The kind of names that the topic belongs to.
    fn kind(self) -> Option<Kind> {
        Some(match self {
            Character | Human => Kind::Person,
            Place | Settlement | Country | River | Mountain | Lake | Island | Building | Bridge
            | Body => Kind::Place,
            Species => Kind::Species,
            Work | Film | Series | Episode | Book | Album | Song | Game | Artwork | Play
            | Periodical => Kind::Work,
            Organisation | Company | University | Team | Band => Kind::Organisation,
            Event | Battle | Mission | Election | Tournament | Disaster => Kind::Event,
            Any | Museum | Award | Thing | Device | Ship | Element | Compound | Language
            | Software | Food | Franchise => return None,
        })
    }

    /// The topic that stands for all of this kind.
    fn general(kind: Kind) -> Self {
        match kind {
            Kind::Person => Human,
            Kind::Place => Place,
            Kind::Organisation => Organisation,
            Kind::Work => Work,
            Kind::Event => Event,
            Kind::Species => Species,
            Kind::Thing => Thing,
        }
    }

    /// How a stem introduces a work by its sort: *the film*.
    pub fn noun(self) -> Option<&'static str> {
        Some(match self {
            Film => "film",
            Series => "series",
            Episode => "episode",
            Book => "book",
            Album => "album",
            Song => "song",
            Game => "video game",
            Play => "stage work",
            _ => return None,
        })
    }
}

/// Nouns of the first sentence, by their last word.
const NOUNS: &[(Topic, &[&str])] = &[
    (Film, &["film", "movie"]),
    (
        Series,
        &[
            "series",
            "sitcom",
            "programme",
            "program",
            "miniseries",
            "anime",
            "show",
            "drama",
            "podcast",
        ],
    ),
    (Episode, &["episode", "premiere", "finale", "pilot"]),
    (
        Book,
        &[
            "novel",
            "book",
            "novella",
            "trilogy",
            "manga",
            "poem",
            "memoir",
            "autobiography",
            "biography",
            "anthology",
            "textbook",
            "comic",
        ],
    ),
    (Album, &["album", "ep", "soundtrack"]),
    (Song, &["song", "single", "ballad"]),
    (Game, &["game"]),
    (
        Artwork,
        &["painting", "sculpture", "statue", "fresco", "mural"],
    ),
    (
        Play,
        &["play", "musical", "opera", "ballet", "tragedy", "comedy"],
    ),
    (
        Periodical,
        &["newspaper", "magazine", "journal", "daily", "weekly"],
    ),
    (
        Country,
        &[
            "country",
            "nation",
            "state",
            "republic",
            "kingdom",
            "microstate",
            "monarchy",
            "principality",
            "federation",
        ],
    ),
    (
        Settlement,
        &[
            "city",
            "town",
            "village",
            "municipality",
            "parish",
            "commune",
            "suburb",
            "district",
            "borough",
            "capital",
            "hamlet",
            "settlement",
            "neighbourhood",
            "neighborhood",
            "resort",
            "port",
        ],
    ),
    (River, &["river", "stream", "tributary"]),
    (
        Mountain,
        &[
            "mountain",
            "volcano",
            "peak",
            "stratovolcano",
            "hill",
            "massif",
            "summit",
        ],
    ),
    (Lake, &["lake", "reservoir", "sea", "lagoon"]),
    (Island, &["island", "atoll", "archipelago"]),
    (
        Building,
        &[
            "building",
            "skyscraper",
            "tower",
            "church",
            "cathedral",
            "castle",
            "palace",
            "temple",
            "mosque",
            "stadium",
            "theatre",
            "theater",
            "monument",
            "lighthouse",
            "hotel",
            "house",
            "abbey",
            "station",
            "airport",
            "fortress",
            "prison",
            "arena",
        ],
    ),
    (Bridge, &["bridge", "viaduct", "aqueduct", "tunnel"]),
    (Museum, &["museum", "gallery"]),
    (
        University,
        &["university", "college", "school", "institute", "academy"],
    ),
    (
        Company,
        &[
            "company",
            "corporation",
            "manufacturer",
            "retailer",
            "airline",
            "firm",
            "brand",
            "publisher",
            "bank",
            "studio",
            "conglomerate",
            "chain",
            "label",
            "startup",
            "brewery",
        ],
    ),
    (Team, &["club", "team", "franchise"]),
    (
        Band,
        &["band", "group", "duo", "trio", "quartet", "orchestra"],
    ),
    (
        Battle,
        &[
            "battle",
            "war",
            "siege",
            "campaign",
            "invasion",
            "revolt",
            "rebellion",
            "conflict",
            "raid",
        ],
    ),
    (
        Mission,
        &[
            "mission",
            "flight",
            "spaceflight",
            "probe",
            "spacecraft",
            "satellite",
            "lander",
            "rover",
            "orbiter",
        ],
    ),
    (Election, &["election", "referendum"]),
    (
        Tournament,
        &[
            "tournament",
            "championship",
            "season",
            "final",
            "cup",
            "olympics",
            "match",
            "race",
            "grand prix",
            "bowl",
        ],
    ),
    (
        Disaster,
        &[
            "earthquake",
            "hurricane",
            "cyclone",
            "typhoon",
            "eruption",
            "tsunami",
            "flood",
            "fire",
            "disaster",
            "accident",
            "crash",
            "attack",
            "massacre",
            "bombing",
            "shooting",
            "storm",
            "pandemic",
            "collision",
            "explosion",
        ],
    ),
    (
        Award,
        &["award", "prize", "medal", "ceremony", "honour", "honor"],
    ),
    (
        Ship,
        &[
            "ship",
            "liner",
            "battleship",
            "submarine",
            "cruiser",
            "destroyer",
            "frigate",
            "yacht",
            "carrier",
            "ironclad",
            "barque",
        ],
    ),
    (
        Device,
        &[
            "car",
            "aircraft",
            "airliner",
            "locomotive",
            "motorcycle",
            "tank",
            "fighter",
            "bomber",
            "helicopter",
            "rifle",
            "pistol",
            "computer",
            "console",
            "smartphone",
            "tablet",
            "camera",
            "rocket",
            "missile",
            "vehicle",
            "train",
            "engine",
            "phone",
            "gun",
            "bus",
            "truck",
            "airplane",
            "microprocessor",
        ],
    ),
    (Element, &["element"]),
    (
        Compound,
        &[
            "compound",
            "drug",
            "medication",
            "acid",
            "alkaloid",
            "hormone",
            "antibiotic",
            "polymer",
            "gas",
        ],
    ),
    (
        Body,
        &[
            "planet",
            "moon",
            "asteroid",
            "comet",
            "star",
            "satellite",
            "galaxy",
            "constellation",
            "exoplanet",
        ],
    ),
    (Language, &["language", "dialect"]),
    (
        Software,
        &[
            "software",
            "browser",
            "framework",
            "editor",
            "app",
            "library",
            "compiler",
        ],
    ),
    (
        Food,
        &[
            "dish", "food", "drink", "cheese", "cocktail", "dessert", "bread", "sauce", "soup",
            "beer", "wine", "cake",
        ],
    ),
    (
        Species,
        &[
            "species", "genus", "mammal", "bird", "fish", "reptile", "insect", "plant", "tree",
            "family", "order", "lobster", "snake", "spider", "frog", "dinosaur", "fungus",
            "rodent", "flower",
        ],
    ),
];

/// Keys that together tell a topic: one of the first row, and one of the
/// second unless it is empty.
type Signature = (Topic, &'static [&'static str], &'static [&'static str]);

const SIGNATURES: &[Signature] = &[
    (
        Human,
        &["birth date", "birth place", "date of birth", "born"],
        &[
            "occupation",
            "nationality",
            "spouse",
            "alma mater",
            "known for",
            "residence",
            "height",
            "death date",
            "years active",
            "birth name",
            "fields",
            "education",
            "parents",
            "children",
            "political party",
        ],
    ),
    (
        Species,
        &[
            "binomial",
            "binomial name",
            "genus",
            "regnum",
            "familia",
            "taxon",
        ],
        &[],
    ),
    (
        Mission,
        &[
            "mission type",
            "launch rocket",
            "launch mass",
            "mission duration",
            "crew members",
            "launch site",
            "landing date",
        ],
        &[],
    ),
    (
        Battle,
        &[
            "combatant",
            "belligerents",
            "commander",
            "commanders and leaders",
            "casualties",
        ],
        &["date", "place", "location", "result", "strength"],
    ),
    (
        Election,
        &[
            "popular vote",
            "electoral vote",
            "nominee",
            "turnout",
            "candidate",
        ],
        &[],
    ),
    (
        Disaster,
        &[
            "magnitude",
            "fatalities",
            "deaths",
            "total fatalities",
            "reported deaths",
            "epicenter",
            "total deaths",
        ],
        &["date", "formed", "occurred", "time", "location", "affected"],
    ),
    (
        Series,
        &[
            "num episodes",
            "no. of episodes",
            "number of episodes",
            "num seasons",
            "no. of seasons",
            "first aired",
            "network",
            "num series",
            "no. of series",
        ],
        &[],
    ),
    (
        Episode,
        &[
            "episode",
            "episode no.",
            "production",
            "production code",
            "airdate",
            "air date",
            "original air date",
        ],
        &[
            "season",
            "series",
            "series no",
            "season no",
            "series number",
            "guests",
            "prev",
            "next",
        ],
    ),
    (
        Film,
        &[
            "director",
            "directed by",
            "cinematography",
            "screenplay",
            "screenplay by",
            "starring",
        ],
        &[
            "released",
            "release date",
            "runtime",
            "running time",
            "distributor",
            "studio",
            "budget",
            "gross",
            "distributed by",
            "music",
            "music by",
            "editing",
        ],
    ),
    (
        Game,
        &[
            "platforms",
            "platform",
            "engine",
            "modes",
            "mode",
            "mode(s)",
            "platform(s)",
        ],
        &[
            "developer",
            "developer(s)",
            "publisher",
            "released",
            "genre",
        ],
    ),
    (
        Book,
        &["isbn", "pages", "author", "cover artist", "media type"],
        &[
            "publisher",
            "pub date",
            "language",
            "genre",
            "published",
            "author",
            "publication date",
        ],
    ),
    (
        Song,
        &["album", "b-side", "a-side"],
        &["artist", "writer", "label", "producer", "length"],
    ),
    (
        Album,
        &["artist", "next album", "prev title", "next title"],
        &[
            "label", "recorded", "producer", "length", "released", "genre",
        ],
    ),
    (
        Artwork,
        &["medium", "museum", "height metric"],
        &["artist", "year", "city"],
    ),
    (
        River,
        &[
            "mouth",
            "discharge",
            "tributaries",
            "basin size",
            "mouth location",
            "source",
        ],
        &["length", "country", "countries", "mouth"],
    ),
    (
        Mountain,
        &[
            "first ascent",
            "prominence",
            "parent range",
            "easiest route",
        ],
        &["range"],
    ),
    (
        Bridge,
        &["crosses", "main span", "longest span", "clearance below"],
        &[],
    ),
    (
        Building,
        &[
            "floor count",
            "architect",
            "architectural style",
            "structural system",
            "architecture style",
            "construction start date",
        ],
        &[],
    ),
    (
        University,
        &[
            "undergrad",
            "undergraduates",
            "chancellor",
            "endowment",
            "students",
            "academic staff",
            "faculty",
        ],
        &[],
    ),
    (
        Country,
        &[
            "cctld",
            "internet tld",
            "calling code",
            "currency",
            "official languages",
            "national anthem",
        ],
        &[
            "capital",
            "currency",
            "gdp nominal",
            "area km",
            "official languages",
        ],
    ),
    (
        Settlement,
        &[
            "population",
            "population total",
            "population as of",
            "post town",
            "postal code",
            "area code",
            "postcode district",
            "dial code",
            "mayor",
            "elevation m",
        ],
        &[
            "country",
            "subdivision name",
            "settlement type",
            "postal code",
            "post town",
            "region",
            "state",
            "county",
        ],
    ),
    (
        Company,
        &[
            "industry",
            "revenue",
            "traded as",
            "net income",
            "operating income",
            "products",
            "num employees",
            "number of employees",
        ],
        &[],
    ),
    (
        Team,
        &[
            "ground", "stadium", "league", "clubname", "pattern", "arena",
        ],
        &[
            "manager",
            "head coach",
            "chairman",
            "capacity",
            "league",
            "coach",
            "owner",
        ],
    ),
    (
        Band,
        &["current members", "past members", "members"],
        &["origin", "genre", "label", "years active"],
    ),
    (
        Ship,
        &[
            "ship builder",
            "ship launched",
            "ship laid down",
            "ship class",
            "ship displacement",
            "ship length",
            "laid down",
            "home port",
        ],
        &[],
    ),
    (
        Element,
        &[
            "atomic number",
            "atomic mass",
            "electron configuration",
            "electronegativity",
        ],
        &[],
    ),
    (
        Compound,
        &[
            "formula",
            "chemical formula",
            "molar mass",
            "iupacname",
            "iupac name",
            "melting pt",
        ],
        &[],
    ),
    (
        Body,
        &[
            "orbital period",
            "period",
            "semimajor",
            "semi-major axis",
            "mean radius",
            "eccentricity",
            "apoapsis",
        ],
        &[
            "discoverer",
            "discovered",
            "mean radius",
            "mass",
            "rotation",
            "satellites",
            "discovered by",
            "satellite of",
            "surface grav",
            "density",
        ],
    ),
    (
        Language,
        &[
            "speakers",
            "iso",
            "fam",
            "familycolor",
            "native speakers",
            "script",
        ],
        &[
            "states",
            "nation",
            "region",
            "fam",
            "language family",
            "writing system",
            "script",
            "ethnicity",
        ],
    ),
    (
        Software,
        &[
            "latest release version",
            "programming language",
            "latest release",
            "stable release",
            "typing",
            "file ext",
            "operating system",
            "paradigm",
        ],
        &[],
    ),
    (
        Device,
        &[
            "manufacturer",
            "first flight",
            "introduction",
            "assembly",
            "engine",
            "transmission",
            "unit cost",
            "number built",
            "cartridge",
            "cpu",
        ],
        &[
            "designer",
            "first flight",
            "production",
            "predecessor",
            "successor",
            "type",
            "manufacturer",
            "caliber",
            "release date",
            "class",
            "number built",
        ],
    ),
    (
        Award,
        &["presenter", "presented by", "awarded by", "first awarded"],
        &[],
    ),
    (
        Museum,
        &["collection size", "visitors", "curator", "collection"],
        &[],
    ),
    (
        Franchise,
        &[
            "original work",
            "movies",
            "films",
            "television series",
            "novels",
        ],
        &[
            "created by",
            "creator",
            "owner",
            "years",
            "comics",
            "original work",
            "portrayers",
        ],
    ),
    (
        Tournament,
        &[
            "champion",
            "champions",
            "winners",
            "runner-up",
            "runners-up",
            "defending champion",
            "top scorer",
            "number of teams",
        ],
        &[],
    ),
    (
        Food,
        &[
            "main ingredient",
            "served",
            "place of origin",
            "alcohol by volume",
        ],
        &[],
    ),
    (
        Periodical,
        &["circulation", "political", "issn", "editor in chief"],
        &[],
    ),
    (
        Work,
        &["author", "director", "published", "composer", "screenplay"],
        &[
            "published",
            "released",
            "release date",
            "publisher",
            "language",
        ],
    ),
    (
        Organisation,
        &[
            "founder",
            "founded",
            "headquarters",
            "membership",
            "formation",
        ],
        &[],
    ),
    (
        Place,
        &["coordinates", "country", "location"],
        &["area", "established", "elevation", "population"],
    ),
];

/// All topics of the article, the most special first.
pub fn topics(document: &Document<'_>) -> Vec<Topic> {
    let subject = &document.subject;
    let keys: Vec<String> = document
        .article
        .fields
        .iter()
        .map(|f| condensed(&f.key))
        .collect();
    let has = |wanted: &[&str]| wanted.iter().any(|w| keys.contains(&condensed(w)));
    let mut topics = Vec::new();
    if subject.is_person {
        topics.push(if subject.is_fictional {
            Character
        } else {
            Human
        });
        topics.push(Any);
        return topics;
    }
    let noun = subject.nouns.first().map_or("", String::as_str);
    if let Some((topic, _)) = NOUNS.iter().find(|(_, nouns)| nouns.contains(&noun)) {
        topics.push(*topic);
    }
    let open = matches!(subject.kind, None | Some(Kind::Thing));
    for (topic, first, second) in SIGNATURES {
        let fits = open && topics.is_empty() || topic.kind() == subject.kind && !open;
        if fits && !topics.contains(topic) && has(first) && (second.is_empty() || has(second)) {
            topics.push(*topic);
            break;
        }
    }
    let kind = topics
        .first()
        .and_then(|t| t.kind())
        .or(subject.kind.filter(|_| !open));
    topics.extend(kind.map(Topic::general));
    if kind.is_none() {
        topics.push(Thing);
    }
    topics.push(Any);
    topics
}
