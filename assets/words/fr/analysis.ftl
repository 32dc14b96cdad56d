# Graphiques d’analyse : besoins et offres, délais, parcours, tableaux.

chart-held = masqué
chart-internal = Document interne, chiffres exacts : ne pas diffuser.

## Besoins et offres

needs-head = femmes en attente
offers-head = logements libres
needs-column-type = type
needs-missing = { $n ->
        [one] il en manque { $n }
       *[other] il en manque { $n }
    }
needs-left = { $n } de plus
needs-title = { $needs ->
        [0] Aucune femme en attente
        [one] { $needs } femme en attente
       *[other] { $needs } femmes en attente
    }{ $needs ->
        [0] ,
       *[other] { " " }pour
    } { $offers ->
        [0] aucun logement libre
        [one] { $offers } logement libre
       *[other] { $offers } logements libres
    }
needs-title-missing = { $needs ->
        [one] { $needs } femme en attente
       *[other] { $needs } femmes en attente
    } pour { $offers ->
        [0] aucun logement libre
        [one] { $offers } logement libre
       *[other] { $offers } logements libres
    } ; il manque surtout des { $type }
needs-rule = Chaque femme compte une fois, au premier type et au premier territoire notés. Logements libres : publiés, sans candidate.
needs-empty = Aucune femme en attente, aucun logement libre à cette date.
needs-all = Tous les types
matrix-all = Ensemble
matrix-title-worst = Plus grand écart : { $n ->
        [one] il manque { $n } logement
       *[other] il manque { $n } logements
    } { $type } ({ $place })
matrix-rule = Écart : logements libres moins femmes en attente. Chaque femme compte une fois, au premier type et au premier territoire notés.
tiles-column = territoire
tiles-title-most = Le plus de besoins : { $place }, { $n ->
        [one] { $n } femme en attente
       *[other] { $n } femmes en attente
    }
tiles-title-two = Le plus de besoins : { $first } et { $second }, { $n ->
        [one] { $n } femme en attente pour chacun
       *[other] { $n } femmes en attente pour chacun
    }
tiles-rule = En gras les femmes en attente, au premier territoire noté ; fond orange : moins de logements libres que de femmes.
tiles-region = Toute la région
tiles-offers = { $n ->
        [0] aucun logement
        [one] { $n } logement
       *[other] { $n } logements
    }
wish-none = Non précisé
place-none = Région, ou non précisé
place-whole = { $name }, sans EPCI
level-apart = Par type et par département, à part. Chaque chiffre est arrondi à un multiple de { $n }, vers le haut ou vers le bas : leur somme peut différer du total, qui est exact.
level-total = Trop peu de femmes pour les répartir : région entière.
level-unpublished = Rien n’est encore publié : la répartition le sera à la clôture du comité. D’ici là, région entière.
groups-day = Groupes de la dernière publication, au { $day }.
groups-none = Les groupes ne sont pas encore publiés.
release-day = État du { $day }, dernière publication où assez de chiffres ont changé ; clôturer un comité en fait une nouvelle.
departements-rounded = Départements arrondis à un multiple de { $n }, vers le haut ou vers le bas, tels qu’à la dernière publication ; les totaux sont exacts et du jour.
departements-rounded-two = Départements arrondis à un multiple de { $n } ou de { $most } selon l’exercice, vers le haut ou vers le bas, tels qu’à la dernière publication ; les totaux sont exacts et du jour.
waits-rounded = Attentes médianes arrondies à 10 jours, telles qu’à la dernière publication.
chart-held-note = Masqué : trop peu de femmes pour être réparties, ou pour une médiane.
wish-small = T1 et T2
wish-large = T4 et plus
level-exact = Par EPCI.
counted-waiting = { $name } : { $n ->
        [one] { $n } femme en attente
       *[other] { $n } femmes en attente
    }
counted-offers = { $name } : { $n ->
        [one] { $n } logement libre
       *[other] { $n } logements libres
    }
counted-gap = { $name } : { $needs ->
        [0] aucune femme en attente
        [one] { $needs } femme en attente
       *[other] { $needs } femmes en attente
    }, { $offers ->
        [0] aucun logement libre
        [one] { $offers } logement libre
       *[other] { $offers } logements libres
    }
counted-units = { $name } : { $n ->
        [one] { $n } logement mis à disposition
       *[other] { $n } logements mis à disposition
    }
counted-rows = { $name } ({ $n })
counted-on-cases = { $name }, date notée dans le relogement lui-même ({ $n })

## Délais

leg-answer = interpellation → prise en compte
leg-proposal = prise en compte → proposition
leg-caleol = proposition → CALEOL
leg-lease = CALEOL → bail
leg-keys = bail → clefs
delays-title = Délais d’une étape à l’autre
delays-title-longest = Étape la plus longue : { $name }, { $n ->
        [one] { $n } jour
       *[other] { $n } jours
    } en médiane
