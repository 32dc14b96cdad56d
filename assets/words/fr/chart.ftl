# Graphiques : le titre dit le constat, la légende les couleurs, la note la règle de comptage.

## Titres

chart-title-of = { $axis ->
        [relocations] { $done ->
            [0] Aucune femme relogée
            [one] { $done } femme relogée
           *[other] { $done } femmes relogées
        }
        [training] { $done ->
            [0] Aucune personne formée
            [one] { $done } personne formée
           *[other] { $done } personnes formées
        }
       *[units] { $done ->
            [0] Aucun logement
            [one] { $done } logement
           *[other] { $done } logements
        }
    } sur { $target }
chart-title-beyond = { $axis ->
        [relocations] { $done ->
            [one] { $done } femme relogée
           *[other] { $done } femmes relogées
        }
        [training] { $done ->
            [one] { $done } personne formée
           *[other] { $done } personnes formées
        }
       *[units] { $done ->
            [one] { $done } logement
           *[other] { $done } logements
        }
    } pour un engagement de { $target }
chart-title-alone = { $axis ->
    [relocations] { $done ->
        [0] Aucune femme relogée
        [one] { $done } femme relogée
       *[other] { $done } femmes relogées
    }
    [training] { $done ->
        [0] Aucune personne formée
        [one] { $done } personne formée
       *[other] { $done } personnes formées
    }
   *[units] { $done ->
        [0] Aucun logement publié
        [one] { $done } logement publié
       *[other] { $done } logements publiés
    }
}
chart-title-first = { $figures } ;
chart-finding-to-enter = aucun engagement de bailleur noté
chart-finding-unshared = { $n ->
    [one] l’objectif de { $periods } n’est pas réparti entre les bailleurs
   *[other] les objectifs de { $periods } ne sont pas répartis entre les bailleurs
}
chart-finding-none = aucun bailleur n’a encore tenu son engagement
chart-finding-kept-by = { $name } a tenu son engagement
chart-finding-beyond-by = { $name } a dépassé son engagement
chart-finding-kept = { $kept ->
    [one] { $kept } bailleur a tenu son engagement
   *[other] { $kept } bailleurs ont tenu leur engagement
}
chart-finding-all = tous les bailleurs ont tenu leur engagement
chart-finding-all-committed = { $kept ->
    [one] le seul bailleur engagé a tenu son engagement
   *[other] les { $kept } bailleurs engagés ont tenu leur engagement
}

## Légende

chart-legend-delivered = { $axis ->
    [relocations] { $basis ->
        [keys] clefs remises
       *[lease] bail signé
    }
    [training] personnes formées
   *[units] publiés
}
chart-legend-recent = depuis le comité du { $day }
chart-legend-pipeline = { $axis ->
    [relocations] en cours
    [training] personnes attendues
   *[units] promis ou identifiés, à publier
}
chart-legend-target = engagement de l’exercice { $period }
chart-legend-target-whole = engagement de tous les exercices
chart-column-landlord = bailleur

## À côté des barres

chart-label-target = / { $count }
chart-label-pipeline = · { $axis ->
        [relocations] { $count } en cours
        [training] { $count ->
            [one] { $count } attendue
           *[other] { $count } attendues
        }
       *[units] { $count } à publier
    }
chart-label-suspended = dont { $count ->
    [one] { $count } suspendu
   *[other] { $count } suspendus
}
chart-label-no-target = · engagement non saisi
chart-label-taken-over = · repris par { $name }
chart-row = { $name } : { $label }.

## Dit au survol et au lecteur d’écran

chart-stop-delivered = { $name } : { $axis ->
        [relocations] { $count ->
            [one] { $count } femme relogée
           *[other] { $count } femmes relogées
        }
        [training] { $count ->
            [one] { $count } personne formée
           *[other] { $count } personnes formées
        }
       *[units] { $count ->
            [one] { $count } logement publié
           *[other] { $count } logements publiés
        }
    }
chart-stop-recent = { $name } : { $axis ->
        [relocations] { $count ->
            [one] { $count } femme relogée
           *[other] { $count } femmes relogées
        }
       *[units] { $count ->
            [one] { $count } logement publié
           *[other] { $count } logements publiés
        }
    } depuis le comité du { $day }
chart-stop-pipeline = { $name } : { $axis ->
        [relocations] { $count ->
            [one] { $count } relogement en cours
           *[other] { $count } relogements en cours
        }
        [training] { $count ->
            [one] { $count } personne à former
           *[other] { $count } personnes à former
        }
       *[units] { $count ->
            [one] { $count } logement à publier
           *[other] { $count } logements à publier
        }
    }
chart-stop-target = { $name } : engagement de { $axis ->
        [relocations] { $count ->
            [one] { $count } relogement
           *[other] { $count } relogements
        }
        [training] { $count ->
            [one] { $count } personne à former
           *[other] { $count } personnes à former
        }
       *[units] { $count ->
            [one] { $count } logement
           *[other] { $count } logements
        }
    }

chart-stop-in-all = { $name } : { $count ->
        [one] { $count } femme relogée en tout
       *[other] { $count } femmes relogées en tout
    }
chart-stop-suspended = { $name } : { $count ->
        [one] { $count } relogement suspendu
       *[other] { $count } relogements suspendus
    }

