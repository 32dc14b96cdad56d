# Ce qui est à faire, et les gestes qui y répondent.

todo-none = Rien à faire pour l’instant. Un besoin nouveau se note dans Relogements.
todo-count =
    { $n ->
        [0] Rien à faire
        [one] { $n } chose à faire
       *[other] { $n } choses à faire
    }{ $waiting ->
        [0] {""}
        [one] , { $waiting } reportée
       *[other] , { $waiting } reportées
    }
todo-put-off = Reportés
todo-put-off-go = Reporter…
todo-take-up = Reprendre
todo-known = Reporté au { $until }
todo-known-why = Reporté au { $until } ({ $reason })
todo-since-days =
    { $days ->
        [0] à faire aujourd’hui
        [one] à faire depuis { $days } jour
       *[other] à faire depuis { $days } jours
    }
todo-in-days =
    { $days ->
        [one] dans { $days } jour
       *[other] dans { $days } jours
    }
todo-offer-ends = Le ménage doit répondre au plus tard le { $day }.
todo-offer-passed = Le délai de réponse a pris fin le { $day } : notez la réponse. Le silence vaut refus.
todo-referral = { $landlord } n’a pas répondu à l’interpellation du { $day }.
todo-refusal-undecided = Refusé : dites la suite (continue, pause, sortie).
todo-refusal-pauses = La suite notée est une pause : notez-la dans le relogement.
todo-refusal-leaves = La suite notée est une sortie : notez-la dans le relogement.
todo-publish-again = Personne n’y emménagera : republiez le logement ou notez son retrait.
todo-no-candidate = Publié et sans candidate depuis le { $day } : proposez-le.
todo-apply-by-ends = Dernier jour pour candidater le { $day }, et sans candidate.
todo-apply-by-passed = Date limite de candidature passée le { $day }, sans candidate.
todo-no-next-step = Rien depuis le { $day } : interpellez un bailleur, proposez un logement ou notez une étape.
todo-proposal-idle = Un logement est proposé, et rien depuis le { $day } : notez la suite.
todo-no-lease = Accepté, et rien depuis le { $day } : notez le bail.
todo-pause-open = Suspendu depuis le { $day }, sans date de reprise : notez la date, la reprise ou la sortie.
todo-pause-ends = La suspension finit le { $day }.
todo-pause-over = La suspension a pris fin le { $day } : reprenez le relogement ou prolongez-la.
todo-lease-no-landlord = Bail du { $day } sans bailleur signataire : il ne compte pour personne.
todo-lease-before-joining = Bail du { $day } d’un bailleur qui n’avait pas encore adhéré.
todo-lease-no-keys = Bail du { $day }, clefs pas encore remises : il ne compte pas encore.
todo-quota = Accord du réservataire le { $day }, pas encore utilisé.
todo-committee = Prévu le { $day } : notez qu’il s’est tenu, ou sa nouvelle date.
todo-action = À terminer avant le { $day }.
todo-behind = { $axis } : { $done } sur { $expected ->
        [one] { $expected } attendu
       *[other] { $expected } attendus
    } à ce jour, pour un engagement de { $target }.
todo-commitments =
    { $axis } : { $landlords ->
        [one] { $landlord }
       *[other] { $landlords } bailleurs
    } sans engagement{ $left ->
        [0] {""}
       *[other] , { $left } encore à répartir
    }{ $others ->
        [0] {""}
        [one] {" "}; relogements : { $others } bailleur
       *[other] {" "}; relogements : { $others } bailleurs
    }. S’il n’y en a pas, saisissez 0.
todo-no-period = L’exercice a pris fin le { $day } et aucun autre ne contient ce jour : ajoutez le suivant.

## Gestes

