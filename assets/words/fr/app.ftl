# La fenêtre : pages, menus, boutons, dialogues.

## Pages

page-dashboard = Tableau de bord
page-todo = À faire
page-matching = Rapprochement
page-units = Logements
page-relocations = Relogements
page-referrals = Interpellations
page-proposals = Propositions
page-landlords = Bailleurs
page-associations = Associations
page-commitments = Engagements
page-committees = Comités
page-trainings = Formations
page-context = Chiffres de contexte
page-convention = Convention
page-findings = Alertes

badge-seance = SÉANCE : VUE DU COMITÉ
badge-seance-why = La fenêtre ne montre que ce que le comité peut voir : le reste n’y est pas. F9 pour la quitter.
badge-window = FENÊTRE COMITÉ OUVERTE
badge-window-out = Partagez la fenêtre « Comité » : elle ne contient que ce que le comité peut voir. Il a été demandé au système de laisser celle-ci hors des partages d’écran ; il ne dit pas s’il le fait. Vérifiez avec un collègue avant de partager tout l’écran.
badge-window-in = Partagez la fenêtre « Comité » : elle ne contient que ce que le comité peut voir. Celle-ci se voit si vous partagez tout l’écran, pendant dix minutes au plus.
badge-window-cannot = Partagez la fenêtre « Comité », jamais tout l’écran : ce système ne sait pas laisser une fenêtre hors d’un partage, celle-ci s’y verrait.
badge-fictitious = DONNÉES FICTIVES
badge-exact = CHIFFRES EXACTS, INTERNES
badge-read-only = LECTURE SEULE

## Menus et actions

menu-file = Fichier
menu-edit = Édition
menu-follow = Suivi
menu-column = Colonne
menu-charts = Graphiques
menu-go = Aller
menu-view = Affichage
menu-help = Aide

action-new-template = Nouvelle convention (Hauts-de-France 2021)…
action-new-sample = Nouvel exemple fictif…
action-open = Ouvrir…
action-save = Enregistrer
action-save-as = Enregistrer sous…
action-export-table = Exporter ce tableau en CSV…
action-operator = Votre nom dans l’historique…
action-quit = Quitter
action-undo = Annuler
    .needs = il n’y a rien à annuler.
action-redo = Rétablir
    .needs = il n’y a rien à rétablir.
action-add-row = Ajouter
    .needs = allez d’abord dans un tableau.
action-duplicate-row = Dupliquer
    .needs = choisissez d’abord une ligne d’un tableau.
action-remove-row = Supprimer
    .needs = choisissez d’abord une ligne d’un tableau.
action-cut = Couper
    .needs = allez d’abord dans un tableau.
action-copy = Copier
    .needs = allez d’abord dans un tableau.
action-paste = Coller
    .needs = allez d’abord dans un tableau.
action-insert-row = Insérer une ligne au-dessus
action-row-menu = Menu de la ligne
    .needs = choisissez d’abord une ligne d’un tableau.
action-copy-headers = Copier avec les en-têtes
action-search = Rechercher
    .needs = allez d’abord dans un tableau.
action-renew = Reconduire l’exercice…
action-confirm = Confirmer des engagements…
    .needs = allez d’abord dans Engagements ; il faut y choisir un engagement à confirmer.
action-crossed = Engagements par bailleur et exercice
action-hand-over = Confier les relogements ouverts à une autre association…
    .needs = choisissez d’abord une association qui a des relogements en cours.
action-absorb = Faire reprendre un bailleur par un autre…
    .needs = choisissez d’abord un bailleur.
action-card = Fiche de la ligne
    .needs = allez d’abord dans un tableau.
action-card-fields = Passer de la grille à la fiche
    .needs = choisissez d’abord une ligne d’un tableau.
action-back = Retour
    .needs = aucun lien n’a été suivi.
action-page-previous = Page précédente
    .needs = c’est la première page.
action-page-next = Page suivante
    .needs = c’est la dernière page.
action-go-dashboard = Tableau de bord
action-go-todo = À faire
action-go-matching = Rapprochement
action-go-units = Logements
action-go-relocations = Relogements
action-go-referrals = Interpellations
action-go-proposals = Propositions
action-go-landlords = Bailleurs
action-go-associations = Associations
action-go-commitments = Engagements
action-go-committees = Comités
action-go-trainings = Formations
action-go-context = Chiffres de contexte
action-go-convention = Convention
action-go-findings = Alertes
action-seance = Mode séance (vue du comité)
action-committee-window = Fenêtre « Comité » (à partager)
action-discuss = En discussion au comité
    .needs = ouvrez d’abord la fenêtre « Comité », puis choisissez un bailleur, une association, un logement, une décision ou une action.
action-leave-out = Laisser cette fenêtre hors des partages d’écran
action-theme-dark = Thème sombre
action-theme-light = Thème clair
action-text-larger = Texte plus grand
    .needs = le texte a déjà la plus grande taille.
action-text-smaller = Texte plus petit
    .needs = le texte a déjà la plus petite taille.
action-text-normal = Texte à 100 %
action-language = Switch to English
action-palette = Toutes les actions…
action-help = Premiers pas, raccourcis
action-rules = Règles de comptage
action-about = À propos de Clefs

## Mots communs

header-more = Autres actions
cancel = Annuler
close = Fermer
region = Région
loading = Ouverture du fichier…
why-need = Besoin repéré le { $date }
why-referral = Interpellation du { $date }
why-referral-on-case = Interpellation du { $date }, notée dans le relogement lui-même
why-file = Dossier complet le { $date }
why-proposal = Proposition du { $date }
why-proposal-on-case = Proposition du { $date }, notée dans le relogement lui-même
why-refusal = Refusée le { $date }
why-waiting = En attente depuis le { $date }{ $suspended ->
        [yes] , suspendue
       *[no] { "" }
    }
why-delay = { $days ->
        [0] Le même jour
        [one] { $days } jour
       *[other] { $days } jours
    } : du { $from } au { $to }
why-delay-open = { $days ->
        [one] { $days } jour
       *[other] { $days } jours
    } depuis le { $from }, pas encore franchie
why-at = À cette étape depuis le { $date }
why-asked = Premier bailleur interpellé le { $date }
why-exited = Sortie le { $date }
why-unknown = Compte dans ce chiffre
undo-up-to = Annuler jusqu’à
undone = Annulé : { $label }
undone-closing = Annulé : { $label }. Ce qui a été publié a été vu : cela reste.
redone = Rétabli : { $label }

## Accueil

welcome-title = Clefs
welcome-subtitle = Le suivi de la convention : engagements, logements, relogements
welcome-template = Commencer avec la convention de 2021
welcome-template-text = Les 17 bailleurs, les 4 associations et les engagements publiés sont déjà saisis.
welcome-template-go = Commencer
welcome-sample = Essayer avec un exemple
welcome-sample-text = Des données fictives, aux noms inventés, pour découvrir sans risque.
welcome-sample-go = Essayer
welcome-open = Ouvrir un fichier
welcome-open-text = Un fichier Clefs (.ron) enregistré auparavant.
welcome-open-go = Ouvrir…
welcome-own-go = Ouvrir
welcome-changed = modifié le { $day }
welcome-gone = introuvable : déplacé, renommé ou supprimé

## Tableau de bord

