//! Is a text English?

/// Words that make up a third of English prose and are rare elsewhere.
const ENGLISH: &[&str] = &[
    "the", "of", "and", "to", "was", "is", "by", "with", "on", "as", "that", "from", "at", "his",
    "her", "he", "she", "it", "its", "which", "were", "are", "this", "has", "had", "have", "been",
    "their", "after", "first", "who", "also", "for", "an", "be", "or", "but", "not", "they",
];

/// The like of other languages; words that English shares are left out.
const OTHERS: &[&[&str]] = &[
    // German
    &[
        "der", "die", "und", "den", "von", "zu", "das", "mit", "sich", "des", "auf", "für", "ist",
        "im", "dem", "nicht", "ein", "eine", "als", "auch", "es", "wurde", "nach", "bei", "einer",
    ],
    // French
    &[
        "le", "la", "les", "de", "des", "du", "et", "est", "dans", "une", "un", "qui", "que",
        "pour", "par", "sur", "au", "aux", "il", "elle", "avec", "en", "son", "sa", "ses",
    ],
    // Spanish
    &[
        "el", "la", "los", "las", "de", "del", "y", "en", "que", "es", "un", "una", "por", "con",
        "para", "su", "al", "se", "fue", "como", "lo", "más", "entre", "desde",
    ],
    // Italian
    &[
        "il", "la", "di", "che", "e", "un", "una", "è", "per", "del", "della", "nel", "con", "dei",
        "le", "gli", "al", "si", "da", "sono", "come", "alla", "delle", "dal",
    ],
    // Portuguese
    &[
        "o", "os", "as", "de", "do", "da", "dos", "das", "e", "em", "um", "uma", "que", "por",
        "com", "para", "no", "na", "ao", "foi", "se", "como", "mais", "pela", "pelo",
    ],
    // Dutch
    &[
        "de", "het", "een", "van", "en", "op", "te", "dat", "die", "voor", "met", "zijn", "aan",
        "er", "door", "bij", "ook", "uit", "naar", "werd", "niet", "om", "wordt", "tot",
    ],
    // Swedish, Danish, Norwegian
    &[
        "och", "att", "det", "som", "en", "ett", "av", "på", "den", "är", "med", "för", "till",
        "inte", "og", "af", "er", "til", "ikke", "blev", "ble", "fra", "var", "han", "i",
    ],
    // Polish, Czech
    &[
        "w", "na", "z", "się", "i", "do", "jest", "nie", "od", "przez", "jako", "oraz", "po",
        "roku", "a", "v", "se", "je", "že", "byl", "za", "ve", "který", "podle",
    ],
    // Finnish, Hungarian, Turkish
    &[
        "ja", "on", "oli", "sen", "ei", "että", "myös", "jossa", "a", "az", "és", "egy", "hogy",
        "is", "nem", "volt", "ve", "bir", "bu", "olarak", "için", "ile", "olan", "sonra",
    ],
    // Indonesian, Malay, Tagalog
    &[
        "yang", "dan", "di", "dari", "pada", "untuk", "dengan", "ini", "adalah", "dalam", "oleh",
        "sebagai", "ang", "ng", "mga", "sa", "ay", "na", "itu", "ke", "tidak",
    ],
    // Latin, Romanian, Catalan
    &[
        "et", "est", "cum", "ab", "ex", "ad", "quod", "qui", "și", "în", "din", "pe", "cu", "la",
        "care", "este", "fost", "els", "les", "amb", "per", "és", "una", "del",
    ],
];