delays-title-longest-known = La plus longue des étapes dont la médiane est connue : { $name }, { $n ->
        [one] { $n } jour
       *[other] { $n } jours
    }
delays-title-waiting = { $cases ->
        [one] { $cases } relogement attend une étape
       *[other] { $cases } relogements attendent une étape
    } ({ $name }) depuis { $n ->
        [one] { $n } jour
       *[other] { $n } jours
    }{ $cases ->
        [one] { "" }
       *[other] {" "}en médiane
    }
delays-rule = { $n ->
        [1] Points creux : relogements en attente de l’étape suivante.
       *[other] Relogements réunis par groupes de { $n } au moins, chacun à son délai médian ; points creux : en attente.
    } Trait : médiane ; bande : du premier au troisième quartile.
delays-dots = { $n ->
        [1] Un point par relogement.
       *[other] Un point vaut jusqu’à { $n } relogements.
    }
delays-summary = médiane { $median ->
        [one] { $median } jour
       *[other] { $median } jours
    } (quartiles { $first } et { $third }), n = { $n }{ $grouped ->
        [yes] {" "}en groupes entiers
       *[no] {""}
    } · { $few ->
        [yes] moins de { $least } en attente
       *[no] { $open ->
            [0] aucun en attente
            [one] { $open } en attente
           *[other] { $open } en attente
        }
    }
delays-few = { $grouped ->
        [yes] { $n ->
            [0] aucun groupe complet
           *[other] n = { $n } en groupes entiers, trop peu pour une médiane
        }
       *[no] n = { $n }{ $n ->
            [0] { "" }
           *[other] , trop peu pour une médiane
        }
    } · { $few ->
        [yes] moins de { $least } en attente
       *[no] { $open ->
            [0] aucun en attente
            [one] { $open } en attente
           *[other] { $open } en attente
        }
    }
delays-closed = { $name } : { $n ->
        [one] { $n } relogement
       *[other] { $n } relogements
    } en { $from } à { $to ->
        [one] { $to } jour
       *[other] { $to } jours
    }
delays-closed-day = { $name } : { $n ->
        [one] { $n } relogement
       *[other] { $n } relogements
    } en { $from ->
        [one] { $from } jour
       *[other] { $from } jours
    }
delays-open-day = { $name } : { $n ->
        [one] { $n } relogement en attente
       *[other] { $n } relogements en attente
    } depuis { $from ->
        [one] { $from } jour
       *[other] { $from } jours
    }
delays-open = { $name } : { $n ->
        [one] { $n } relogement en attente
       *[other] { $n } relogements en attente
    } depuis { $from } à { $to ->
        [one] { $to } jour
       *[other] { $to } jours
    }
delays-empty = Aucun délai à montrer dans cette période.
delays-unit = jours
delays-column = étape
delays-column-n = relogements
delays-column-n-groups = relogements, en groupes entiers
delays-column-first = premier quartile
delays-column-median = médiane
delays-column-third = troisième quartile
delays-column-open = en attente

## Parcours

ways-title = { $n ->
        [0] Aucun relogement ouvert
        [one] { $n } relogement ouvert
       *[other] { $n } relogements ouverts
    }{ $old ->
        [0] { "" }
        [one] {" "}; { $old } interpellation ouverte depuis plus de six mois
       *[other] {" "}; { $old } interpellations ouvertes depuis plus de six mois
    }
ways-rule = Relogements ouverts à leur dernière étape ; refus et sorties de la période. Une sortie n’est comptée que sans relogement (C8).
ways-steps = Relogements ouverts, par dernière étape
ways-ages = Interpellations ouvertes, par ancienneté
ways-refusals = Propositions refusées, par auteur du refus
ways-exits = Sorties sans relogement
ways-unknown = Non précisé
ways-column = parcours
ways-number = nombre
age-under-1 = Moins de 1 mois
age-1-to-3 = De 1 à 3 mois
age-3-to-6 = De 3 à 6 mois
age-over-6 = Plus de 6 mois
counted-cases = { $name } : { $n ->
        [one] { $n } relogement
       *[other] { $n } relogements
    }
counted-proposals = { $name } : { $n ->
        [one] { $n } proposition refusée
       *[other] { $n } propositions refusées
    }

## Tableaux