as-of = au { $date }
period = Période
period-of = Exercice { $name }
since-start = Depuis le début
card-women = Femmes relogées, en tout
card-women-referral = { $n } après interpellation,
card-women-platform = { $n } par la plateforme
card-women-children =
    { $children ->
        [one] { $children } enfant
       *[other] { $children } enfants
    } ({ $left ->
        [0] de { $mothers ->
            [one] { $mothers } femme
           *[other] { $mothers } femmes
        }
       *[other] de { $mothers } sur { $women ->
            [one] { $women } femme
           *[other] { $women } femmes
        }
    })
card-women-children-why = Mesure distincte, jamais ajoutée aux femmes (C4). Les enfants s’ajoutent par groupes de femmes, pour qu’aucun foyer ne se lise.
card-women-children-held = enfants : masqué, trop peu de femmes
card-women-outside =
    { $n ->
        [one] { $n } hors convention (jamais ajoutée)
       *[other] { $n } hors convention (jamais ajoutées)
    }
card-units = Logements mis à disposition
card-units-pipeline = { $n } à publier
card-relocations = Femmes relogées après interpellation
card-relocations-pipeline = { $n } en cours
card-since = depuis le { $date } : +{ $n }
card-to-allocate = Reste à répartir entre les bailleurs
card-without-target =
    { $n ->
        [0] tous les engagements des bailleurs sont saisis
        [one] { $n } bailleur sans engagement complet
       *[other] { $n } bailleurs sans engagement complet
    }
left-units =
    { $n ->
        [one] logement
       *[other] logements
    }
left-relocations =
    { $n ->
        [one] relogement
       *[other] relogements
    }
left-above = Promesses au-delà de l’objectif régional
breakdown-units = Logements mis à disposition :
breakdown-training = Formations :
breakdown-trained =
    { $people ->
        [one] { $people } personne formée
       *[other] { $people } personnes formées
    } · { $sessions ->
        [one] { $sessions } séance tenue
       *[other] { $sessions } séances tenues
    } · { $planned ->
        [one] { $planned } à venir
       *[other] { $planned } à venir
    }
stage-leased =
    { $n ->
        [one] { $n } loué
       *[other] { $n } loués
    }
stage-under-way = { $n } en cours
stage-no-candidate = { $n } sans candidate
stage-deadline-passed =
    { $n ->
        [one] { $n } délai dépassé
       *[other] { $n } délais dépassés
    }
stage-withdrawn =
    { $n ->
        [one] { $n } retiré après attribution
       *[other] { $n } retirés après attribution
    }

## Lignes que compte un chiffre

subset-units =
    { $n ->
        [one] { $n } logement mis à disposition · { $whose }
       *[other] { $n } logements mis à disposition · { $whose }
    }
subset-units-to-publish =
    { $n ->
        [one] { $n } logement à publier · { $whose }
       *[other] { $n } logements à publier · { $whose }
    }
subset-units-since =
    { $n ->
        [one] { $n } logement depuis le dernier comité · { $whose }
       *[other] { $n } logements depuis le dernier comité · { $whose }
    }
subset-relocations-since =
    { $n ->
        [one] { $n } femme relogée après interpellation depuis le dernier comité · { $whose }
       *[other] { $n } femmes relogées après interpellation depuis le dernier comité · { $whose }
    }
subset-mothers =
    { $n ->
        [one] { $n } femme relogée et ses enfants
       *[other] { $n } femmes relogées et leurs enfants
    } · { $whose }
subset-counted = { $title }
subset-women =
    { $n ->
        [one] { $n } femme relogée, en tout · { $whose }
       *[other] { $n } femmes relogées, en tout · { $whose }
    }
subset-platform =
    { $n ->
        [one] { $n } femme relogée par la plateforme · { $whose }
       *[other] { $n } femmes relogées par la plateforme · { $whose }
    }
subset-relocations =
    { $n ->
        [one] { $n } femme relogée après interpellation · { $whose }
       *[other] { $n } femmes relogées après interpellation · { $whose }
    }
subset-under-way =
    { $n ->
        [one] { $n } relogement en cours · { $whose }
       *[other] { $n } relogements en cours · { $whose }
    }
subset-suspended =
    { $n ->
        [one] { $n } relogement suspendu · { $whose }
       *[other] { $n } relogements suspendus · { $whose }
    }
subset-outside =
    { $n ->
        [one] { $n } femme relogée hors convention · { $whose }
       *[other] { $n } femmes relogées hors convention · { $whose }
    }
subset-targets-units =
    { $n ->
        [one] { $n } engagement de logements · { $whose }
       *[other] { $n } engagements de logements · { $whose }
    }
subset-targets-relocations =
    { $n ->
        [one] { $n } engagement de relogements · { $whose }
       *[other] { $n } engagements de relogements · { $whose }
    }
subset-targets-training =
    { $n ->
        [one] { $n } engagement de formation · { $whose }
       *[other] { $n } engagements de formation · { $whose }
    }
subset-trained =
    { $n ->
        [one] { $n } présence à une première partie · { $whose }
       *[other] { $n } présences à une première partie · { $whose }
    }
subset-without-target =
    { $n ->
        [one] { $n } bailleur sans engagement complet
       *[other] { $n } bailleurs sans engagement complet
    }
why-without-target = Aucun objectif de logements ou de relogements n’est saisi pour lui sur cette période
subset-expected =
    { $n ->
        [one] { $n } présence prévue à une première partie · { $whose }
       *[other] { $n } présences prévues à une première partie · { $whose }
    }
subset-stage-leased =
    { $n ->
        [one] { $n } logement loué · { $whose }
       *[other] { $n } logements loués · { $whose }
    }
subset-stage-under-way =
    { $n ->
        [one] { $n } logement en cours d’attribution · { $whose }
       *[other] { $n } logements en cours d’attribution · { $whose }
    }
subset-stage-no-candidate =
    { $n ->
        [one] { $n } logement sans candidate · { $whose }
       *[other] { $n } logements sans candidate · { $whose }
    }
subset-stage-deadline-passed =
    { $n ->
        [one] { $n } logement au délai dépassé · { $whose }
       *[other] { $n } logements au délai dépassé · { $whose }
    }
subset-stage-withdrawn =
    { $n ->
        [one] { $n } logement retiré après attribution · { $whose }
       *[other] { $n } logements retirés après attribution · { $whose }
    }
subset-why = Pourquoi cette ligne compte
subset-leave = Tout afficher

## Tableaux

search-hint = Rechercher (Ctrl+F)
search-clear = Effacer
footer-count = { $kind ->
        [units] { $shown ->
            [one] { $shown } logement affiché sur { $total }
           *[other] { $shown } logements affichés sur { $total }
        }
        [relocations] { $shown ->
            [one] { $shown } relogement affiché sur { $total }
           *[other] { $shown } relogements affichés sur { $total }
        }
        [referrals] { $shown ->
            [one] { $shown } interpellation affichée sur { $total }
           *[other] { $shown } interpellations affichées sur { $total }
        }
        [proposals] { $shown ->
            [one] { $shown } proposition affichée sur { $total }
           *[other] { $shown } propositions affichées sur { $total }
        }
        [landlords] { $shown ->
            [one] { $shown } bailleur affiché sur { $total }
           *[other] { $shown } bailleurs affichés sur { $total }
        }
       *[other] { $shown ->
            [one] { $shown } ligne affichée sur { $total }
           *[other] { $shown } lignes affichées sur { $total }
        }
    }
footer-left-out =
    { $n ->
        [one] { $n } ligne non affichée
       *[other] { $n } lignes non affichées
    }
