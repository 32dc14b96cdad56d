# Ce que dit un lecteur d’écran de plus que ce qui est écrit.

heard-table = Tableau : { $table }
heard-row = { $name }, ligne { $row } sur { $rows }
heard-empty = vide
heard-derived = calculé
heard-read-only = lecture seule
heard-cut = coupé
heard-rejected = saisie refusée : { $why }
heard-error = erreur : { $why }
heard-warning = à vérifier : { $why }
heard-offered = { $n ->
    [one] { $n } réponse dans la liste
   *[other] { $n } réponses dans la liste
}
heard-offers = Choix possibles
heard-pages = Pages
heard-figure = { $what } : { $n }
heard-figure-of = { $what } : { $n } sur { $target }
heard-women-rule = Femmes relogées après interpellation ou par la plateforme (C5), comptées { $basis ->
        [keys] à la remise des clefs
       *[lease] au bail signé
    } (C4).
heard-left = { $what } : { $left }
heard-left-rule = Objectif régional moins les engagements des bailleurs (C9).
heard-fits = tout convient
heard-fits-not = { $criterion } : ne convient pas
heard-fits-unknown = { $criterion } : pas connu ou à vérifier
heard-no-target = { $what } : pas d’objectif régional