act-refer = Interpeller un bailleur
act-refer-go = Interpeller
act-propose = Proposer un logement
act-propose-go = Proposer
act-propose-unit = Proposer le logement à un ménage
act-propose-unit-go = Proposer
act-choose-go = Continuer
act-decide = Noter la décision de la CALEOL
act-decide-go = Noter
act-decide-done = décision notée
act-answer = Noter la réponse
act-answer-go = Noter
act-sign = Noter le bail signé
act-sign-go = Noter le bail
act-move-in = Noter la remise des clefs
act-move-in-go = Noter les clefs
act-put-off = Reporter à un jour
act-put-off-go = Reporter
act-done = { $record } : { $done }. Ctrl+Z l’annule.
act-refer-done = interpellation notée
act-propose-done = proposition notée
act-answer-done = réponse notée
act-sign-done = bail noté
act-move-in-done = remise des clefs notée
act-confirm-done = source notée
act-close-done = comité tenu, chiffres publiés
act-close-follows = Les chiffres de ce jour que d’autres peuvent voir sont publiés et gardés tels quels : ce qui est corrigé ensuite se verra.
act-absorb = Faire reprendre un bailleur par un autre
act-absorb-go = Noter la reprise
act-absorb-done = reprise notée
act-absorb-follows = À partir de ce jour, ses engagements et ce qui est en cours passent à l’autre bailleur ; ses résultats passés restent à son nom (C11).
act-hand-over = Confier les relogements en cours
act-hand-over-go = Confier
act-hand-over-done = relogements confiés
act-hand-over-follows = Tous ses relogements en cours passent à l’association choisie ; ceux qui sont signés ou sortis restent à son nom.
act-put-off-done = reporté
edit-act = { $act }
form-which = De quoi s’agit-il
form-no-match = { $column } : rien de tel dans la liste.
form-missing = À remplir : { $column }.
form-elsewhere = { $record } : { $said }
offer-suspended-until = suspendu jusqu’au { $day }
offer-suspended = suspendu
offer-has-home = a déjà accepté { $unit }
form-barred = Impossible : { $status }.
form-usual = le plus souvent, pour ce motif
todo-keys-no-lease = Clefs remises le { $day } sans bail noté : ce relogement ne compte pas encore (C4).
form-day-to-come = Ce jour n’est pas encore venu : rien n’est à publier.
form-day-planned = Ce jour est à venir : il sera compté ce jour-là.
form-day-past = Ce jour est passé : choisissez un jour à venir.
form-doubtful = Ce n’est que douteux : vous pouvez continuer.
form-again = { $what }
form-again-on = { $what } ({ $day })
form-again-unanswered = déjà interpellé, sans réponse
form-again-refused = a refusé ce relogement
form-again-accepted = a déjà accepté
form-again-by-household = refusé par le ménage
form-again-by-landlord = refusé par le bailleur
form-again-by-someone = refusé
form-again-turned-down = non attribué par la CALEOL
offer-not-a-party = ✗ pas partie à la convention à ce jour
offer-absorbed = ✗ absorbé par un autre bailleur
offer-commitment = { $done ->
    [one] { $done } relogement sur { $target }
   *[other] { $done } relogements sur { $target }
}
form-again-proposed = déjà proposé
form-may-not-hold = Ce motif est-il opposable à une victime de violences ? À vérifier avec le bailleur.
choice-criterion-free = disponibilité
choice-criterion-dwelling = type
choice-criterion-territory = territoire
choice-criterion-step-free = accès PMR
choice-criterion-rent = loyer
choice-criterion-day = date
fits-all = ✓ tout convient
card-links = Liens
card-noted = « { $text } »
card-publication = Chiffres publiés
card-published =
    { $units ->
        [one] { $units } logement
       *[other] { $units } logements
    }, { $women ->
        [one] { $women } femme relogée
       *[other] { $women } femmes relogées
    }
card-unanswered = sans réponse
card-findings =
    { $n ->
        [one] { $n } alerte
       *[other] { $n } alertes
    }

## Reconduire

renew-none = Aucun exercice n’a de dernier jour : complétez d’abord le dernier.
renew-nothing = L’exercice suivant a déjà tous ces engagements : rien à reconduire.
renew-text = Les engagements qui comptent sont repris avec leur nombre, sauf ceux que l’exercice suivant a déjà. Ils restent dans Alertes, sans source, jusqu’à ce que vous les confirmiez. Ctrl+Z enlève tout d’un coup.
renew-go = Reconduire
edit-renew = Reconduire { $from } en { $period } : { $count ->
        [one] { $count } engagement
       *[other] { $count } engagements
    }