empty-table = { $kind ->
        [convention] Aucune convention dans ce fichier. Ctrl+N l’ajoute.
        [periods] Aucun exercice pour l’instant. Ctrl+N en ajoute un ; Suivi › Reconduire l’exercice fait les suivants.
        [sectors] Aucun secteur pour l’instant. Ctrl+N en ajoute un : un nom et ses communes, d’au moins 50 000 habitants.
        [postponements] Rien n’est reporté. Le bouton « Reporter… » de la page À faire note un report.
        [landlords] Aucun bailleur pour l’instant. Ctrl+N en ajoute un, avec son nom et sa date d’entrée.
        [associations] Aucune association pour l’instant. Ctrl+N en ajoute une, avec son nom et sa date d’entrée.
        [units] Aucun logement pour l’instant. Ctrl+N en ajoute un.
        [relocations] Aucun relogement pour l’instant. Ctrl+N en ajoute un ; son code est tiré au hasard.
        [referrals] Aucune interpellation pour l’instant. Ctrl+N en ajoute une : choisissez le relogement et le bailleur interpellé.
        [proposals] Aucune proposition pour l’instant. Ctrl+N en ajoute une : choisissez le logement et le relogement.
        [commitments] Aucun engagement pour l’instant. Ctrl+N en ajoute un ; sans bailleur, il vaut pour la région.
        [committees] Aucun comité pour l’instant. Ctrl+N en ajoute un, avec sa date, même s’il est encore prévu.
        [decisions] Aucune décision pour l’instant. Ctrl+N en ajoute une : choisissez le comité qui l’a prise.
        [actions] Aucune action pour l’instant. Ctrl+N en ajoute une : choisissez le comité, puis l’échéance.
        [trainings] Aucune formation pour l’instant. Ctrl+N en ajoute une, avec la date de la séance.
        [attendances] Aucune présence pour l’instant. Ctrl+N en ajoute une : choisissez la formation et le bailleur, puis le nombre de personnes.
        [context] Aucun chiffre pour l’instant. Ctrl+N en ajoute un, avec sa source ; il ne s’ajoute jamais à ceux de la convention.
       *[other] Ce tableau est vide. Ctrl+N ajoute une ligne.
    }
empty-read-only = Ce tableau est vide. Le fichier est en lecture seule : Fichier › Enregistrer sous en fait une copie où travailler.
empty-needs = Chaque ligne de ce tableau en désigne une de la page { $table }, qui est encore vide : commencez par là.
empty-go = Aller à la page { $page }
dashboard-corrected = Chiffres publiés au { $day }. Corrigé depuis : { $corrections }.
correction =
    { $who ->
        [region] région
       *[other] { $who }
    }, { $total ->
        [units] logements
        [women] femmes relogées
       *[relocations] relogements
    } { $published } → { $now }
replay = De comité en comité
replay-at = Comité du { $day }
replay-after = Dernier comité avant : { $day }
dashboard-begin = Rien n’est encore saisi : commencez par les logements ou les relogements.
empty-search = { $by ->
        [search] { $total ->
            [one] La ligne de ce tableau ne correspond pas à la recherche. « Effacer » la montre de nouveau.
           *[other] Aucune des { $total } lignes ne correspond à la recherche. « Effacer » les montre de nouveau.
        }
       *[filters] { $total ->
            [one] La ligne de ce tableau ne passe pas les filtres. « Tout afficher » la montre de nouveau.
           *[other] Aucune des { $total } lignes ne passe les filtres. « Tout afficher » les montre de nouveau.
        }
    }
draft-kept = « { $column } », saisie à corriger : { $problem } Retour arrière pour y revenir.
entry-several-sources = Plusieurs lignes d’une autre page portent cette date : changez-la là, cette cellule montre la première.
entry-ask = Plusieurs réponses possibles : choisissez-en une.
entry-ask-one = Est-ce bien « { $name } » ? Flèche vers le bas puis Entrée pour le prendre.
calendar-previous = Mois précédent
calendar-next = Mois suivant
remove-title = Supprimer aussi ce qui s’y rattache ?
remove-cascade = Supprimés : { $removed }. Perdent seulement ce lien : { $cleared }. Une seule annulation rétablit tout.
nothing = rien
remove-several-title = Supprimer plusieurs lignes ?
remove-several = Supprimés : { $removed }. Une seule annulation rétablit tout.
remove-go = Supprimer le tout

## Alertes

findings-none = Aucune alerte : rien ne paraît faux ni douteux. Ce qui attend est dans À faire.
findings-count =
    { $n ->
        [one] { $n } alerte
       *[other] { $n } alertes
    }, { $errors ->
        [0] aucune erreur
        [one] dont { $errors } erreur
       *[other] dont { $errors } erreurs
    }
severity-error = ERREUR
severity-warning = À VÉRIFIER

## Fichiers

path-template = Où garder la convention ?
path-sample = Où garder l’exemple ?
path-open = Ouvrir un fichier
path-save-as = Enregistrer sous
export-for = Pour qui est ce fichier ?
export-for-text = Le bureau reçoit tout. Les autres, seulement ce qu’ils peuvent voir{ $landlord ->
        [none] {""}
       *[other] {""} : { $landlord }, ses propres lignes sans code de relogement
    }{ $association ->
        [none] {""}
       *[other] {""} ; { $association }, ses propres relogements
    }. Jamais les territoires à éviter ni les notes.
export-for-office = Le bureau
export-for-committee = Le comité
export-for-landlord = Ce bailleur
export-for-association = Cette association
export-for-public = Tout le monde
export-file-office = bureau
export-file-committee = comité
export-file-public = public
path-export = Exporter le tableau
path-create-hint = Le fichier est enregistré tout seul à mesure que vous saisissez.
path-open-hint = Un fichier Clefs, au format .ron.
path-export-hint-others = Seulement ce que ce lecteur peut voir.
path-export-hint = Export complet, réservé au bureau : il contient des données confidentielles.
path-browse = Parcourir…
path-field = Chemin du fichier
path-filter = Fichiers Clefs
path-open-go = Ouvrir
path-create-go = Créer
path-save-go = Enregistrer
path-export-go = Exporter
replace-title = Un fichier de ce nom existe déjà
replace-text = Le remplacer ? Ce qu’il contient sera perdu.
replace-go = Remplacer
open-edited-title = Ce fichier a été modifié hors de Clefs
open-edited-go = Ouvrir quand même
export-done = Tableau exporté : { $path }
folder-trouble = Le dossier { $path } n’a pas pu être ouvert : { $detail }
settings-kept-aside = Les réglages étaient illisibles ; ils sont gardés sous { $path }.

save-read-only = Lecture seule
save-under-way = Enregistrement…
save-pending = Modifié, bientôt enregistré
save-failed = Pas enregistré !
save-done = Enregistré à { $time } ✓
save-unchanged = À jour ✓

quit-entry = Une saisie n’est pas valable. Corrigez-la, ou appuyez sur Échap pour y renoncer.
quit-unsaved-title = Les dernières modifications ne sont pas enregistrées
quit-retry = Réessayer
quit-save-as = Enregistrer sous…
quit-kept = Quitter, et les reprendre à la prochaine ouverture
quit-anyway = Quitter sans enregistrer

## Nom de l’opérateur

operator-title = Votre nom dans l’historique
operator-text = L’historique garde qui a changé quoi. Il n’est visible qu’au bureau. Des initiales suffisent.
operator-field = Votre nom ou vos initiales
operator-no-name = Un nom ou des initiales, sans chiffre.
operator-go = Continuer

