# Ce que sont les choses : tableaux, colonnes, listes de choix, étapes, et ce que l’on en fait.

## Tableaux

table-convention = Convention
table-convention-one = convention
table-periods = Exercices
table-periods-one = exercice
table-landlords = Bailleurs
table-landlords-one = bailleur
table-associations = Associations
table-associations-one = association
table-commitments = Engagements
table-commitments-one = engagement
table-units = Logements
table-units-one = logement
table-relocations = Relogements
table-relocations-one = relogement
table-referrals = Interpellations
table-referrals-one = interpellation
table-proposals = Propositions
table-proposals-one = proposition
table-committees = Comités
table-committees-one = comité de suivi
table-decisions = Décisions
table-decisions-one = décision
table-actions = Actions
table-actions-one = action
table-trainings = Formations
table-trainings-one = formation
table-attendances = Présences
table-attendances-one = présence
table-sectors = Secteurs
table-sectors-one = secteur
table-context = Chiffres de contexte
table-context-one = chiffre de contexte
table-postponements = Reports
table-postponements-one = report
table-publications = Publications
table-publications-one = publication

## Groupes de colonnes

group-main = Identité
group-dwelling = Bien
group-household = Ménage
group-wishes = Besoins
group-steps = Étapes
group-exits = Sorties
group-delays = Délais
group-more = Autres

## Colonnes : convention

col-convention-name = Nom
col-convention-region = Région
col-convention-union = Union
col-convention-federation = Fédération
col-convention-signed_on = Signée le
col-convention-basis = Compté à partir de
col-convention-threshold = Seuil des petits nombres
col-convention-retention_years = Conservation (ans)
col-convention-answer_within = Réponse à une interpellation
col-convention-candidate_within = Candidate pour un logement publié
col-convention-step_within = Étape suivante d’un relogement
col-convention-quota_within = Emploi d’un contingent accordé
col-convention-notice = Rappel avant une échéance
col-convention-behind = Retard signalé à partir de
col-convention-fictitious = Données fictives
col-convention-as_of = Situation au
col-convention-notes = Notes

col-periods-name = Exercice
col-periods-starts = Début
col-periods-ends = Fin

## Colonnes : organismes

col-landlords-name = Nom
col-landlords-short_name = Nom court
col-landlords-aliases = Autres noms
col-landlords-joined = Entré le
col-landlords-left = Sorti le
col-landlords-absorbed_by = Absorbé par
col-landlords-absorbed_on = Absorbé le
col-landlords-absorption_confirmed = Reprise confirmée
col-landlords-notes = Notes

col-associations-name = Nom
col-associations-short_name = Nom court
col-associations-aliases = Autres noms
col-associations-joined = Entrée le
col-associations-left = Sortie le
col-associations-notes = Notes

col-commitments-landlord = Bailleur
col-commitments-axis = Axe
col-commitments-period = Exercice
col-commitments-target = Objectif
col-commitments-counting = Compte
col-commitments-source = Source
col-commitments-dated = Date
col-commitments-notes = Notes

## Colonnes : logements

col-units-code = Code
col-units-landlord = Bailleur
col-units-landlord_ref = Réf. bailleur
col-units-status = Statut
col-units-coarse_status = Situation (comité)
col-units-channel = Voie
col-units-dwelling = Type
col-units-building = Bâti
col-units-commune = Commune
col-units-epci = EPCI
col-units-surface = m²
col-units-rent = Loyer HC
col-units-charges = Charges
col-units-energy = DPE
col-units-floor = Étage
col-units-lift = Ascenseur
col-units-step_free = PMR
col-units-promised = Promis
col-units-identified = Identifié
col-units-published = Publié
col-units-presented = Présenté en CALEOL
col-units-allocated = Attribué
col-units-offer_received = Offre reçue
col-units-lease_signed = Bail signé
col-units-occupied = Occupé
col-units-published_again = Republié
col-units-withdrawn = Retiré
col-units-deadline_passed = Délai passé
col-units-works = Travaux
col-units-financing = Financement
col-units-quota = Contingent
col-units-quota_agreed_on = Accord du contingent
col-units-qpv = QPV
col-units-available_from = Disponible le
col-units-apply_by = Candidater avant le
col-units-lease_type = Type de bail
col-units-notes = Notes