## Rapprochement

dashboard-outside =
    { $n ->
        [one] { $n } date hors de tout exercice ne compte que depuis le début (C16).
       *[other] { $n } dates hors de tout exercice ne comptent que depuis le début (C16).
    }
matching-working = Rapprochement en cours…
matching-none = Aucun ménage n’attend de logement. Un besoin nouveau se note dans Relogements.
matching-choose = Choisissez à gauche.
matching-unread = « À éviter » est à corriger
matching-no-home = Aucun logement libre ne peut être montré. Un logement publié, sans candidate, paraît ici.
matching-count =
    { $housed ->
        [0] Aucun logement pour { $all ->
            [one] le seul ménage qui attend
           *[other] les { $all } ménages qui attendent
        }
        [one] Un logement pour { $housed } ménage sur { $all }
       *[other] Un logement pour { $housed } ménages sur { $all }
    }, parmi { $homes ->
        [0] aucun logement libre
        [one] { $homes } logement libre
       *[other] { $homes } logements libres
    }. C’est une proposition : vous décidez.
matching-missing = Pour loger tous les ménages en attente, il manque { $list }.
matching-missing-homes =
    { $n ->
        [one] { $n } logement
       *[other] { $n } logements
    }{ $known ->
        [type] {" "}{ $type }
        [place] {" "}dans « { $place } »
        [both] {" "}{ $type } dans « { $place } »
       *[nothing] {" "}sans préférence
    }
reasons-household = Motifs du ménage
reasons-landlord = Motifs du bailleur
list-last = { $before } et { $last }
matching-under = Bailleurs encore sous leur engagement de logements : { $list }.
matching-others =
    { $n ->
        [one] { $n } autre
       *[other] { $n } autres
    }
matching-proposed = · { $unit } proposé
matching-proposed-to = · proposé à { $case }
matching-free = · libre
matching-from-cases = Par ménage
matching-from-homes = Par logement
matching-no-free = Aucun logement libre.
matching-no-case = Aucun ménage à qui le proposer.
matching-waits =
    { $days ->
        [0] attend depuis aujourd’hui
        [one] attend depuis { $days } jour
       *[other] attend depuis { $days } jours
    }
matching-rent-in-all = { $amount } € CC
matching-rent-alone = { $amount } € HC
matching-rent-most = { $amount } € au plus
matching-signs = ✗ ne convient pas, ? pas connu ou à vérifier
matching-wished = { $is } ; souhaité : { $wished }
matching-no-value = sans « { $column } »
matching-free-from = disponible le { $day }
matching-candidates =
    { $n ->
        [one] proposé à { $n } autre ménage
       *[other] proposé à { $n } autres ménages
    }
matching-suspended =
    { $n ->
        [one] { $n } relogement suspendu n’est pas rapproché (C12).
       *[other] { $n } relogements suspendus ne sont pas rapprochés (C12).
    }
matching-criteria = Critères :
matching-left = · en attente

card-year = Exercice { $period }
card-year-units = Logements : { $done }, { $coming } à publier
card-year-units-of = Logements : { $done } sur { $target }, { $coming } à publier
card-year-women = Relogements : { $done }, { $coming } en cours
card-year-women-of = Relogements : { $done } sur { $target }, { $coming } en cours
card-year-trained = Personnes formées : { $done }, { $coming } à venir
card-year-trained-of = Personnes formées : { $done } sur { $target }, { $coming } à venir
card-year-needs = Besoins repérés : { $n }
card-year-rehoused = Femmes relogées : { $n }
card-year-waiting = En attente à ce jour : { $n }

## Engagements par bailleur et exercice

layout-list = Liste
layout-crossed = Par bailleur et exercice
act-close = Clôturer le comité
act-close-go = Clôturer et publier
act-confirm = Confirmer des engagements
act-confirm-go = Confirmer
act-confirm-several =
    { $n ->
        [one] L’engagement choisi.
       *[other] Les { $n } engagements choisis qui sont à confirmer.
    }