## Toutes les actions, aide

palette-hint = Que voulez-vous faire ?
palette-none = Aucune action de ce nom n’est possible ici.
help-start = Premiers pas
help-start-type = Saisir
help-start-type-text = Une page par tableau, à gauche. Tapez dans une cellule : Entrée valide, Tab passe à la suivante, Échap annule. Ctrl+N ajoute une ligne, Ctrl+Z revient en arrière.
help-start-save = Enregistrer
help-start-save-text = Tout s’enregistre seul, dans un fichier qui est à vous ; son nom et son état sont en bas à gauche. Fichier › Sauvegardes garde un état par jour.
help-start-file = Préparer l’année
help-start-file-text = La page Convention contient les exercices : « Reconduire l’exercice… » crée le suivant avec ses engagements, à confirmer dans Engagements.
help-start-unit = Un logement
help-start-unit-text = Logements, Ctrl+N : le bailleur, le type, la commune, la date de publication. Ctrl+P le propose à une femme.
help-start-case = Une femme
help-start-case-text = Relogements, Ctrl+N : l’association, le besoin, les secteurs voulus. Ensuite, sur sa ligne : Ctrl+I interpelle un bailleur, Ctrl+P propose un logement, Ctrl+Maj+R note une réponse, Ctrl+B la signature du bail, Ctrl+Maj+B la remise des clefs.
help-start-line = Une ligne suffit
help-start-line-text = Ctrl+K : « vilogia t3 lille publié 12/05 ». Ce qui sera créé se lit pendant que vous tapez.
help-start-todo = À faire et Alertes
help-start-todo-text = À faire liste ce qui attend quelqu’un (une réponse, un candidat, une échéance) ; Alertes, ce qui est faux ou douteux dans les fiches. Les deux se vident d’elles-mêmes.
help-start-figures = Les chiffres
help-start-figures-text = Chaque chiffre du tableau de bord, d’une fiche ou d’un graphique s’ouvre sur ses lignes, avec la raison de chacune. Ctrl+E exporte les graphiques.
help-start-committee = Le comité
help-start-committee-text = F9 ne montre plus que ce que le comité peut voir ; Affichage › Fenêtre « Comité » ouvre une seconde fenêtre à partager. Ctrl+Maj+K clôt le comité et publie ses chiffres.
help-start-lost = Si quelque chose manque
help-start-lost-text = Ctrl+Z, puis Édition › Rétablir une fiche supprimée, puis Fichier › Sauvegardes.
help-start-strike = Un nom écrit par erreur
help-start-strike-text = Effacer ne suffit pas : l’historique le garde. Édition › Rayer définitivement l’ôte du fichier, de l’historique et des sauvegardes de ce poste.
help-title = Raccourcis clavier
help-rules = Règles de comptage
help-rules-text = Un chiffre nomme ses règles entre parenthèses : (C2). Le survol, ou Tab, dit ce que chacune compte.
key-shift = Maj
key-enter = Entrée
key-delete = Suppr
key-minus = Moins
key-left = Gauche
key-space = Espace
key-page-up = Pg préc
key-page-down = Pg suiv
help-keys-move = Flèches, Tab, Origine, Fin
help-move = Se déplacer dans le tableau
help-keys-edge = Ctrl+flèches
help-edge = Aller au bord des données
help-keys-select = Maj+flèches, Ctrl+A
help-select = Sélectionner, tout sélectionner
help-keys-clipboard = Ctrl+C, Ctrl+X, Ctrl+V
help-clipboard = Copier, couper, coller
help-keys-fill = Ctrl+D, Ctrl+R
help-fill = Recopier vers le bas, vers la droite
help-keys-today = Ctrl+;
help-today = Écrire la date du jour
help-keys-edit = F2, double clic, ou taper
help-edit = Modifier la cellule
help-keys-commit = Entrée, Tab
help-commit = Valider
help-keys-cancel = Échap
help-cancel = Renoncer à la saisie
help-keys-clear = Suppr
help-clear = Vider la cellule
help-keys-offers = Alt+↓, puis ↑ ↓ et Entrée
help-offers = Choisir dans la liste
help-keys-calendar = Dans une date : ↑ ↓, Pg préc, Pg suiv
help-calendar = Choisir un jour, un mois du calendrier ; puis ← →

about-version = Version { $version }. Logiciel libre, sans connexion : aucune donnée ne quitte cet ordinateur.
about-licence = Licence MIT ou Apache-2.0, au choix.
about-fonts = Police Source Sans 3 © Adobe, licence SIL Open Font 1.1.
about-communes = Communes et EPCI : INSEE et DGCL, Licence Ouverte 2.0, par @etalab/decoupage-administratif 6.0.0 (2026).
about-convention = Convention du 25 mars 2021 : communiqués de l’URH Hauts-de-France, d’ICF Habitat et de la FNSF.
about-places = Où sont les données
about-file = Fichier ouvert
about-backups = Sauvegardes
about-settings = Réglages
about-open-folder = Ouvrir le dossier

## Figures sur la ligne de commande

figures-landlord = Bailleur
figures-units = Logements
figures-relocations = Relogements
figures-pipeline = en cours
figures-women = Femmes, en tout
figures-children = Enfants
figures-left-units =
    { $n ->
        [one] Reste à répartir : { $n } logement.
       *[other] Reste à répartir : { $n } logements.
    }
figures-left-relocations =
    { $n ->
        [one] Reste à répartir : { $n } relogement.
       *[other] Reste à répartir : { $n } relogements.
    }
figures-above-units =
    { $n ->
        [one] Les bailleurs promettent { $n } logement de plus que l’objectif régional.
       *[other] Les bailleurs promettent { $n } logements de plus que l’objectif régional.
    }
figures-above-relocations =
    { $n ->
        [one] Les bailleurs promettent { $n } relogement de plus que l’objectif régional.
       *[other] Les bailleurs promettent { $n } relogements de plus que l’objectif régional.
    }
figures-no-target-units = Logements : pas d’objectif régional.
figures-no-target-relocations = Relogements : pas d’objectif régional.
figures-since =
    Depuis le comité du { $date } : { $units ->
        [one] +{ $units } logement
       *[other] +{ $units } logements
    }, { $women ->
        [one] +{ $women } femme relogée
       *[other] +{ $women } femmes relogées
    }.

## Copier, coller, colonnes

edit-paste =
    { $count ->
        [one] Coller dans { $count } cellule
       *[other] Coller dans { $count } cellules
    }
edit-move =
    { $count ->
        [one] Déplacer { $count } cellule
       *[other] Déplacer { $count } cellules
    }
paste-title = Tout ne convient pas
paste-text =
    { $n ->
        [one] { $n } valeur ne convient pas à sa colonne. Rien n’a changé pour l’instant.
       *[other] { $n } valeurs ne conviennent pas à leur colonne. Rien n’a changé pour l’instant.
    }
paste-title-one-cell = Plusieurs lignes pour une seule note
paste-title-made = Coller de nouvelles lignes ?
paste-one-cell = Le texte collé a plusieurs lignes. Il peut aller dans cette seule note, ou ligne par ligne dans les notes des fiches qui suivent.
paste-made = { $n ->
    [one] Une nouvelle ligne s’ajouterait au tableau.
   *[other] { $n } nouvelles lignes s’ajouteraient au tableau.
}
paste-noted = { $n ->
    [one] La suite d’un texte compris en partie irait dans les notes.
   *[other] La suite de { $n } textes compris en partie irait dans les notes.
}
paste-go-one = Coller dans cette note
paste-go-lines = Une note par fiche
paste-title-names = Des noms sont inconnus
paste-names =
    { $n ->
        [one] { $n } nom ne figure pas dans les listes. Rien n’a changé pour l’instant : qu’en faire ?
       *[other] { $n } noms ne figurent pas dans les listes. Rien n’a changé pour l’instant : qu’en faire ?
    }
