//! Names of people: after a title, after a family relationship, or a given name and a surname.

use super::given_names::GIVEN_NAMES;
use super::text::Word;

/// Titles. Those marked are followed by everyday words as often as by a name.
const TITLES: &[(&str, bool)] = &[
    ("mme", true),
    ("mmes", true),
    ("madame", true),
    ("mlle", true),
    ("mademoiselle", true),
    ("monsieur", true),
    ("mr", true),
    ("m", false),
    ("dr", false),
    ("docteur", false),
    ("maître", false),
];

/// Words that follow "madame" and are not a name.
const EVERYDAY: &[&str] = &[
    "a",
    "à",
    "absente",
    "accepte",
    "accompagnée",
    "actuellement",
    "appelle",
    "attend",
    "au",
    "aura",
    "aussi",
    "avait",
    "avec",
    "car",
    "ce",
    "cherche",
    "confirme",
    "connaît",
    "d",
    "dans",
    "de",
    "demande",
    "depuis",
    "des",
    "devait",
    "devra",
    "dit",
    "doit",
    "donc",
    "du",
    "déjà",
    "déménage",
    "elle",
    "emménage",
    "en",
    "enceinte",
    "est",
    "et",
    "fait",
    "habite",
    "hésite",
    "hébergée",
    "injoignable",
    "l",
    "la",
    "le",
    "les",
    "loge",
    "mais",
    "n",
    "ne",
    "ni",
    "on",
    "ou",
    "par",
    "part",
    "pas",
    "peut",
    "pour",
    "pourra",
    "pourrait",
    "prend",
    "présente",
    "préfère",
    "puis",
    "quand",
    "quitte",
    "qui",
    "rappelle",
    "rappellera",
    "recherche",
    "reçoit",
    "refuse",
    "relance",
    "relogée",
    "reste",
    "revient",
    "répond",
    "s",
    "sa",
    "sans",
    "se",
    "sera",
    "serait",
    "seule",
    "si",
    "signe",
    "signera",
    "son",
    "souhaite",
    "souhaiterait",
    "sur",
    "toujours",
    "travaille",
    "très",
    "un",
    "une",
    "va",
    "veut",
    "vient",
    "visite",
    "vit",
    "voit",
    "voudrait",
    "y",
    "était",
    "élève",
];

/// Family and other relationships.
pub(super) const KIN: &[&str] = &[
    "ami",
    "amie",
    "beau-frère",
    "belle-sœur",
    "compagnon",
    "concubin",
    "conjoint",
    "cousin",
    "cousine",
    "enfant",
    "ex",
    "ex-compagnon",
    "ex-conjoint",
    "ex-mari",
    "fille",
    "fils",
    "frère",
    "mari",
    "mère",
    "oncle",
    "père",
    "soeur",
    "sœur",
    "tante",
    "voisin",
    "voisine",
];

/// What is often named after a person. Includes street types, which have their own check.
const NAMED_AFTER: &[&str] = &[
    "association",
    "avenue",
    "boulevard",
    "centre",
    "clinique",
    "collège",
    "espace",
    "foyer",
    "hôpital",
    "lycée",
    "maison",
    "place",
    "prix",
    "rue",
    "salle",
    "école",
];

/// "Mme Dupont", "M. DUPONT", "madame dupont".
pub(super) fn has_titled_name(words: &[Word]) -> bool {
    words.windows(2).any(|pair| {
        let [title, name] = pair else { return false };
        let Some((_, takes_small)) = TITLES.iter().find(|(known, _)| *known == title.lower) else { return false };
        let begins = name.lower.split(['’', '\'']).next().unwrap_or_default();
        // A clause ends at "Madame," or "madame."; the dot of "Mme." only marks the abbreviation.
        let is_apart = title.ends && title.lower.len() > 4;
        let is_small_name =
            *takes_small && !is_apart && name.bare.starts_with(char::is_alphabetic) && !EVERYDAY.contains(&begins);
        !is_apart && name.is_capital() || is_small_name
    })
}

/// "fils Léo", "ex-conjoint : Karim".
pub(super) fn has_kin_name(words: &[Word]) -> bool {
    words.windows(2).any(|pair| {
        let [kin, name] = pair else { return false };
        // Capitals alone are an acronym: "mère RSA".
        let is_acronym = name.bare.chars().all(char::is_uppercase);
        KIN.contains(&kin.lower.as_str()) && !kin.ends && name.is_capital() && !is_acronym
    })
}

/// "Nadia Dupont": a given name followed by a capitalised word, not after something named after people.
pub(super) fn has_full_name(words: &[Word]) -> bool {
    words.windows(2).enumerate().any(|(place, pair)| {
        let [given, name] = pair else { return false };
        let is_after = place
            .checked_sub(1)
            .and_then(|before| words.get(before))
            .is_some_and(|word| NAMED_AFTER.contains(&word.lower.as_str()));
        GIVEN_NAMES.contains(&given.lower.as_str())
            && given.is_capital()
            && !given.ends
            && name.is_capital()
            && !is_after
    })
}
