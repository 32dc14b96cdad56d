# Où vivent les données : ouverture, enregistrement, sauvegardes, réglages.

## Le disque

store-disk-not-found = « { $path } » est introuvable.
store-disk-denied = L’accès à « { $path } » est refusé : fichier protégé ou droits insuffisants.
store-disk-full = Il n’y a plus de place sur le disque pour « { $path } ».
store-disk-read-back = « { $path } » relu juste après l’écriture n’est pas ce qui a été écrit : le disque est peut-être défaillant. L’ancien fichier est intact.
store-disk-folder = « { $path } » est un dossier, pas un fichier.
store-disk-busy = « { $path } » est tenu par un autre programme (synchronisation, antivirus…).
store-disk-away = « { $path } » est injoignable : le partage réseau ou le disque n’est plus là.
store-disk-broken = Le disque a signalé une erreur pour « { $path } ».
store-disk-name = Le nom « { $path } » est trop long, ou n’est pas permis ici.
store-disk-other = « { $path } » n’a pas pu être lu ou écrit (erreur du système : { $detail }).

## Ouvrir

store-open-empty = Le fichier est vide.
store-open-encoding = Le fichier n’est pas du texte UTF-8 : il a été converti par un autre logiciel, ou ce n’est pas un fichier de Clefs.
store-open-not-clefs = Ce n’est pas un fichier de Clefs : il ne commence pas par son enveloppe.
store-open-envelope = La première ligne du fichier (l’enveloppe) est abîmée.
store-open-sealed = Le fichier est chiffré : sa phrase secrète est nécessaire.
store-open-wrong-passphrase = Ce n’est pas la bonne phrase secrète. Majuscules, accents et espaces comptent.
store-open-damaged-seal = Le contenu chiffré a été modifié ou coupé : il n’est pas ouvert. Reprenez une sauvegarde.
store-open-format = Le fichier dit être au format { $found }, qui n’existe pas.
store-open-newer = Le fichier vient d’une version plus récente de Clefs (format { $found }, ici { $known }) et ne peut pas être lu. Installez la nouvelle version.
store-open-newer-edited = Le fichier vient d’une version plus récente de Clefs (format { $found }, ici { $known }) et a été modifié hors de Clefs, ou abîmé : il n’est pas ouvert, ses chiffres pourraient être faux. Ouvrez-le avec la nouvelle version, ou demandez à son auteur de l’enregistrer de nouveau.
store-standing-edited = Le fichier a été modifié hors de Clefs, ou abîmé : sa somme de contrôle ne correspond pas. Ses fiches sont lisibles ; vérifiez-les avant de continuer.
store-standing-newer = Le fichier vient d’une version plus récente de Clefs (format { $found }, ici { $known }) : il est ouvert en lecture seule. « Enregistrer sous… » en fait une copie au format d’ici, dans laquelle travailler.

## Ce qui ne va pas dans un fichier, et où

store-place = { $line ->
    [0] Fichier
   *[other] Ligne { $line }
  }{ $table ->
    [none] { "" }
   *[other] , table { $table }
  }{ $row ->
    [none] { "" }
   *[other] , fiche { $row }
  }{ $field ->
    [none] { "" }
   *[other] , champ { $field }
  }
store-file-truncated = { store-place } : le fichier est coupé avant sa fin.
store-file-trailing = { store-place } : du texte suit la fin du fichier.
store-file-syntax = { store-place } : parenthèse, virgule ou guillemet mal placé.
store-file-too-deep = { store-place } : trop de parenthèses imbriquées.
store-file-unknown-field = { store-place } : « { $name } » n’existe pas.
store-file-repeated-field = { store-place } : « { $name } » figure deux fois.
store-file-missing-field = { store-place } : « { $name } » manque.
store-file-bad-value = { store-place } : valeur impossible ; attendu : { $expected }.
store-file-no-id = { store-place } : une fiche n’a pas d’identifiant.
store-file-duplicate-id = { store-place } : cet identifiant est déjà celui d’une autre fiche.
store-file-dangling = { store-place } : désigne la fiche { $named }, qui n’existe pas.
store-expected-date = une date qui existe, écrite AAAA-MM-JJ
store-expected-integer = un nombre entier, zéro ou plus
store-expected-money = un montant entier, en centimes
store-expected-flag = true ou false
store-expected-choice = l’un des choix prévus
store-expected-text = un texte entre guillemets
store-expected-reference = l’identifiant d’une fiche
store-expected-other = une valeur de la forme prévue

## Enregistrer

store-save-conflict = Le fichier a changé sur le disque depuis son ouverture : il n’a pas été écrasé. Votre travail est enregistré à côté, dans « { $path } », et continue dans cette copie.
store-save-no-backup = Le fichier est enregistré, mais la sauvegarde du jour n’a pas pu être faite ({ $path } : { $detail }).
store-save-permissions = Le fichier est enregistré, mais ses droits d’accès n’ont pas pu être repris : d’autres personnes ne peuvent peut-être plus le lire ({ $path } : { $detail }).
store-save-not-flushed = Le fichier est enregistré, mais le disque n’a pas confirmé ; en cas de coupure de courant, l’état précédent peut revenir ({ $path } : { $detail }).
store-save-sealed = « { $path } » a maintenant une autre phrase secrète.
store-save-no-folder = Le dossier « { $path } » n’existe pas : rien n’a été écrit. Choisissez un dossier qui existe.
store-save-missing = « { $path } » n’est plus là : il a été renommé, déplacé ou supprimé, ou son disque n’est plus branché.
store-save-changed = « { $path } » a été enregistré par quelqu’un d’autre entre-temps.
store-save-exists = « { $path } » existe déjà : rien n’a été écrit.
store-save-unwritable = Les fiches n’ont pas pu être écrites : { $detail }

## Réglages

store-settings-unreadable = Les réglages de « { $path } » sont illisibles : ceux d’origine sont utilisés, et le fichier sera gardé de côté.
journal-unreadable = Des modifications non enregistrées n’ont pas pu être relues : une autre version de Clefs les a écrites, ou elles sont chiffrées avec une phrase secrète antérieure. Elles restent dans { $path }.
journal-unfitting = { $count ->
    [one] Une modification faite
   *[other] { $count } modifications faites
} sur ce poste avant un arrêt ne { $count ->
    [one] figure
   *[other] figurent
} pas dans ce fichier, qui a changé depuis. Rien n’est perdu : c’est gardé dans « { $path } ».
