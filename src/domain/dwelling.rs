//! The lists that describe a dwelling.
//!
//! Owns the choices only. Which of them a unit has, and who may see them, is in `unit`.

use super::value::choices;

choices! {
    pub enum Dwelling as "dwelling" {
        T1 = "T1",
        /// One room and a half.
        T1bis = "T1bis",
        T2 = "T2",
        T3 = "T3",
        T4 = "T4",
        T5 = "T5",
        /// Six rooms and more.
        T6plus = "T6+",
    }
}

choices! {
    pub enum Building as "building" {
        House = "house",
        Flat = "flat",
    }
}

choices! {
    /// The loan that financed the dwelling, which sets its income ceilings.
    pub enum Financing as "financing" {
        Plai = "plai",
        PlaiAdapte = "plai-adapte",
        Plus = "plus",
        Pls = "pls",
        Pli = "pli",
        /// Older than these.
        Older = "older",
        Unknown = "unknown",
    }
}

choices! {
    /// Who is entitled to nominate candidates (contingent).
    pub enum Quota as "quota" {
        Landlord = "landlord",
        State = "state",
        ActionLogement = "action-logement",
        LocalAuthority = "local-authority",
        Other = "other",
        Unknown = "unknown",
    }
}

choices! {
    /// Energy class (DPE).
    pub enum Energy as "energy" {
        A = "A",
        B = "B",
        C = "C",
        D = "D",
        E = "E",
        F = "F",
        G = "G",
    }
}

choices! {
    /// How the household will hold the lease.
    pub enum LeaseType as "lease-type" {
        /// In her name.
        Direct = "direct",
        /// First in the association's name, later in hers (bail glissant).
        Glissant = "glissant",
        /// Through an intermediary.
        Intermediation = "intermediation",
    }
}
