# Ce qui entre et sort : saisie dans les cellules, exports.

masked = masqué
unnamed = sans nom
place-anywhere = Partout

## Saisies refusées : ce qui ne va pas, puis quoi taper

entry-too-long = Le texte est trop long : { $most } caractères au plus. Gardez-le dans un document, et notez ici où il est.
entry-not-a-date = Ce n’est pas une date. Tapez le jour, le mois, l’année : 9/4/21 ou 9 avril 2021.
entry-no-such-day = Ce jour n’existe pas. Le jour vient d’abord : 9/4/21 est le 9 avril 2021.
entry-year-out-of-range = L’année doit être entre 1930 et 2099, en deux ou quatre chiffres.
entry-serial-number = Ce nombre vient d’un tableur. Tapez la date : 9/4/21.
entry-not-a-number = Ce n’est pas un nombre. Tapez des chiffres, avec une virgule pour les centimes.
entry-not-whole = Il faut un nombre entier, sans virgule.
entry-negative = Le nombre ne peut pas être inférieur à zéro.
entry-too-large = Le nombre est trop grand. Vérifiez-le.
entry-ambiguous = On peut lire un millier ou des décimales. Tapez 1234 ou 1,23.
entry-bad-grouping = Les chiffres sont mal groupés. Tapez-les sans espaces : 1234,50.
entry-too-precise = Un montant s’arrête au centime : deux chiffres après la virgule.
entry-not-a-flag = Tapez oui ou non.
entry-not-a-choice = Ce choix n’est pas dans la liste : { $choices }.
entry-no-such-commune = Aucune commune de ce nom dans la région. Tapez le début du nom et choisissez dans la liste.
entry-no-such-record = Aucune fiche « { $table } » de ce nom. Choisissez dans la liste, ou créez-la d’abord.
entry-no-such-place = Lieu inconnu. Tapez un secteur, une commune, un EPCI, un département ou « partout », séparés par « ; ».
entry-wrong-weekday = Le jour de la semaine n’est pas celui de cette date. Vérifiez les deux.
entry-ask-part = « { $part } » peut désigner plusieurs lieux : F2, puis choisissez dans la liste.
entry-with-charges = Ce montant comprend les charges. Tapez le loyer et les charges, chacun dans sa colonne.
entry-without-charges = Ce montant est sans les charges. Tapez ce qu’elle peut payer, charges comprises.
entry-not-monthly = Il faut un montant par mois. Tapez-le seul : 450.
entry-not-a-floor = Ce n’est pas un étage. Tapez RDC, 1er, 2 ou R+2.
entry-below-ground = Un niveau sous le rez-de-chaussée ne peut pas être noté ici. Écrivez-le dans les notes.
entry-leftover = Seul le début a été compris, et le reste n’a pas de place ici. Tapez la valeur seule.

## Textes compris en partie

leftover-line = { $column } : { $rest }
commune-of-today = Noté sous la commune d’aujourd’hui : { $names }.
entry-noted = { $said }
leftover-noted = { $count ->
    [one] Ajouté aux notes : « { $rest } ».
   *[other] La suite de { $count } textes a été ajoutée aux notes.
}

## Exports

export-fictitious = DONNÉES FICTIVES – exemple sans aucun chiffre réel
export-office = RÉSERVÉ AU BUREAU – ne pas transmettre
export-of = POUR { $name } UNIQUEMENT – ne pas transmettre
export-not-for-audience = { $table } : le comité n’en voit aucune ligne. Exportez ce tableau pour le bureau.
export-unwritable = Le tableau n’a pas pu être écrit : { $detail }

## Saisie rapide : ce qui est demandé

phrase-as = { $column } : { $value }
phrase-unknown = « { $words } » : pas compris.
phrase-several = « { $words } » peut vouloir dire plusieurs choses. Laquelle ?
phrase-which-place = « { $words } » : jusqu’où cherche-t-elle ?
phrase-which-number = { $words } : de quoi est-ce le nombre ?
phrase-which-day = { $day } : la date de quoi ?
phrase-which-kind = Qu’est-ce que vous notez ?
phrase-which-role = { $landlord } : que fait ce bailleur ? Il ne devient signataire que par un bail ou des clefs.
phrase-who-signs = Quel bailleur a signé le bail ?
phrase-two = « { $column } » : deux valeurs. Laquelle ?
phrase-no-day = « { $column } » : quel jour ? Tapez la date derrière.
phrase-no-value = « { $column } » : tapez la valeur derrière.
phrase-problem = « { $column } » : { $problem }
phrase-missing = « { $column } » : lequel ?
phrase-no-such-code = Aucune fiche « { $table } » de ce code. Vérifiez-le.
phrase-published-before = Déjà publié le { $day } : la première publication reste, sauf erreur.
phrase-published-again = Il est publié une deuxième fois
phrase-first-publication = La première date était fausse
phrase-is-unit = Un logement
phrase-is-case = Un relogement
phrase-is-proposal = Une proposition de ce logement
phrase-is-her-home = Le logement qu’elle a pris
phrase-note = Le garder dans les notes
phrase-leave-out = L’enlever