paste-name-cells =
    { $n ->
        [one] dans { $n } cellule
       *[other] dans { $n } cellules
    }
paste-name-keep = Laisser à corriger
paste-name-create = { $kind ->
    [associations] Créer l’association
   *[landlords] Créer le bailleur
}
paste-name-link = C’est
paste-name-choose = choisir…
paste-go-names = Coller
entry-create = { $kind ->
    [associations] Créer l’association « { $name } »
   *[landlords] Créer le bailleur « { $name } »
}
paste-line = Ligne collée
paste-column = Colonne
paste-typed = Collé
paste-problem = Ce qui ne va pas
paste-outcome = Suite
paste-kept = reste dans la cellule, à corriger
paste-left-out = n’est pas collé
paste-more = et { $n } de plus
paste-go = Coller
paste-derived = Cette colonne est calculée.
paste-required = Cette colonne ne peut pas être vide.
paste-taken = Ce code est déjà pris par une autre ligne ; une nouvelle ligne reçoit le sien.
paste-same-date = C’est la même date qu’une autre colonne collée, avec un autre jour.
paste-several = Plusieurs réponses possibles.
fill-draft = Cette cellule est à corriger : elle n’est pas recopiée.
fill-nothing = Rien à recopier : les valeurs ne conviennent pas à ces colonnes.
paste-not-moved = Aucune fiche de ce nom : la cellule reste où elle est.
paste-no-column = Aucune colonne n’est affichée ici.
paste-no-row = Aucune ligne n’est affichée ici.
action-column-sort = Trier
action-column-sort-also = Trier aussi par cette colonne
action-column-freeze = Figer jusqu’ici
action-column-hide = Masquer la colonne
action-column-fit = Ajuster la largeur au contenu
action-column-fit-all = Ajuster toutes les largeurs
action-column-left = Déplacer vers la gauche
action-column-right = Déplacer vers la droite
column-show = Afficher
action-column-show-all = Afficher toutes les colonnes
action-column-reset = Rétablir les colonnes de départ
action-columns-next = Autres colonnes
    .needs = allez d’abord dans un tableau qui a plusieurs jeux de colonnes.
paste-nothing = Il n’y a pas de texte à coller : copiez d’abord des cellules ou un texte.
paste-elsewhere = Rien n’a été collé : la sélection a changé entre-temps. Collez de nouveau.

## Filtres

action-column-filter = Filtrer…
filter-title = Filtrer : { $column }
filter-values = Valeurs
filter-contains = Contient
filter-between = Entre
filter-empty = (vide)
filter-filled = (rempli)
filter-search = Chercher une valeur
filter-all = Tout cocher
filter-nothing = Tout décocher
filter-from = De
filter-to = À
filter-go = Filtrer
filter-none = Ne plus filtrer
filter-many =
    { $n ->
        [one] { $n } valeur
       *[other] { $n } valeurs
    }
filter-chip = { $column } : { $test }
filter-reapply = Réappliquer
filter-clear = Tout afficher

quit-drafts-title =
    { $n ->
        [one] { $n } saisie reste à corriger
       *[other] { $n } saisies restent à corriger
    }
quit-drafts-text = Elles sont gardées dans le fichier et ne comptent dans aucun chiffre.
quit-drafts-show = Les voir
quit-drafts-go = Quitter quand même

## Rechercher et remplacer

action-replace = Rechercher et remplacer…
    .needs = allez d’abord dans un tableau.
action-next-finding = Alerte suivante
    .needs = allez d’abord dans un tableau.
replace-heading = Rechercher et remplacer
replace-find = Rechercher
replace-with = Remplacer par
replace-count =
    { $cells ->
        [0] Aucune cellule ne change
        [one] { $cells } cellule change
       *[other] { $cells } cellules changent
    }{ $misfits ->
        [0] .
        [one] ; { $misfits } ne peut pas.
       *[other] ; { $misfits } ne peuvent pas.
    }
replace-all = Tout remplacer
replace-nothing = Rien à remplacer.
next-finding-none = Aucune alerte dans les lignes affichées.
edit-replace =
    { $count ->
        [one] Remplacer dans { $count } cellule
       *[other] Remplacer dans { $count } cellules
    }

## Vues

action-keep-view = Garder cette vue sous un nom…
action-drop-view = Supprimer la vue affichée
columns = Colonnes :
columns-follow = Suivi
columns-home = Logement
columns-path = Parcours
columns-need = Besoin
columns-refusals = Refus
columns-all = Toutes
views = Vues :
view-all = Toutes
view-title = Garder cette vue
view-text = Recherche, filtres, tri et colonnes masquées sont gardés dans le fichier.
view-name = Nom de la vue
view-go = Garder

## Fiche et sélection

card-close = Fermer la fiche
card-none = Choisissez une ligne : sa fiche s’affiche ici.
card-none-crossed = Aucun engagement n’est noté à cet endroit. Tapez un nombre dans la cellule d’un exercice pour en noter un.
card-history = Historique
card-planned = prévu le { $day }
card-to-come = à venir
card-created = Création
card-removed = Suppression
card-empty = vide
card-older =
    { $n ->
        [one] et { $n } entrée plus ancienne
       *[other] et { $n } entrées plus anciennes
    }
card-no-history = Rien n’a été noté.
summary-cells =
    { $n ->
        [one] sélection : { $n } cellule
       *[other] sélection : { $n } cellules
    }
summary-values =
    { $n ->
        [one] { $n } valeur
       *[other] { $n } valeurs
    }
summary-sum = somme { $sum } · médiane { $median }
summary-day = le { $day }
summary-days = du { $first } au { $last }
help-keys-card = Alt+Pg suiv, Alt+Pg préc
help-card = Faire défiler la fiche
journal-failed = Les modifications ne sont plus notées sur ce poste au fur et à mesure. { $detail } L’enregistrement du fichier continue ; jusque-là, un arrêt brutal ferait perdre les dernières secondes.
save-kept = { $detail } Rien n’a été écrit dans le fichier ; vos modifications sont gardées sur ce poste. Nouvel essai dans { $seconds } secondes.
save-at-risk = { $detail } Rien n’a été écrit, ni dans le fichier ni sur ce poste : enregistrez sous un autre nom. Nouvel essai dans { $seconds } secondes.
removals-title = Dans le fichier, { $n } de vos fiches ont disparu
removals-text = Quelqu’un d’autre les a supprimées, ou le fichier a été remplacé par un autre état. Tant que vous n’avez pas choisi, rien n’est enregistré ; votre travail est gardé sur ce poste.
removals-take = Prendre cet état du fichier
removals-apart = Continuer dans une copie
save-waits = Pas enregistré : une autre version attend votre choix
removals-notice = { $n } de vos fiches ont disparu du fichier. Rien n’est enregistré tant que vous n’avez pas choisi ; votre travail est gardé sur ce poste. Ctrl+S pour choisir.
missing-notice = { $detail } Rien n’est enregistré ; votre travail est gardé sur ce poste. Ctrl+S pour choisir où.
missing-title = Le fichier n’est plus là
missing-again = L’enregistrer de nouveau ici
merged-someone = quelqu’un d’autre
merged = Changements enregistrés par { $by } repris.
merged-struck =
    { $n ->
        [one] Changements enregistrés par { $by } repris. Une valeur que vous veniez d’écrire a été rayée définitivement avec les leurs.
       *[other] Changements enregistrés par { $by } repris. { $n } valeurs que vous veniez d’écrire ont été rayées définitivement avec les leurs.
    }