## Colonnes : relogements

col-relocations-code = Code
col-relocations-association = Association
col-relocations-origin = Origine
col-relocations-status = Statut
col-relocations-landlord = Bailleur signataire
col-relocations-unit = Logement
col-relocations-adults = Adultes
col-relocations-children = Enfants
col-relocations-dwellings = Types souhaités
col-relocations-wanted = Territoires souhaités
col-relocations-avoid = À éviter
col-relocations-step_free = PMR
col-relocations-max_rent = Loyer CC max.
col-relocations-application = Demande Hlm
col-relocations-need_spotted = Besoin repéré
col-relocations-referred = Interpellé
col-relocations-acknowledged = Pris en compte
col-relocations-proposed = Proposé
col-relocations-file_complete = Dossier complet
col-relocations-caleol = CALEOL
col-relocations-offer_received = Offre reçue
col-relocations-accepted = Accepté
col-relocations-lease_signed = Bail signé
col-relocations-moved_in = Clefs remises
col-relocations-suspended_from = Suspendu du
col-relocations-suspended_to = Reprise le
col-relocations-exited = Sortie le
col-relocations-exit_kind = Motif de sortie
col-relocations-earlier_case = Relogement antérieur
col-relocations-notes = Notes

## Colonnes : interpellations et propositions

col-referrals-relocation = Relogement
col-referrals-landlord = Bailleur
col-referrals-asked_on = Interpellé le
col-referrals-answered_on = Répondu le
col-referrals-answer = Réponse
col-referrals-notes = Notes

col-proposals-unit = Logement
col-proposals-relocation = Relogement
col-proposals-standing = État
col-proposals-proposed_on = Proposé le
col-proposals-visited_on = Visité le
col-proposals-caleol_on = CALEOL le
col-proposals-decision = Décision
col-proposals-rank = Rang
col-proposals-offer_received_on = Offre reçue le
col-proposals-answer_days = Délai (jours)
col-proposals-answer_by = Répondre avant le
col-proposals-answer = Réponse
col-proposals-answered_on = Répondu le
col-proposals-refused_by = Refus de
col-proposals-reason = Motif de refus
col-proposals-consequence = Suite
col-proposals-paused_until = Pause jusqu’au
col-proposals-notes = Notes

## Colonnes : reports

col-postponements-duty = Chose à faire
col-postponements-until = Reporté au
col-postponements-reason = Raison
col-postponements-unit = Logement
col-postponements-relocation = Relogement
col-postponements-referral = Interpellation
col-postponements-proposal = Proposition
col-postponements-landlord = Bailleur
col-postponements-period = Exercice
col-postponements-committee = Comité
col-postponements-action = Action

## Colonnes : publications

col-publications-day = Chiffres au
col-publications-committee = Comité
col-publications-period = Exercice
col-publications-units = Logements
col-publications-relocations = Relogements
col-publications-women = Femmes
col-publications-figures = Chiffres

choice-duty-offer-ends = Offres qui attendent une réponse
choice-duty-referral-unanswered = Interpellations sans réponse
choice-duty-refusal-to-follow = Refus dont la suite est à décider
choice-duty-publish-again = Logements à republier
choice-duty-no-candidate = Logements sans candidate
choice-duty-no-next-step = Relogements sans étape suivante
choice-duty-pause-ends = Suspensions qui finissent
choice-duty-lease-uncounted = Baux qui ne comptent pas encore
choice-duty-quota-unused = Contingents accordés, pas utilisés
choice-duty-committee-past = Comités passés, encore prévus
choice-duty-action-open = Actions à terminer
choice-duty-behind = Bailleurs en retard sur leur rythme
choice-duty-commitments-missing = Engagements manquants