crossed-header = { $axis } { $period }
crossed-sum = Somme des bailleurs
crossed-gap = sur l’objectif de la région
crossed-sum-of = { $sum } sur { $target }
crossed-sum-only = { $sum }
crossed-left = { $n } à répartir
crossed-shared = tout est réparti
crossed-more = { $n } de plus
crossed-no-target = sans objectif
crossed-proposed = à confirmer
crossed-several =
    { $n ->
        [one] Un engagement est ici : modifiez-le dans la liste (F7).
       *[other] { $n } engagements s’additionnent ici : modifiez-les dans la liste (F7).
    }
crossed-absorbed = repris
crossed-absorbed-why = Repris le { $day } par { $successor } : un nombre noté ici compte pour ce bailleur (C11).
crossed-gone = parti
crossed-gone-why = { $name } a quitté la convention le { $day } (C11) ; un nombre noté ici s’ajoute quand même (C9).
crossed-not-yet = pas encore
crossed-not-yet-why = { $name } rejoint la convention le { $day } (C11) ; un nombre noté ici s’ajoute quand même (C9).
crossed-left-out =
    { $n ->
        [one] { $n } engagement n’est que dans la liste : hors compte, ou sans exercice
       *[other] { $n } engagements ne sont que dans la liste : hors compte, ou sans exercice
    }

## Saisie rapide

action-quick = Saisie rapide…
quick-title = Saisie rapide
quick-hint = Une ligne, comme elle vient. Rien n’est deviné : ce qui n’est pas clair est demandé.
quick-line = Ligne à noter
quick-example = vilogia t3 lille publié 12/05
quick-example-unit = Un logement : « vilogia t3 lille 62 m² 450 € HC publié 12/05 »
quick-example-case = Un relogement : « relogement solfa t3 MEL 2 enfants », « relogement solfa partenord bail 3/4 »
quick-example-change = Une fiche qui existe, par son code : « L-0012 publié 12/05 »
quick-example-referral = Une interpellation, une proposition : « interpellation », puis le code et le bailleur ; entre guillemets, une note
quick-example-minutes = Au comité : « décision publier avant l’été », « action Vilogia publier trois logements avant le 30/6 »
quick-choose = ↓ ↑ puis Entrée, ou tapez plus de mots.
quick-nothing-yet = Rien à noter encore : tapez la suite.
quick-new = { $kind ->
    [units] Nouveau logement
    [relocations] Nouveau relogement
    [referrals] Nouvelle interpellation
    [decisions] Nouvelle décision
    [actions] Nouvelle action
   *[proposals] Nouvelle proposition
}
quick-changed = { $kind ->
    [units] Logement { $record }
    [relocations] Relogement { $record }
    [referrals] Interpellation { $record }
   *[proposals] Proposition { $record }
}
phrase-no-committee = À quel comité ? Notez d’abord sa date dans Comités.
quick-today = aujourd’hui, sans date tapée
quick-to-come = à venir : ne compte pas encore
quick-moves = Chiffres qui bougent{ $has ->
    [yes] , exercice { $period }
   *[no] {""}
} :
quick-no-moves = { $has ->
    [yes] Aucun chiffre de l’exercice { $period } ne bouge à ce jour.
   *[no] Aucun chiffre ne bouge à ce jour.
}
quick-move = { $from } → { $to }{ $has ->
    [yes] {" "}sur { $target }
   *[no] {""}
}
quick-to-publish = Logements à publier
quick-under-way = Interpellations en cours
quick-children = Enfants des femmes relogées
quick-go = Noter
quick-done-new = { $record } : { $kind ->
    [units] logement noté
    [relocations] relogement noté
    [referrals] interpellation notée
    [decisions] décision notée
    [actions] action notée
   *[proposals] proposition notée
}.
quick-done-changed = { $record } : modification notée.
quick-undo = Une fois cette saisie fermée (Échap), Ctrl+Z l’annule.