merged-kept =
    { $n ->
        [one] Changements enregistrés par { $by } repris. Une fiche supprimée d’un côté et changée de l’autre est gardée.
       *[other] Changements enregistrés par { $by } repris. { $n } fiches supprimées d’un côté et changées de l’autre sont gardées.
    }
merged-clashes =
    { $n ->
        [one] Changements enregistrés par { $by } repris. Une valeur a été changée des deux côtés : celle du fichier reste, la vôtre est gardée à côté. Pour choisir : Édition › Valeurs changées des deux côtés.
       *[other] Changements enregistrés par { $by } repris. { $n } valeurs ont été changées des deux côtés : celles du fichier restent, les vôtres sont gardées à côté. Pour choisir : Édition › Valeurs changées des deux côtés.
    }
typing-offered = Une saisie était en cours à l’arrêt de Clefs : elle est gardée dans sa cellule (« { $column } »), à confirmer avec F2 puis Entrée.
personal-found = { $said }. Maj+F9 ou « Rayer… » pour l’effacer ; si c’est voulu, continuez.
personal-place = ce qui vient d’être signalé
action-strike-found = Rayer ce qui vient d’être signalé…
    .needs = rien ne vient d’être signalé.
action-strike-cell = Rayer définitivement la valeur…
action-strike-record = Rayer définitivement la fiche…
action-strike-word = Rayer définitivement un mot partout…
strike-title = Rayer définitivement un mot
strike-ask = Rayer définitivement ?
strike-cell = La valeur de « { $column } » et toutes ses valeurs antérieures disparaissent du fichier, de l’historique, du journal et des sauvegardes de ce poste. Cela ne s’annule pas. Ce qui a été copié, envoyé ou synchronisé ailleurs est à effacer là-bas.
strike-record = La fiche, ce qui s’y rattache et leur historique disparaissent du fichier, du journal et des sauvegardes de ce poste. Cela ne s’annule pas. Ce qui a été copié, envoyé ou synchronisé ailleurs est à effacer là-bas.
strike-word =
    { $n ->
        [one] Trouvé à { $n } endroit.
       *[other] Trouvé à { $n } endroits.
    } Le mot disparaît des fiches, de l’historique, du journal et des sauvegardes de ce poste. Cela ne s’annule pas. Ce qui a été copié, envoyé ou synchronisé ailleurs est à effacer là-bas.
strike-word-text = Un nom, un téléphone, une adresse écrits par erreur : le mot est cherché partout, sans tenir compte des accents ni des majuscules.
strike-word-name = Mot à rayer
strike-find = Chercher
strike-keep = Ne rien rayer
strike-go = Rayer définitivement
seance-withheld = Pas en séance : cela touche aussi ce que la fenêtre ne montre pas.
seance-hidden = Pas en séance : cette cellule n’est pas montrée au comité.
action-not-now = « { $action } » : { $needs }
action-elsewhere = pas ici, ou pas maintenant.
action-no-file = ouvrez d’abord un fichier.
action-not-in-seance = pas pendant la séance ; F9 en sort.
action-read-only = le fichier est ouvert en lecture seule.
strike-offer = Rayer…
strike-found =
    { $n ->
        [one] Le passage signalé dans « { $column } » n’est écrit que là.
       *[other] Le passage signalé dans « { $column } » est écrit à { $n } endroits.
    } Il peut être rayé partout ; ou la valeur entière, avec ses valeurs antérieures. Ce qui est rayé disparaît des fiches, des brouillons, de l’historique, du journal et des sauvegardes de ce poste. Cela ne s’annule pas. Ce qui a été copié, envoyé ou synchronisé ailleurs est à effacer là-bas.
strike-found-past =
    { $n ->
        [one] Le passage signalé dans l’historique de « { $column } » n’est écrit que là.
       *[other] Le passage signalé dans l’historique de « { $column } » est écrit à { $n } endroits.
    } Il disparaît des fiches, des brouillons, de l’historique, du journal et des sauvegardes de ce poste. Cela ne s’annule pas. Ce qui a été copié, envoyé ou synchronisé ailleurs est à effacer là-bas.
strike-found-view =
    { $n ->
        [one] Le passage signalé dans cette vue n’est écrit que là.
       *[other] Le passage signalé dans cette vue est écrit à { $n } endroits.
    } Il disparaît des fiches, des brouillons, de l’historique, du journal et des sauvegardes de ce poste, et la vue avec lui. Cela ne s’annule pas. Ce qui a été copié, envoyé ou synchronisé ailleurs est à effacer là-bas.
strike-go-passage = Rayer le passage
strike-go-value = Rayer la valeur
strike-gone = Rien à rayer : ce qui était signalé n’y est plus.
action-purge = Purger les relogements clos…
purge-title = Purger les relogements clos
purge-text =
    { $n ->
        [one] { $n } relogement est clos ou supprimé, sans contact depuis { $years ->
            [one] un an
           *[other] { $years } ans
        } ou plus.
       *[other] { $n } relogements sont clos ou supprimés, sans contact depuis { $years ->
            [one] un an
           *[other] { $years } ans
        } ou plus.
    } Leur détail disparaît ; aucun chiffre ni graphique ne change.
purge-goes = Ce qui disparaît
purge-of = { $table } : { $columns }.
purge-but-first = { $column } (sauf le premier)
purge-unless-rehoused = { $column } (sauf relogement)
purge-goes-too = Et, de ces colonnes, toutes les valeurs antérieures, ainsi que les saisies refusées.
purge-stays = Ce qui reste
purge-stays-text = Le code, l’origine, l’association, le bailleur, le logement, les dates des étapes et de pause, la décision de la CALEOL et le rang, le sens et la date des réponses, qui a refusé, le motif de sortie, le premier type et le premier territoire souhaités, les enfants relogés.
purge-final = Le détail disparaît du fichier, des brouillons, de l’historique, du journal et des sauvegardes de ce poste. Cela ne s’annule pas. Ce qui a été copié, envoyé ou synchronisé ailleurs est à effacer là-bas.
purge-keep = Ne rien purger
purge-go = Purger définitivement
purge-offer = Purger…
purge-none = Rien à purger : aucun relogement clos ou supprimé n’a de détail au-delà du délai de conservation.
strike-nothing = Rien à rayer : ce mot ne figure nulle part dans le fichier ni dans son historique.
struck-out = Rayé du fichier, de l’historique et des sauvegardes de ce poste.
struck-left = Rayé du fichier, mais { $n ->
        [one] { $n } sauvegarde n’a pas pu être corrigée : « { $path } ».
       *[other] { $n } sauvegardes n’ont pas pu être corrigées, dont « { $path } ».
    }