## Colonnes : comités, formations, secteurs, chiffres de contexte

col-committees-held_on = Date
col-committees-state = État
col-committees-place = Lieu
col-committees-notes = Notes

col-decisions-committee = Comité
col-decisions-text = Décision
col-decisions-landlord = Bailleur
col-decisions-association = Association
col-decisions-cleared = Relu

col-actions-committee = Comité
col-actions-text = Action
col-actions-landlord = Bailleur
col-actions-association = Association
col-actions-due = Échéance
col-actions-done = Fait le
col-actions-cleared = Relu

col-trainings-held_on = Date
col-trainings-part = Partie
col-trainings-association = Association
col-trainings-notes = Notes

col-attendances-training = Formation
col-attendances-landlord = Bailleur
col-attendances-trade = Métier
col-attendances-people = Personnes

col-sectors-name = Nom
col-sectors-communes = Territoires

col-context-label = Chiffre
col-context-period = Période
col-context-value = Valeur
col-context-unit = Unité
col-context-source = Source
col-context-dated = Date de la source
col-context-notes = Notes

## Choix : convention, engagements

choice-basis-lease = Bail signé
choice-basis-keys = Remise des clefs

choice-axis-units = Logements
choice-axis-relocations = Relogements
choice-axis-training = Formation

choice-counting-counts = Compte
choice-counting-beside = Hors compte

## Choix : logements

choice-channel-platform = Plateforme
choice-channel-referral = Interpellation

choice-dwelling-T1 = T1
choice-dwelling-T1bis = T1 bis
choice-dwelling-T2 = T2
choice-dwelling-T3 = T3
choice-dwelling-T4 = T4
choice-dwelling-T5 = T5
choice-dwelling-T6plus = T6 et plus

choice-building-house = Maison
choice-building-flat = Appartement

choice-financing-plai = PLAI
choice-financing-plai-adapte = PLAI adapté
choice-financing-plus = PLUS
choice-financing-pls = PLS
choice-financing-pli = PLI
choice-financing-older = Plus ancien
choice-financing-unknown = Non connu

choice-quota-landlord = Bailleur
choice-quota-state = État
choice-quota-action-logement = Action Logement
choice-quota-local-authority = Collectivité
choice-quota-other = Autre
choice-quota-unknown = Non connu

choice-energy-A = A
choice-energy-B = B
choice-energy-C = C
choice-energy-D = D
choice-energy-E = E
choice-energy-F = F
choice-energy-G = G

choice-lease-type-direct = Direct
choice-lease-type-glissant = Glissant
choice-lease-type-intermediation = Intermédiation

choice-unit-step-promised = Promis
choice-unit-step-identified = Identifié
choice-unit-step-published = Publié
choice-unit-step-presented = Présenté en CALEOL
choice-unit-step-allocated = Attribué
choice-unit-step-offer_received = Offre reçue
choice-unit-step-lease_signed = Bail signé
choice-unit-step-occupied = Occupé
choice-unit-step-withdrawn = Retiré
choice-unit-step-deadline_passed = Délai passé
choice-unit-step-works = En travaux
choice-unit-step-published_again = Republié
choice-unit-step-proposed = Proposé
choice-unit-step-accepted = Accepté
choice-unit-step-to_publish_again = À republier

choice-coarse-status-to-publish = À publier
choice-coarse-status-published = Publié
choice-coarse-status-under-way = En cours
choice-coarse-status-leased = Bail signé
choice-coarse-status-gone = Sorti

## Choix : relogements, propositions

choice-origin-referral = Interpellation
choice-origin-platform = Plateforme
choice-origin-outside = Hors convention

choice-exit-kind-other-solution = Autre solution
choice-exit-kind-no-follow-up = Sans suite
choice-exit-kind-unreachable = Injoignable
choice-exit-kind-redirected = Réorientée

