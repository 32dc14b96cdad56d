//! Names of persons: after a form of address, after who somebody is to another, and given names.

use super::text::Word;

/// Forms of address that a name follows; after those marked it may be in small letters, where it is no
/// everyday word.
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

/// What follows "madame" and is no name.
const EVERYDAY: &str = "\
    a absente accepte accompagnée actuellement appelle attend au aura aussi avait avec car ce cherche \
    confirme connaît d dans de demande depuis des devait devra dit doit donc du déjà déménage elle \
    emménage en enceinte est et fait habite hébergée hésite injoignable l la le les loge mais n ne ni on \
    ou par part pas peut pour pourra pourrait prend préfère présente puis quand qui quitte rappelle \
    rappellera recherche refuse relance relogée reste revient reçoit répond s sa sans se sera serait \
    seule si signe signera son souhaite souhaiterait sur toujours travaille très un une va veut vient \
    visite vit voit voudrait y à élève était";

/// Who somebody is to another.
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

/// Given names that are frequent enough to be told from other words; one alone may be an organisation's.
const GIVEN: &str = "\
    adam adèle agnès ahmed aicha alexandre ali alice alicia amandine amel amina amine amélie anaïs \
    anissa anna anne antoine arthur assia aurélie aya aïcha brigitte camille carole caroline catherine \
    chloé christelle christine claire clara céline david delphine dominique emilie emma emmanuelle enzo \
    eva fabienne farid fatiha fatima fatou florence françoise gabriel hakim hamza hanane hugo ibrahim \
    inès isabelle jade jamila jean jennifer jessica jules julie justine karim karima karine khadija \
    kévin latifa laura laurence laëtitia leila leïla lina lisa louis louna lucas léa léna léo magali \
    malika manon marie marine marion maryam mathilde mehdi melissa mohamed mohammed monique myriam \
    mélanie nabila nadia nadège nathalie nathan naïma nicole nora noémie océane omar pascale patricia \
    paul pauline pierre rachid rachida raphaël romain sabrina said samir samira sandra sandrine sarah \
    sofia sofiane solène sonia sophie souad stéphanie sylvie thomas valérie virginie véronique yasmina \
    yasmine youssef zahra zohra élodie émilie";

/// What is often called after a person, places that are found by themselves among them.
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
        // After "Madame," or "madame." a sentence goes on; "Mme." is short for the word.
        let is_apart = title.ends && title.lower.len() > 4;
        let is_small_name =
            *takes_small && !is_apart && name.bare.starts_with(char::is_alphabetic) && !is_among(EVERYDAY, begins);
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

/// "Nadia Dupont": a given name beside another capital, in a text that names no organisation.
pub(super) fn has_full_name(words: &[Word]) -> bool {
    words.windows(2).enumerate().any(|(place, pair)| {
        let [given, name] = pair else { return false };
        let is_after = place
            .checked_sub(1)
            .and_then(|before| words.get(before))
            .is_some_and(|word| NAMED_AFTER.contains(&word.lower.as_str()));
        is_among(GIVEN, &given.lower) && given.is_capital() && !given.ends && name.is_capital() && !is_after
    })
}

/// Whether a list of words holds one.
fn is_among(list: &str, word: &str) -> bool {
    list.split(' ').any(|known| known == word)
}
