# Ce que deviennent les logements mis à disposition (C2)
unit-stage-leased = bail signé
unit-stage-under-way = attribution en cours
unit-stage-no-candidate = sans candidate pour l’instant
unit-stage-deadline-passed = délai dépassé
unit-stage-withdrawn-after-allocation = retiré après attribution

# Pourquoi une ligne compte ou ne compte pas (C12)
why-not-begun = Aucune étape à cette date : ne compte pas encore (C1)
why-no-landlord = Sans bailleur : ne compte pour personne
why-unit-delivered = Publié le { $date }, compte dans l’exercice { $period } (C2) ; { $stage }
why-unit-delivered-outside = Publié le { $date }, hors de tout exercice : compte seulement depuis le début (C2, C16) ; { $stage }
why-unit-back = Publié le { $date }, republié le { $again } après { $after ->
        [works] travaux
       *[withdrawn] retrait
    } : compte de nouveau depuis cette date, dans l’exercice { $period } (C3) ; { $stage }
why-unit-back-outside = Publié le { $date }, republié le { $again } après { $after ->
        [works] travaux
       *[withdrawn] retrait
    } : compte de nouveau depuis cette date, hors de tout exercice, donc seulement depuis le début (C3, C16) ; { $stage }
why-unit-to-publish = Promis ou identifié, à publier : en cours, ne compte pas encore (C7)
why-unit-withdrawn = Retiré le { $date } avant attribution : ne compte plus (C3)
why-unit-works = En travaux depuis le { $date }, avant attribution : ne compte plus (C3)
why-unit-published-outside = Publié le { $date }, quand le bailleur n’était pas partie à la convention : ne compte pas (C11)
why-unit-landlord-gone = À publier, mais le bailleur n’est pas partie à la convention à cette date : ne compte pas (C11)
why-unit-never-published = Attribué, loué ou republié sans première publication : ne compte pas (C7)
why-unit-other-channel = Trouvé après une interpellation, jamais publié : ne compte pas dans les logements (C2)
why-case-referral = Relogée le { $date } après interpellation, compte dans l’exercice { $period } (C4)
why-case-referral-outside = Relogée le { $date } après interpellation, hors de tout exercice : compte seulement depuis le début (C4, C16)
why-case-platform = Relogée le { $date } par la plateforme, compte dans l’exercice { $period }, pas dans l’objectif d’interpellations (C5)
why-case-platform-outside = Relogée le { $date } par la plateforme, hors de tout exercice : compte seulement depuis le début (C5, C16)
why-case-beside = Relogée le { $date } hors convention : à côté, jamais ajoutée (C14)
why-case-suspended = Interpellation en cours, suspendue : dite à part (C7)
why-case-under-way = Interpellation en cours : ne compte pas encore (C7)
why-case-region-only = Interpellation en cours pour la région, chez aucun bailleur (C6, C11)
why-case-exited = Sortie le { $date } sans relogement acquis : ne compte pas (C7, C8)
why-case-no-landlord = Relogée le { $date }, sans bailleur signataire : ne compte encore pour personne (C6)
why-case-before-joining = Relogée le { $date }, avant l’adhésion du bailleur : ne compte pas (C11)
why-case-platform-under-way = Par la plateforme, pas encore relogée : pas dans les interpellations en cours (C5)
why-case-outside-under-way = Hors convention, pas encore relogée : ne compte pas (C14)
why-case-not-referred = Besoin repéré, aucun bailleur interpellé : ne compte pas encore (C7)
why-commitment-counts = S’ajoute à l’objectif (C9)
why-commitment-beside = Marqué comme ne comptant pas : à côté, jamais ajouté (C9)
why-commitment-no-period = Sans exercice : à côté, jamais ajouté (C9)
why-commitment-no-target = Sans nombre : ne s’ajoute pas (C9)
why-session-held = Séance du { $date }, dans l’exercice { $period } (C15)
why-session-held-outside = Séance du { $date }, hors de tout exercice : compte seulement depuis le début (C15, C16)
why-training-first = Première partie le { $date }, compte dans l’exercice { $period } (C15)
why-training-first-outside = Première partie le { $date }, hors de tout exercice : compte seulement depuis le début (C15, C16)
why-training-second = Seconde partie le { $date } : ces personnes ont déjà compté à la première (C15)
why-training-second-planned = Seconde partie prévue le { $date } : une séance à venir, ces personnes comptent à la première (C15)
why-training-planned = Séance prévue le { $date } : ne compte pas encore (C15)
why-training-outside = Séance du { $date }, sans bailleur partie à la convention ce jour-là : ne compte pas (C11)
why-training-undated = Séance sans date : ne compte pas (C15)