card-struck = Rayé
card-struck-value = « { $column } » : valeurs rayées
action-backups = Sauvegardes…
backups-title = Sauvegardes
backups-text = Le premier état de chaque jour (30 jours), le premier de chaque mois (12 mois), et ce qui a été remplacé.
backups-looking = Recherche des sauvegardes…
backups-none = Pas encore de sauvegarde : la première est faite au prochain enregistrement.
backups-replaced = { $day }, remplacé à { $time }
backups-unreadable = Illisible
backups-same = Mêmes fiches qu’à présent
backups-differs =
    Depuis : { $changed ->
        [one] { $changed } fiche changée
       *[other] { $changed } fiches changées
    }{ $added ->
        [0] {""}
        [one] , { $added } ajoutée
       *[other] , { $added } ajoutées
    }{ $removed ->
        [0] {""}
        [one] , { $removed } supprimée
       *[other] , { $removed } supprimées
    }
backups-open = Voir
backups-restore = Restaurer
backup-open = C’est une sauvegarde, en lecture seule. Pour la reprendre : « Revenir à mon fichier », puis Fichier › Sauvegardes › Restaurer.
action-reopen = Revenir à mon fichier
    .needs = aucune sauvegarde n’est ouverte.
edit-restore = Restaurer la sauvegarde du { $day }
restored = Sauvegarde du { $day } restaurée. Ctrl+Z pour revenir en arrière.
action-bring-back = Rétablir une fiche supprimée…
removed-title = Fiches supprimées
removed-text = Les plus récentes d’abord. Rétablir remet aussi ce qui a été supprimé avec ; Ctrl+Z revient en arrière.
removed = Suppression faite : { $removed }. Ctrl+Z pour revenir en arrière.
removed-none = Aucune fiche n’a été supprimée.
removed-named = { $label } ({ $kind })
removed-what = { $what }{ $more ->
        [0] {""}
        [one] {" "}et { $more } autre
       *[other] {" "}et { $more } autres
    }
removed-by = { $day } à { $time }, { $by }
removed-go = Rétablir
brought-back = Fiche rétablie, en fin de tableau. Ctrl+Z pour revenir en arrière.
copy-needs-name = Ce fichier est en lecture seule : donnez un autre nom à la copie.
action-refer = Interpeller…
    .needs = choisissez d’abord un relogement en cours, sans bail ni sortie.
action-propose = Proposer…
    .needs = choisissez d’abord un relogement en cours, sans bail ni sortie, ou un logement libre.
action-decide = Décision de la CALEOL…
    .needs = choisissez d’abord une proposition, ou un relogement ou un logement qui en a une en cours.
action-answer = Réponse…
    .needs = choisissez d’abord une interpellation, une proposition, ou un relogement ou un logement qui attend une réponse.
action-sign = Bail signé…
    .needs = choisissez d’abord un relogement en cours, sans bail ni sortie.
action-move-in = Clefs remises…
    .needs = choisissez d’abord un relogement dont le bail est signé et les clefs pas encore remises.
action-close-committee = Clôturer le comité…
    .needs = choisissez d’abord un comité dont le jour est venu et qui n’est pas clôturé.
action-committee-before = Comité précédent
    .needs = allez d’abord au tableau de bord ; il faut un comité avant ce jour.
action-committee-after = Comité suivant
    .needs = allez d’abord au tableau de bord, à un jour passé.
action-put-off = Reporter ou reprendre…
    .needs = allez d’abord dans « À faire » ; il faut y choisir une ligne.
action-clashes = Valeurs changées des deux côtés…
clashes-title = Valeurs changées des deux côtés
clashes-text = La valeur du fichier compte tant que vous n’avez pas choisi ; la vôtre est gardée à côté.
clashes-none = Tout est décidé.
clashes-was = Avant : { $value }
clashes-theirs = Garder celle de { $by } : { $value }
clashes-mine = Prendre la mienne : { $value }
action-merge-copy = Reprendre les changements d’une copie…
path-copy = Reprendre les changements d’une copie
path-copy-hint = Une autre version de ce fichier : copie de conflit d’une synchronisation, fichier reçu par courriel.
path-copy-go = Regarder
copies-found =
    { $n ->
        [one] Une copie de ce fichier a des changements qu’il n’a pas : « { $name } ». Pour les reprendre : Fichier › Reprendre les changements d’une copie.
       *[other] { $n } copies de ce fichier ont des changements qu’il n’a pas, dont « { $name } ». Pour les reprendre : Fichier › Reprendre les changements d’une copie.
    }
copies-sealed = À côté de ce fichier, « { $name } » est chiffré avec une autre phrase secrète. Si c’en est une copie de synchronisation, Fichier › Ouvrir la demande ; ce fichier en reprendra ensuite les changements.
copy-title = Reprendre cette copie ?
copy-differs =
    { $changed ->
        [one] { $changed } fiche change
       *[other] { $changed } fiches changent
    }, { $added ->
        [one] { $added } s’ajoute
       *[other] { $added } s’ajoutent
    }, { $removed ->
        [one] { $removed } disparaît
       *[other] { $removed } disparaissent
    }.{ $clashes ->
        [0] {""}
        [one] {" "}Une valeur a été changée des deux côtés : celle de la copie est prise, la vôtre gardée à côté.
       *[other] {" "}{ $clashes } valeurs ont été changées des deux côtés : celles de la copie sont prises, les vôtres gardées à côté.
    }
copy-go = Reprendre
copy-same = Cette copie n’a rien que ce fichier n’ait déjà.
copy-other = Ce fichier n’est pas une version intacte de la convention ouverte : rien n’en est repris.
open-backup-title = Ouvrir la dernière sauvegarde ?
open-backup-text = { $detail } Le fichier reste comme il est. La dernière sauvegarde lisible est celle du { $day } : elle s’ouvre en lecture seule ; Fichier › Enregistrer sous en fait un fichier où travailler.
open-backup-go = Ouvrir la sauvegarde
open-backup-sealed = { $detail } Le fichier reste comme il est. La dernière sauvegarde est chiffrée : avec la phrase secrète qu’avait le fichier, elle peut être ouverte.
open-backup-unlock = Donner la phrase secrète
open-failed = « { $name } » n’a pas pu être ouvert. { $detail }

## Graphiques pour un rapport

action-charts = Graphiques pour un rapport…
charts-title = Graphiques pour un rapport
charts-which = Lesquels
charts-units = Logements
charts-relocations = Relogements
charts-fates = Devenir des logements
charts-curve = Courbe des relogements
charts-training = Formations
charts-needs = Besoins et logements libres
charts-matrix = Écarts par type et territoire
charts-map = Carte des territoires
charts-delays = Délais
charts-ways = Parcours des relogements
charts-associations = Par association
charts-departements = Par département
charts-rounds = D’un comité à l’autre
charts-years = Année par année
charts-sessions = Séances de formation
charts-context = Chiffres de contexte
charts-all = Tous, dans un dossier
charts-size = Taille
picture-size-slide = Diapositive 16:9
picture-size-page = Largeur d’une page A4
picture-size-half = Demi-largeur
picture-size-square = Carré
charts-format = Format
picture-png = PNG (image)
picture-svg = SVG (dessin, net à toute taille)
charts-scale = Finesse
charts-copy = Copier l’image
charts-copy-figures = Copier les chiffres
charts-go = Enregistrer…
charts-folder = graphiques
chart-file-internal = -interne
chart-file-units = logements
chart-file-relocations = relogements
chart-file-fates = devenir-des-logements
chart-file-curve = courbe
chart-file-training = formations
chart-file-needs = besoins-et-offres
chart-file-matrix = ecarts
chart-file-map = carte
chart-file-delays = delais
chart-file-ways = parcours
chart-file-associations = associations
chart-file-departements = departements
chart-file-rounds = comites
chart-file-years = annees
chart-file-sessions = seances
chart-file-context = contexte
path-report = Écrire le document
path-report-hint = Un document Word à compléter. S’il en existe un de ce nom, il reste : le nouveau reçoit un numéro.
path-report-hint-one = Un document Word pour cette organisation seule. S’il en existe un de ce nom, il reste.
path-chart = Enregistrer le graphique
path-chart-hint = Une image à placer dans un rapport ou une présentation.
path-charts = Enregistrer les graphiques
path-charts-hint = Un dossier : chaque graphique y devient un fichier.
path-charts-go = Enregistrer
charts-under-way =
    { $n ->
        [one] Écriture du graphique…
       *[other] Écriture de { $n } graphiques…
    }