chart-stop-stage = { $name } : { $count ->
        [one] { $count } logement
       *[other] { $count } logements
    }, { $stage }

## Devenir des logements

fates-title = { $n ->
        [0] Aucun logement publié
        [one] { $n } logement publié
       *[other] { $n } logements publiés
    }{ $n ->
        [0] { "" }
       *[other] { $leased ->
            [0] , aucun encore loué
            [one] , dont { $leased } loué
           *[other] , dont { $leased } loués
        }
    }
fates-caption = Chaque logement compte une fois, à sa première publication, quoi qu’il advienne (C2).
fates-empty = Aucun logement publié dans cette période.
fates-days-candidate = jours jusqu’à la candidate
fates-days-lease = jours jusqu’au bail
fates-days = { $days } j (n = { $n })
fates-days-none = –
fates-days-to = { $days } { $end ->
        [candidate] jusqu’à la première candidate
       *[lease] jusqu’au bail
    }
fates-days-note = Médiane depuis la publication : { $days }{ $n ->
        [0] { "" }
        [1] { "" }
       *[other] { "" } ; dite à partir de { $n } logements
    }.
fates-waited-candidate = { $name } : { $n ->
        [one] { $n } logement avec une candidate
       *[other] { $n } logements avec une candidate
    }, en { $days ->
        [one] { $days } jour
       *[other] { $days } jours
    } de médiane
fates-waited-lease = { $name } : { $n ->
        [one] { $n } logement loué
       *[other] { $n } logements loués
    }, en { $days ->
        [one] { $days } jour
       *[other] { $days } jours
    } de médiane
fates-column-all = en tout

## Courbe

curve-title-of = { $done ->
        [0] Aucune femme relogée après interpellation
        [one] { $done } femme relogée après interpellation
       *[other] { $done } femmes relogées après interpellation
    } { $beyond ->
        [yes] pour un engagement de { $target },
       *[no] sur { $target }
    } au { $date }
curve-title-none = Courbe des relogements
curve-title-alone = { $done ->
        [0] Aucune femme relogée après interpellation
        [one] { $done } femme relogée après interpellation
       *[other] { $done } femmes relogées après interpellation
    } au { $date }
curve-referral = { $n } après interpellation
curve-in-all = { $n } en tout
curve-children = { $n ->
        [one] { $n } enfant
       *[other] { $n } enfants
    } de { $mothers ->
        [one] { $mothers } femme
       *[other] { $mothers } femmes
    }
curve-step = { $day } : { $n ->
        [one] { $n } femme relogée
       *[other] { $n } femmes relogées
    }, { $total } depuis le début de la période
curve-target = { $n } : engagement
curve-committee = comité du { $day }
curve-committee-planned = comité prévu le { $day }
curve-pace = rythme de référence
curve-caption = Total depuis le début de la période, compté { $basis ->
        [keys] à la remise des clefs
       *[lease] au bail signé
    } (C4) ; les enfants sont une mesure distincte.
curve-children-groups = Les enfants sont ajoutés par groupes de { $n } femmes, pour qu’aucun foyer ne se lise.
curve-children-hidden = Moins de { $n } femmes : leurs enfants ne sont pas montrés.
curve-projection = Au rythme moyen depuis le { $starts }, les { $target } seraient atteints entre le { $earliest } et le { $latest }.
curve-pace-note = Droite fine : rythme de référence, régulier jusqu’à l’engagement.
curve-empty = Cette période n’a pas de dates. Saisissez-les dans Convention.
curve-column-day = jour
curve-column-referral = après interpellation
curve-column-in-all = en tout
curve-column-children = enfants

## Notes

chart-caption-units = Compté dès la publication sur Pass’Logement (C2).
chart-caption-relocations = Compté { $basis ->
        [keys] à la remise des clefs
       *[lease] au bail signé
    } (C4).{ $platform ->
        [0] { "" }
        [one] { " " }La femme relogée par la plateforme n’est pas recomptée ici (C5).
       *[other] { " " }Les { $platform } femmes relogées par la plateforme ne sont pas recomptées ici (C5).
    }
chart-caption-training = Compté à la première partie, une fois par personne (C15).
chart-source = Source : { $source }, situation au { $date }.
chart-n-units = n = { $n ->
        [one] { $n } logement
       *[other] { $n } logements
    }.
chart-n-women = n = { $n ->
        [one] { $n } femme
       *[other] { $n } femmes
    }.
chart-n-waiting = n = { $n ->
        [one] { $n } femme en attente
       *[other] { $n } femmes en attente
    }.
chart-n-people = n = { $n ->
        [one] { $n } personne formée
       *[other] { $n } personnes formées
    }.
chart-n-cases = n = { $n ->
        [one] { $n } relogement
       *[other] { $n } relogements
    }.
chart-fictitious = DONNÉES FICTIVES
chart-empty = Aucun bailleur. Ajoutez les bailleurs, puis leurs engagements.

## Images

chart-png-too-large = L’image aurait { $width } × { $height } points : c’est trop. Choisissez une échelle plus petite.
chart-png-failed = L’image n’a pas pu être faite. Enregistrez le graphique en SVG.
