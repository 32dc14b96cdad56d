//! What a dwelling is: the lists that describe it, whoever makes it available.
//!
//! Owns the choices alone; which of them a unit has, and who may see it, is in `unit`.

use super::value::choices;

choices! {
    /// Dwelling type.
    pub enum Dwelling as "dwelling" {
        /// One room.
        T1 = "T1",
        /// One room and a half.
        T1bis = "T1bis",
        /// Two rooms.
        T2 = "T2",
        /// Three rooms.
        T3 = "T3",
        /// Four rooms.
        T4 = "T4",
        /// Five rooms.
        T5 = "T5",
        /// Six rooms and more.
        T6plus = "T6+",
    }
}

choices! {
    /// House or flat.
    pub enum Building as "building" {
        /// House.
        House = "house",
        /// Flat.
        Flat = "flat",
    }
}

choices! {
    /// Loan that financed the dwelling, which sets its income ceilings.
    pub enum Financing as "financing" {
        /// PLAI.
        Plai = "plai",
        /// PLAI adapté.
        PlaiAdapte = "plai-adapte",
        /// PLUS.
        Plus = "plus",
        /// PLS.
        Pls = "pls",
        /// PLI.
        Pli = "pli",
        /// Before these.
        Older = "older",
        /// Not known.
        Unknown = "unknown",
    }
}

choices! {
    /// Who holds the right to name candidates (contingent).
    pub enum Quota as "quota" {
        /// The landlord itself.
        Landlord = "landlord",
        /// The State.
        State = "state",
        /// Action Logement.
        ActionLogement = "action-logement",
        /// A local authority.
        LocalAuthority = "local-authority",
        /// Another holder.
        Other = "other",
        /// Not known.
        Unknown = "unknown",
    }
}

choices! {
    /// Energy class (DPE).
    pub enum Energy as "energy" {
        /// A.
        A = "A",
        /// B.
        B = "B",
        /// C.
        C = "C",
        /// D.
        D = "D",
        /// E.
        E = "E",
        /// F.
        F = "F",
        /// G.
        G = "G",
    }
}

choices! {
    /// How she will hold the lease.
    pub enum LeaseType as "lease-type" {
        /// In her name.
        Direct = "direct",
        /// In the association's name first, hers later (bail glissant).
        Glissant = "glissant",
        /// Through an intermediary.
        Intermediation = "intermediation",
    }
}