choice-case-step-need_spotted = Besoin repéré
choice-case-step-referred = Bailleur interpellé
choice-case-step-acknowledged = Pris en compte
choice-case-step-proposed = Logement proposé
choice-case-step-file_complete = Dossier complet
choice-case-step-caleol = Passé en CALEOL
choice-case-step-offer_received = Offre reçue
choice-case-step-accepted = Accepté
choice-case-step-lease_signed = Bail signé
choice-case-step-moved_in = Clefs remises
choice-case-step-exited = Sortie

choice-caleol-decision-awarded = Attribué
choice-caleol-decision-ranked = Classé
choice-caleol-decision-conditional = Attribué sous condition
choice-caleol-decision-not-awarded = Non attribué
choice-caleol-decision-rejected = Rejeté

choice-standing-open = En cours
choice-standing-accepted = Acceptée
choice-standing-refused = Refusée
choice-standing-turned-down = Non attribuée
choice-standing-lost = Logement pris
choice-standing-gone = Relogement pourvu ou clos

choice-answer-accepted = Acceptée
choice-answer-refused = Refusée

choice-author-household = Ménage
choice-author-landlord = Bailleur

choice-reason-unsafe-area = Secteur non sûr
choice-reason-too-far = Trop loin (travail, école)
choice-reason-type = Type de logement
choice-reason-rent = Loyer
choice-reason-access = Étage ou accès
choice-reason-condition = État du logement
choice-reason-other-solution = Autre solution trouvée
choice-reason-no-answer = Sans réponse
choice-reason-missing-papers = Pièces manquantes
choice-reason-income-ceiling = Plafond de ressources dépassé
choice-reason-income-too-low = Ressources insuffisantes
choice-reason-rent-debt = Dette de loyer
choice-reason-owns-home = Propriétaire d’un logement
choice-reason-no-local-ties = Sans lien local
choice-reason-residence-permit = Titre de séjour
choice-reason-occupation = Sur- ou sous-occupation
choice-reason-no-application = Demande non active
choice-reason-unit-withdrawn = Logement retiré

choice-consequence-goes-on = Continue
choice-consequence-pauses = En pause
choice-consequence-leaves = Sortie

## Choix : comités, formations

choice-place-room = En salle
choice-place-video = En visio
choice-place-both = En salle et en visio

choice-meeting-state-planned = Prévu
choice-meeting-state-held = Tenu

choice-part-first = Partie 1
choice-part-second = Partie 2

## Jours, mois, oui et non

month-1 = janvier
month-2 = février
month-3 = mars
month-4 = avril
month-5 = mai
month-6 = juin
month-7 = juillet
month-8 = août
month-9 = septembre
month-10 = octobre
month-11 = novembre
month-12 = décembre

month-short-1 = janv.
month-short-2 = févr.
month-short-3 = mars
month-short-4 = avr.
month-short-5 = mai
month-short-6 = juin
month-short-7 = juil.
month-short-8 = août
month-short-9 = sept.
month-short-10 = oct.
month-short-11 = nov.
month-short-12 = déc.

weekday-1 = lundi
weekday-2 = mardi
weekday-3 = mercredi
weekday-4 = jeudi
weekday-5 = vendredi
weekday-6 = samedi
weekday-7 = dimanche

weekday-short-1 = lu
weekday-short-2 = ma
weekday-short-3 = me
weekday-short-4 = je
weekday-short-5 = ve
weekday-short-6 = sa
weekday-short-7 = di

yes = oui
no = non

## Modifications : des nombres et des noms de colonnes, jamais une valeur

