//! The words by which a column, a kind of record or nothing at all is named in a typed line, beside those of the word
//! files.
//!
//! Data only, all folded. The first word of a column is the one that an answer to a question writes.

use crate::domain::proposal::Proposal;
use crate::domain::referral::Referral;
use crate::domain::relocation::Relocation;
use crate::domain::schema::{ColumnKey, TableId};
use crate::domain::unit::Unit;

type Names = &'static [(ColumnKey, &'static [&'static str])];

/// The words that begin a line and say what record it is; the first of each is what an answer writes.
pub(super) const KINDS: [(TableId, &[&str]); 4] = [
    (TableId::Units, &["logement", "logt", "log", "lgt", "unit", "home"]),
    (TableId::Relocations, &["relogement", "relog", "relogt", "menage", "femme", "dame", "case", "cas"]),
    (TableId::Referrals, &["interpellation", "interpeller", "interpel", "referral"]),
    (TableId::Proposals, &["proposition", "proposer", "proposal"]),
];

/// Words that say nothing beside others.
pub(super) const LINKS: &[&str] = &[
    "le",
    "la",
    "les",
    "l",
    "un",
    "une",
    "du",
    "de",
    "des",
    "d",
    "au",
    "aux",
    "a",
    "en",
    "et",
    "avec",
    "pour",
    "chez",
    "par",
    "sur",
    "dans",
    "the",
    "of",
    "on",
    "at",
    "in",
    "for",
    "by",
    "with",
    "and",
    "nouveau",
    "nouvelle",
    "new",
    "+",
    "logement",
    "logt",
    "relogement",
    "menage",
    "femme",
    "dame",
    "madame",
    "mme",
    "cherche",
    "souhaite",
    "veut",
    "secteur",
    "bailleur",
    "association",
    "asso",
    "commune",
    "prevu",
    "prevue",
];

/// May stand between a name and its value.
pub(super) const BEFORE_VALUE: &[&str] = &[
    "le", "du", "de", "au", "a", "en", "est", "d", "un", "une", "des", "depuis", "n°", "no", "on", "date", "is",
    "prevu", "prevue",
];

/// Before a yes or no: it says no.
pub(super) const NEGATIONS: &[&str] =
    &["sans", "non", "pas", "pas de", "pas d", "hors", "no", "not", "aucun", "aucune"];

/// What may follow a number and belongs to it.
pub(super) const UNITS: &[&str] = &[
    "m2", "m²", "€", "euro", "euros", "eur", "hc", "cc", "enfant", "enfants", "enf", "adulte", "adultes", "piece",
    "pieces", "p", "pces", "etage", "children", "child", "adults", "adult", "€/mois",
];

/// Choices that other things are called too: they are taken only behind the name of their column.
pub(super) const NEED_A_NAME: &[&str] = &[
    "bailleur",
    "landlord",
    "etat",
    "state",
    "autre",
    "other",
    "ville",
    "commune",
    "mairie",
    "non connu",
    "inconnu",
    "nc",
    "ne sait pas",
    "unknown",
    "direct",
    "interpellation",
    "referral",
    "loyer",
    "type",
    "rent",
    "acces",
    "etat du logement",
    "ind",
    "m ind",
    "coll",
    "app",
    "o",
    "n",
    "du bailleur",
    "commune",
    "communal",
    "older",
    "logement",
    "un logement",
];

/// Choices that also have a day: a refusal, a decision, an exit.
pub(super) const DATED: [(TableId, ColumnKey, ColumnKey); 4] = [
    (TableId::Referrals, Referral::KEYS.answer, Referral::KEYS.answered_on),
    (TableId::Proposals, Proposal::KEYS.answer, Proposal::KEYS.answered_on),
    (TableId::Proposals, Proposal::KEYS.decision, Proposal::KEYS.caleol_on),
    (TableId::Relocations, Relocation::KEYS.exit_kind, Relocation::KEYS.exited),
];

/// What a day alone is in a record that has one above all.
pub(super) const MAIN_DAY: [(TableId, ColumnKey); 2] =
    [(TableId::Referrals, Referral::KEYS.asked_on), (TableId::Proposals, Proposal::KEYS.proposed_on)];

/// The day on which something ends is said behind the one on which it begins.
pub(super) const RANGES: [(TableId, ColumnKey, ColumnKey); 1] =
    [(TableId::Relocations, Relocation::KEYS.suspended_from, Relocation::KEYS.suspended_to)];

pub(super) fn names(table: TableId) -> Names {
    match table {
        TableId::Units => UNIT,
        TableId::Relocations => CASE,
        TableId::Referrals => REFERRAL,
        TableId::Proposals => PROPOSAL,
        _ => &[],
    }
}

const LEASE: &[&str] =
    &["bail signe", "bail", "signature du bail", "signature", "signe", "loue", "louee", "lease", "leased", "signed"];
const KEYS: &[&str] = &[
    "clefs remises",
    "clefs",
    "cles",
    "cle",
    "clef",
    "cles remises",
    "remise des clefs",
    "remise des cles",
    "emmenagement",
    "emmenagee",
    "emmenage",
    "entree",
    "entree dans les lieux",
    "keys",
    "moved in",
];
const COMMISSION: &[&str] = &[
    "caleol",
    "cal",
    "commission",
    "passe en caleol",
    "passee en caleol",
    "passage en caleol",
    "presente en caleol",
    "presentee en caleol",
    "presente",
    "presentee",
    "passe en cal",
    "presente en cal",
];
const OFFER: &[&str] = &["offre recue", "offre", "reception de l offre", "recu l offre", "offer", "offer received"];
const STEP_FREE: &[&str] = &["pmr", "acces pmr", "accessible pmr", "accessible", "adapte pmr", "step free"];

const UNIT: Names = &[
    (Unit::KEYS.landlord_ref, &["ref", "reference", "ref bailleur"]),
    (Unit::KEYS.channel, &["voie"]),
    (Unit::KEYS.dwelling, &["type", "typologie"]),
    (Unit::KEYS.commune, &["commune", "ville"]),
    (Unit::KEYS.surface, &["surface", "superficie"]),
    (Unit::KEYS.rent, &["loyer", "loyer hc", "loyer nu", "rent"]),
    (Unit::KEYS.charges, &["charges", "provision", "provisions"]),
    (Unit::KEYS.energy, &["dpe", "classe energie", "classe", "etiquette"]),
    (Unit::KEYS.floor, &["etage", "floor"]),
    (Unit::KEYS.lift, &["ascenseur", "asc", "lift"]),
    (Unit::KEYS.step_free, STEP_FREE),
    (Unit::KEYS.promised, &["promis", "promise", "promesse", "promised"]),
    (Unit::KEYS.identified, &["identifie", "identifiee", "identification", "repere", "identified"]),
    (
        Unit::KEYS.published,
        &[
            "publie",
            "publiee",
            "publication",
            "publi",
            "pub",
            "en ligne",
            "mis en ligne",
            "mise en ligne",
            "premiere publication",
            "1re publication",
            "published",
        ],
    ),
    (Unit::KEYS.presented, COMMISSION),
    (Unit::KEYS.allocated, &["attribue", "attribuee", "attribution", "allocated"]),
    (Unit::KEYS.offer_received, OFFER),
    (Unit::KEYS.lease_signed, LEASE),
    (Unit::KEYS.occupied, &["occupe", "occupee", "occupied"]),
    (Unit::KEYS.occupied, KEYS),
    (
        Unit::KEYS.published_again,
        &[
            "republie",
            "republiee",
            "republication",
            "remis en ligne",
            "remise en ligne",
            "publie a nouveau",
            "nouvelle publication",
            "published again",
        ],
    ),
    (Unit::KEYS.withdrawn, &["retire", "retiree", "retrait", "retire de la plateforme", "withdrawn"]),
    (Unit::KEYS.deadline_passed, &["delai passe", "delai depasse", "delai echu", "echu", "deadline passed"]),
    (Unit::KEYS.works, &["travaux", "en travaux", "works"]),
    (Unit::KEYS.financing, &["financement", "pret"]),
    (Unit::KEYS.quota, &["contingent", "reservataire", "reservation"]),
    (Unit::KEYS.quota_agreed_on, &["accord contingent", "accord du contingent", "accord du reservataire"]),
    (Unit::KEYS.qpv, &["qpv", "quartier prioritaire", "quartier politique de la ville"]),
    (
        Unit::KEYS.available_from,
        &[
            "dispo",
            "disponible",
            "libre",
            "disponible a partir",
            "dispo a partir",
            "a partir",
            "available",
            "available from",
        ],
    ),
    (
        Unit::KEYS.apply_by,
        &["candidater avant", "candidatures avant", "candidature avant", "date limite", "limite", "apply by"],
    ),
    (Unit::KEYS.lease_type, &["type de bail"]),
];

const CASE: Names = &[
    (Relocation::KEYS.origin, &["origine", "origin"]),
    (Relocation::KEYS.landlord, &["bailleur signataire", "signataire"]),
    (Relocation::KEYS.adults, &["adultes", "adulte", "adults", "adult"]),
    (Relocation::KEYS.children, &["enfants", "enfant", "enf", "children", "child"]),
    (Relocation::KEYS.dwellings, &["type", "typologie", "types"]),
    (
        Relocation::KEYS.avoid,
        &["a eviter", "eviter", "evite", "sauf", "pas a", "pas sur", "hors de", "exclu", "exclure", "avoid"],
    ),
    (Relocation::KEYS.step_free, STEP_FREE),
    (
        Relocation::KEYS.max_rent,
        &[
            "max",
            "loyer max",
            "maxi",
            "maximum",
            "loyer maximum",
            "loyer",
            "budget",
            "plafond",
            "loyer cc",
            "loyer cc max",
        ],
    ),
    (
        Relocation::KEYS.application,
        &["demande hlm", "dls", "demande de logement", "demande de logement social", "application"],
    ),
    (
        Relocation::KEYS.earlier_case,
        &["relogement anterieur", "deja relogee", "deja", "ancien relogement", "retour", "earlier"],
    ),
    (
        Relocation::KEYS.need_spotted,
        &["besoin repere", "besoin", "repere", "reperee", "reperage", "need", "need spotted", "spotted"],
    ),
    (
        Relocation::KEYS.referred,
        &["interpelle", "interpellee", "interpellation", "saisi", "saisine", "bailleur interpelle", "referred"],
    ),
    (Relocation::KEYS.acknowledged, &["pris en compte", "prise en compte", "accuse de reception", "acknowledged"]),
    (Relocation::KEYS.proposed, &["propose", "proposee", "proposition", "logement propose", "proposed"]),
    (Relocation::KEYS.file_complete, &["dossier complet", "dossier", "file complete"]),
    (Relocation::KEYS.caleol, COMMISSION),
    (Relocation::KEYS.offer_received, OFFER),
    (Relocation::KEYS.accepted, &["accepte", "acceptee", "acceptation", "accepted"]),
    (Relocation::KEYS.lease_signed, LEASE),
    (Relocation::KEYS.lease_signed, &["relogee", "reloge", "rehoused"]),
    (Relocation::KEYS.moved_in, KEYS),
    (
        Relocation::KEYS.suspended_from,
        &["suspendu", "suspendue", "suspension", "pause", "en pause", "suspendu depuis", "suspended"],
    ),
    (Relocation::KEYS.suspended_to, &["reprise", "reprend", "jusqu au", "jusqu a", "fin de pause", "until"]),
    (Relocation::KEYS.exited, &["sortie", "sorti", "sort", "quitte", "exit", "left"]),
    (Relocation::KEYS.exit_kind, &["motif", "motif de sortie"]),
];

const REFERRAL: Names = &[
    (Referral::KEYS.asked_on, &["interpelle", "interpellee", "interpellation", "demande", "saisi", "saisine", "asked"]),
    (Referral::KEYS.answered_on, &["repondu", "reponse du", "repond", "answered"]),
    (Referral::KEYS.answer, &["reponse", "answer"]),
];

const PROPOSAL: Names = &[
    (Proposal::KEYS.proposed_on, &["propose", "proposee", "proposition", "proposed"]),
    (Proposal::KEYS.visited_on, &["visite", "visitee", "visited"]),
    (Proposal::KEYS.caleol_on, COMMISSION),
    (Proposal::KEYS.decision, &["decision"]),
    (Proposal::KEYS.rank, &["rang", "rank", "rang n"]),
    (Proposal::KEYS.offer_received_on, OFFER),
    (Proposal::KEYS.answer_days, &["delai"]),
    (Proposal::KEYS.answer, &["reponse", "answer"]),
    (Proposal::KEYS.answered_on, &["repondu", "reponse du", "answered"]),
    (Proposal::KEYS.reason, &["motif", "motif de refus", "reason"]),
    (Proposal::KEYS.consequence, &["suite"]),
    (Proposal::KEYS.paused_until, &["pause jusqu au", "jusqu au", "until"]),
];