/// Whether `text` reads as English: at least one word in seven is a common
/// function word of English, or they are few among names but still twice as
/// many as those of any other language. Texts of fewer than 20 words always
/// pass; a text mostly in another script never does.
pub fn is_english(text: &str) -> bool {
    let words: Vec<String> = text
        .split_whitespace()
        .map(|w| {
            w.trim_matches(|c: char| !c.is_alphanumeric())
                .to_lowercase()
        })
        .filter(|w| w.chars().any(char::is_alphabetic))
        .take(3000)
        .collect();
    let letters = words
        .iter()
        .flat_map(|w| w.chars())
        .filter(|c| c.is_alphabetic());
    let (latin, foreign) = letters.fold((0_usize, 0_usize), |(latin, foreign), c| {
        if c < '\u{250}' {
            (latin + 1, foreign)
        } else {
            (latin, foreign + 1)
        }
    });
    if foreign > latin {
        return false;
    }
    if words.len() < 20 {
        return true;
    }
    let count = |list: &[&str]| words.iter().filter(|w| list.contains(&w.as_str())).count();
    let english = count(ENGLISH);
    let other = OTHERS.iter().map(|list| count(list)).max().unwrap_or(0);
    if english * 7 >= words.len() {
        return english > other;
    }
    english * 25 >= words.len() && english >= 2 * other
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn english_passes_with_many_foreign_names_and_in_short_stubs() {
        for text in [
            "The harbour was built in 1880 by the town, and it is still used by fishermen. \
             It lies at the mouth of the river and has a lighthouse on the northern pier.",
            "Kwiatkowska moved from Łódź to Bielsko-Biała with Grzegorz Brzęczyszczykiewicz and \
             Małgorzata Wiśniewska; the siblings studied at Uniwersytet Jagielloński, Politechnika \
             Śląska and Akademia Górniczo-Hutnicza, where Przybyszewski taught.",
            "Quay is a village.",
            "Le Quai des Brumes",
        ] {
            assert!(is_english(text), "{text}");
        }
    }

    #[test]
    fn other_languages_do_not_pass() {
        for text in [
            "Der Hafen wurde im Jahr 1880 von der Stadt gebaut und wird noch heute von den \
             Fischern genutzt. Er liegt an der Mündung des Flusses und hat einen Leuchtturm.",
            "Le port a été construit en 1880 par la ville et il est encore utilisé par les pêcheurs. \
             Il se trouve à l'embouchure du fleuve et possède un phare sur la jetée nord.",
            "El puerto fue construido en 1880 por la ciudad y todavía es utilizado por los \
             pescadores. Se encuentra en la desembocadura del río y tiene un faro en el muelle.",
            "Il porto fu costruito nel 1880 dalla città ed è ancora usato dai pescatori. Si trova \
             alla foce del fiume e ha un faro sul molo settentrionale della costa.",
            "O porto foi construído em 1880 pela cidade e ainda é usado pelos pescadores. Fica na \
             foz do rio e tem um farol no cais norte da costa, perto da praia.",
            "De haven werd in 1880 door de stad gebouwd en wordt nog steeds gebruikt door vissers. \
             Ze ligt aan de monding van de rivier en heeft een vuurtoren op de pier.",
            "Hamnen byggdes 1880 av staden och används fortfarande av fiskare. Den ligger vid flodens \
             mynning och har en fyr på den norra piren som är öppen för alla.",
            "Port został zbudowany w 1880 roku przez miasto i jest nadal używany przez rybaków. Leży \
             przy ujściu rzeki i ma latarnię morską na północnym molo.",
            "Satama rakennettiin vuonna 1880 ja se on edelleen kalastajien käytössä. Se sijaitsee \
             joen suulla ja siellä on majakka, joka oli aluksi puinen ja myös pieni.",
            "Pelabuhan ini dibangun pada tahun 1880 oleh kota dan masih digunakan oleh nelayan. \
             Pelabuhan terletak di muara sungai dan memiliki mercusuar di dermaga utara.",
            "Порт был построен в 1880 году городом и до сих пор используется рыбаками.",
            "港口由该市于1880年建造，至今仍被渔民使用。",
        ] {
            assert!(!is_english(text), "{text}");
        }
    }

    #[test]
    fn nothing_is_english() {
        assert!(is_english(""));
        assert!(is_english(
            "1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21 22"
        ));
    }
}