# 3 logements, 1 comité de suivi, 0 relogement. $kind est la clé d’un tableau.
edit-counted = { $kind ->
    [convention] { $count ->
        [one] { $count } convention
       *[other] { $count } conventions
    }
    [periods] { $count ->
        [one] { $count } exercice
       *[other] { $count } exercices
    }
    [landlords] { $count ->
        [one] { $count } bailleur
       *[other] { $count } bailleurs
    }
    [associations] { $count ->
        [one] { $count } association
       *[other] { $count } associations
    }
    [commitments] { $count ->
        [one] { $count } engagement
       *[other] { $count } engagements
    }
    [units] { $count ->
        [one] { $count } logement
       *[other] { $count } logements
    }
    [relocations] { $count ->
        [one] { $count } relogement
       *[other] { $count } relogements
    }
    [referrals] { $count ->
        [one] { $count } interpellation
       *[other] { $count } interpellations
    }
    [proposals] { $count ->
        [one] { $count } proposition
       *[other] { $count } propositions
    }
    [committees] { $count ->
        [one] { $count } comité de suivi
       *[other] { $count } comités de suivi
    }
    [decisions] { $count ->
        [one] { $count } décision
       *[other] { $count } décisions
    }
    [actions] { $count ->
        [one] { $count } action
       *[other] { $count } actions
    }
    [trainings] { $count ->
        [one] { $count } formation
       *[other] { $count } formations
    }
    [attendances] { $count ->
        [one] { $count } présence
       *[other] { $count } présences
    }
    [sectors] { $count ->
        [one] { $count } secteur
       *[other] { $count } secteurs
    }
    [context] { $count ->
        [one] { $count } chiffre de contexte
       *[other] { $count } chiffres de contexte
    }
    [postponements] { $count ->
        [one] { $count } report
       *[other] { $count } reports
    }
    [publications] { $count ->
        [one] { $count } publication
       *[other] { $count } publications
    }
   *[other] { $count ->
        [one] { $count } fiche
       *[other] { $count } fiches
    }
}
edit-set-one = Modifier « { $column } » ({ $table })
edit-draft = Saisie à corriger, « { $column } » ({ $table })
edit-draft-remove = Effacer la saisie à corriger, « { $column } » ({ $table })
edit-view-keep = Garder une vue ({ $table })
edit-view-drop = Supprimer une vue ({ $table })
edit-set = Modifier { edit-counted }
edit-insert = Ajouter { edit-counted }
edit-remove = Supprimer { edit-counted }
edit-bring-back = Rétablir { edit-counted }
edit-nothing = Aucune modification
edit-hand-over = Confier { $count ->
    [one] { $count } relogement ouvert
   *[other] { $count } relogements ouverts
} à une autre association
edit-absorb = Faire reprendre un bailleur par un autre

## Modifications refusées

edit-error-no-row = Cette ligne n’existe plus. Rouvrez la page et recommencez.
edit-error-duplicate = Une ligne porte déjà cet identifiant. Recommencez l’ajout.
edit-error-no-column = Cette colonne n’existe pas dans le tableau.
edit-error-wrong-kind = « { $column } » ({ $table }) n’accepte pas ce genre de valeur. Retapez-la dans la cellule.
edit-error-required = « { $column } » ({ $table }) ne peut pas rester vide. Saisissez une valeur, ou supprimez la ligne.
edit-error-out-of-range = « { $column } » ({ $table }) ne peut pas valoir autant. Vérifiez le nombre.
edit-error-derived = « { $column } » ({ $table }) est calculé par le logiciel et ne se saisit pas.
edit-error-still-named = Suppression refusée : { edit-counted } { $count ->
    [one] en dépend
   *[other] en dépendent
}. Supprimez aussi ce qui en dépend, ou modifiez-le d’abord.
edit-error-dangling = « { $column } » ({ $table }) désigne une ligne qui n’existe pas. Choisissez dans la liste.
edit-error-read-only = Ce fichier est ouvert en lecture seule. Enregistrez-le sous un autre nom pour le modifier.
edit-error-published = Ce qui a été publié a été vu : cela ne s’efface pas.

## Ce que veut dire une cellule vide

empty-whole-region = (toute la région)
empty-basis = (bail)
empty-threshold = (5)
empty-retention = (2)
empty-answer-days = (10)
empty-2 = (2)
empty-3 = (3)
empty-15 = (15)
empty-21 = (21)
empty-30 = (30)