# Constats : ce qui est faux ou douteux (jamais la valeur d’une ligne de personne)
finding-dangling = Désigne une ligne qui n’existe pas
finding-missing = « { $column } » est obligatoire et manque
finding-negative = « { $column } » est inférieur à zéro
finding-far-day = « { $column } » est loin du temps de la convention : vérifiez l’année
finding-duplicate = « { $column } » est déjà pris par une autre ligne
finding-order = « { $after } » est avant « { $before } »
finding-stand-in = « { $column } » saisi ici diffère de la date qui fait foi dans la ligne liée
finding-period-reversed = Le dernier jour de l’exercice est avant le premier
finding-period-overlap = L’exercice en chevauche un autre
finding-no-period = Aucun exercice : rien ne compte sauf depuis le début (C16)
finding-commitment-period = Engagement qui compte, sans exercice : il ne s’ajoute à aucun objectif (C9)
finding-commitment-target = Engagement sans nombre : il ne s’ajoute pas (C9)
finding-commitment-source = Engagement sans source
finding-absorption-successor = Absorption sans bailleur repreneur
finding-absorption-day = Absorption sans date
finding-absorption-unconfirmed = Absorption à confirmer : engagements et en-cours restent au bailleur absorbé (C11)
finding-absorption-circle = Les absorptions tournent en rond
finding-referral-published = Logement trouvé après interpellation, pourtant publié : il ne compte pas (C2)
finding-published-outside = Publié quand le bailleur n’était pas partie à la convention : ne compte pas (C11)
finding-outside-periods = Hors de tout exercice : ne compte que depuis le début (C16)
finding-never-published = Attribué, loué ou republié sans première publication : ne compte pas (C7)
finding-children-unknown = Relogement sans nombre d’enfants : compté 0 (C4)
finding-no-association = Relogement après interpellation sans association (C14)
finding-never-referred = Relogement après interpellation sans date d’interpellation
finding-leased-without-landlord = Relogement sans bailleur signataire : ne compte encore pour personne (C6)
finding-leased-landlord-proposed = Relogement sans bailleur signataire : ne compte pour personne (C6) ; le logement retenu est de { $landlord }, à confirmer
finding-lease-after-leaving = Relogement après le départ du bailleur : il compte, à vérifier (C11)
finding-lease-before-joining = Relogement avant l’adhésion du bailleur : ne compte pas (C11)
finding-people-unknown = Séance sans nombre de personnes pour ce bailleur : compté 0 (C15)
finding-outside-platform-unit = Marqué hors convention, mais le logement vient de la plateforme (C14)
finding-referral-platform-unit = Marqué interpellation, mais le logement vient de la plateforme : il compterait pour deux objectifs (C5)
finding-platform-referral-unit = Marqué plateforme, mais le logement n’y a pas été publié (C5)
finding-exit-kind = Sortie sans motif
finding-exit-day = Motif de sortie sans date
finding-answer-undated = Réponse sans date
finding-answer-missing = Date de réponse sans réponse
finding-refusal-reason = Refus sans motif
finding-refusal-author = Refus sans auteur
finding-refusal-other-list = Le motif n’est pas sur la liste de l’auteur du refus
finding-reason-without-refusal = Motif de refus sans refus
finding-answer-days = L’offre doit laisser au moins { $days } jours pour répondre (CCH R.441-10)
finding-rank-missing = Classée par la CALEOL, sans rang
finding-accepted-twice = Le logement est déjà accepté dans une autre proposition
finding-retention =
    { $n ->
        [one] { $n } dossier clos ou supprimé, au-delà du délai de conservation, garde son détail : à purger
       *[other] { $n } dossiers clos ou supprimés, au-delà du délai de conservation, gardent leur détail : à purger
    }
finding-sector-small = Secteur de moins de { $fewest } habitants : il désignerait une porte
finding-personal-email = « { $column } » semble contenir une adresse électronique
finding-personal-phone = « { $column } » semble contenir un numéro de téléphone
finding-personal-address = « { $column } » semble contenir une adresse
finding-personal-name = « { $column } » semble contenir un nom de personne
finding-personal-number = « { $column } » semble contenir un numéro de demande de logement ou de sécurité sociale
finding-personal-birth = « { $column } » semble contenir une date de naissance
finding-personal-school = « { $column } » semble contenir le nom d’un établissement scolaire
finding-view = Vue enregistrée
finding-view-number = vue n° { $n }
finding-case-code = « { $column } » semble contenir le code d’un dossier, que tous liraient
finding-unit-code = « { $column } » semble contenir le numéro d’un logement, que tous liraient
finding-hidden-characters = « { $column } » contient des caractères invisibles
finding-commitment-twice = Ce bailleur a déjà un engagement de ce type pour cette période : les deux s’additionnent
finding-unit-leased-twice = Ce logement est déjà loué à une autre femme, qui ne l’a pas quitté
finding-far-number = « { $column } » est bien trop grand : vérifiez la saisie
finding-draft = « { $column } » : saisie à corriger, elle ne compte dans aucun chiffre