tally-needs = Besoins repérés
tally-referrals = Interpellations
tally-files = Dossiers complets
tally-proposals = Propositions
tally-refusals = Refus
tally-rehoused = Femmes relogées
tally-women-needs = Besoins repérés
tally-women-referrals = Avec interpellation
tally-women-files = Dossiers complets
tally-women-proposals = Avec proposition
tally-women-refusals = Avec refus
tally-women-rehoused = Femmes relogées
tally-open = En attente
tally-wait = Attente médiane (jours)
breakdown-association = association
breakdown-none = Non précisée
breakdown-rule = Compté dans la période, à la date de chaque étape ; attente médiane des femmes encore en attente.
breakdown-empty = Rien à montrer dans cette période.
associations-title = { $open ->
        [0] Aucune femme en attente
        [one] { $open } femme en attente{ $n ->
            [0] , sans association notée
           *[other] , accompagnée par une association
        }
       *[other] { $open } femmes en attente{ $n ->
            [0] , sans association notée
            [one] , accompagnées par une association
           *[other] , accompagnées par { $n } associations
        }
    }
associations-rule = Interpellations, propositions et refus comptés un à un.
departements-counting = Compté en femmes : chacune une fois par colonne, à la première date dans la période. Attente médiane des femmes encore en attente.
departements-title = { $needs ->
        [0] Aucun besoin repéré
        [one] { $needs } besoin repéré
       *[other] { $needs } besoins repérés
    }
departements-title-most = Le plus de besoins repérés : { $name }, { $n ->
        [one] { $n } femme
       *[other] { $n } femmes
    }
departements-title-two = Le plus de besoins repérés : { $first } et { $second }, { $n ->
        [one] { $n } femme pour chacun
       *[other] { $n } femmes pour chacun
    }
departements-rule = Département du premier territoire noté.
rounds-title = D’un comité à l’autre
rounds-title-since = Depuis le comité du { $day } : { $units ->
        [0] aucun logement
        [one] { $units } logement
       *[other] { $units } logements
    }, { $women ->
        [0] aucune femme relogée
        [one] { $women } femme relogée
       *[other] { $women } femmes relogées
    }
rounds-rule = Compté à la date de chaque étape, lendemain du comité précédent compris.
rounds-column = période
rounds-units = Logements mis à disposition
rounds-first = jusqu’au { $until }
rounds-between = après le { $after }, jusqu’au { $until }
sessions-title = { $sessions ->
        [0] Aucune séance
        [one] { $sessions } séance
       *[other] { $sessions } séances
    }, { $people ->
        [0] aucune personne formée
        [one] { $people } personne formée
       *[other] { $people } personnes formées
    }
sessions-rule = Une personne compte une fois, à la première partie (C15). Une séance partagée compte pour chaque bailleur, une fois dans l’ensemble.
sessions-empty = Aucune séance dans cette période.
sessions-held = Séances
sessions-first = Personnes, partie 1
sessions-second = Personnes, partie 2
sessions-planned = Séances à venir
context-title = Chiffres de contexte, publiés par d’autres
context-rule = Chiffres recopiés de leur source, jamais ajoutés à ceux de la convention.
context-imprint = la source est dite à chaque ligne
context-empty = Aucun chiffre de contexte. Saisissez-les dans Chiffres de contexte.
context-column = chiffre
context-period = période
context-value = valeur
context-source = source
context-dated = du

## Année par année

years-column = Exercice
years-units = Logements mis à disposition
years-units-target = Engagement (logements)
years-referral = Femmes relogées après interpellation
years-referral-target = Engagement (femmes)
years-women = Femmes relogées, en tout
years-children = Enfants
years-running = { $name }, au { $day }
years-empty = Aucun exercice n’a commencé.
years-rule = Chaque exercice au dernier jour, celui qui court au jour des chiffres ; l’engagement est celui de la région. Les enfants ne s’ajoutent pas aux femmes (C4).
years-children-groups = Enfants : par groupes entiers de femmes, tels qu’à la dernière publication.
years-title = { $name } : { $units }, { $women }
years-title-units = { $n ->
        [0] aucun logement
        [one] { $n } logement
       *[other] { $n } logements
    }{ $has ->
        [yes] {" "}sur { $target }
       *[no] {""}
    }
years-title-women = { $n ->
        [0] aucune femme relogée après interpellation
        [one] { $n } femme relogée après interpellation
       *[other] { $n } femmes relogées après interpellation
    }{ $has ->
        [yes] {" "}sur { $target }
       *[no] {""}
    }

## Documents

report-essential = L’essentiel
report-figure = Chiffre
report-achieved = Réalisé
report-target = Engagement
report-figures = Chiffres : { $span }, au { $day }
report-for-committee = Pour les membres du comité
report-for-public = Pour tous
report-for-one = Pour { $name } seulement : ne pas diffuser
report-minutes = Compte rendu
report-annual = Rapport d’activité
report-next = À l’ordre du jour ensuite
report-no-record = Aucune ligne.