charts-done =
    { $n ->
        [one] Graphique enregistré : { $path }
       *[other] { $n } graphiques enregistrés : { $path }
    }{ $exact ->
        [yes] {""}. Les chiffres sont de nouveau arrondis.
       *[no] {""}
    }
chart-copied = Image copiée ({ $chart }) : collez-la dans le rapport{ $held ->
        [yes] { " " }; elle quitte le presse-papiers dans 2 minutes.
       *[no] .
    }{ $exact ->
        [yes] {" "}Les chiffres sont de nouveau arrondis.
       *[no] {""}
    }
figures-copied = Chiffres copiés ({ $chart }) : collez-les dans un tableau.{ $exact ->
        [yes] {" "}Les chiffres sont de nouveau arrondis.
       *[no] {""}
    }
action-order-listed = Bailleurs dans l’ordre de la liste
action-order-name = Bailleurs par nom
action-order-target = Bailleurs par engagement
action-order-rate = Bailleurs par taux
action-order-gap = Bailleurs par écart
action-charts-exact = Chiffres exacts, pour le bureau seul et une seule fois
action-charts-masked = Nombres arrondis, pour le comité
action-charts-public = Nombres arrondis, pour un rapport public
charts-transparent = Fond transparent
charts-outlined = Textes en tracés
charts-so-far =
    { $n ->
        [one] { $n } sur { $of } graphiques écrit…
       *[other] { $n } sur { $of } graphiques écrits…
    }
charts-partly = { $n ->
        [one] { $n } sur { $of } graphiques écrit
       *[other] { $n } sur { $of } graphiques écrits
    } ({ $names }), pas les autres. { $detail }
chart-name = Graphique : { $chart }
charts-show-figures = Afficher les chiffres
figures-title = Chiffres du graphique
action-chart-figures = Chiffres d’un graphique…
action-report-minutes = Compte rendu du comité (Word)…
    .needs = saisissez d’abord un comité dont le jour est venu.
action-report-annual = Rapport d’activité (Word)…
action-report-sheet = Fiche du bailleur ou de l’association (Word)…
    .needs = choisissez d’abord un bailleur ou une association dans son tableau.
report-file-minutes = compte-rendu
report-file-annual = rapport
report-file-landlord = fiche
report-file-association = fiche
report-under-way = Document en cours…
report-done = Document écrit : { $path }
report-failed = Le document n’a pas pu être composé. Réessayez ; si cela revient, exportez les graphiques.
action-motion = Réduire les animations
motion-reduced = Animations réduites.
motion-allowed = Animations rétablies.

## Chiffrement

action-seal = Protéger par une phrase secrète…
action-reseal = Changer la phrase secrète…
action-unseal = Retirer la phrase secrète…
action-lock = Verrouiller
action-lock-5 = Verrouiller après 5 minutes sans activité
action-lock-10 = Verrouiller après 10 minutes sans activité
action-lock-30 = Verrouiller après 30 minutes sans activité
seal-title = Protéger le fichier par une phrase secrète
seal-text = Le fichier, son journal et ses sauvegardes sont chiffrés (format age). Chaque personne qui ouvre le fichier doit connaître la phrase : convenez-en hors de la messagerie. Par exemple quatre mots sans rapport entre eux.
seal-final = Une phrase perdue l’est pour toujours : sans elle, personne ne peut rouvrir le fichier ni ses sauvegardes, ni l’union, ni les auteurs de Clefs. Gardez-la aussi ailleurs, par écrit, sous clef.
seal-field = Phrase secrète
seal-again = La même phrase, une seconde fois
seal-short = Au moins 12 caractères.
seal-differs = Les deux saisies ne sont pas encore les mêmes.
seal-go = Protéger le fichier
seal-under-way = Chiffrement en cours…
seal-failed = Le fichier n’a pas pu être chiffré ({ $detail }). Rien n’a changé.
sealed = Fichier, journal et sauvegardes de ce poste sont chiffrés. Les copies faites avant, sur d’autres postes ou dans une synchronisation, ne le sont pas : supprimez-les.
unsealed = Fichier, journal et sauvegardes de ce poste ne sont plus chiffrés.
sealed-left = Le fichier est à jour, mais { $n ->
        [one] { $n } fichier de ce poste n’a pas pu suivre : « { $path } ».
       *[other] { $n } fichiers de ce poste n’ont pas pu suivre, dont « { $path } ».
    } Fermez les autres fenêtres de Clefs, puis rouvrez ce fichier.
sealed-again = Le fichier n’était plus chiffré : il l’est de nouveau. S’il est plus ancien que votre dernier travail, Fichier › Sauvegardes… dit ce qui a changé.
unsealed-title = Ce fichier n’est plus chiffré
unsealed-text = Sur ce poste, ses sauvegardes le sont. Quelqu’un a retiré la phrase secrète, ou a remis une copie plus ancienne : toute personne qui y a accès peut la lire.
unsealed-seal = Le protéger de nouveau
unsealed-go = Ouvrir sans protection
unseal-title = Retirer la phrase secrète ?
unseal-text = Le fichier et ses sauvegardes seront lisibles par toute personne qui y a accès.
unseal-keep = Garder la protection
unseal-go = Retirer la phrase secrète
unlock-title = Phrase secrète de « { $name } »
unlock-text = Le fichier est chiffré.
unlock-earlier = Donnez la phrase secrète qu’il avait.
unlock-field = Phrase secrète
unlock-go = Ouvrir
lock-asked = Verrouillé. Votre travail est gardé et revient avec la phrase secrète.
lock-idle = Verrouillé faute d’activité. Votre travail est gardé et revient avec la phrase secrète.
lock-by-others = Quelqu’un d’autre a protégé le fichier par une autre phrase secrète. Vos dernières modifications sont gardées sur ce poste et reviennent avec elle.

## La fenêtre « Comité »

committee-window = Comité
committee-discussed = En discussion
discuss-now = La fenêtre « Comité » montre en discussion : { $record }. F4 de nouveau l’enlève.
discuss-over = Plus rien n’est en discussion dans la fenêtre « Comité ».
discuss-withheld = Le comité ne voit pas cette ligne : rien n’est montré.
committee-since = Depuis le comité du { $day }
committee-agenda = À l’ordre du jour
committee-others =
    { $n ->
        [one] et { $n } autre point
       *[other] et { $n } autres points
    }
committee-first = Pas de comité avant celui-ci.
committee-nothing-moved = Rien de nouveau depuis.
committee-moved = logements · femmes relogées
committee-of = Comité du { $day }
committee-none = Aucun comité n’est saisi.
committee-no-line = Rien de noté.
committee-held = Texte retenu : à relire par l’union.
committee-due = pour le { $day }
committee-done = fait le { $day }
