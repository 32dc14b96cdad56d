# Where the data lives: opening, saving, backups, settings.

## The disk

store-disk-not-found = “{ $path }” is not there.
store-disk-denied = Access to “{ $path }” is denied: protected file or missing rights.
store-disk-full = There is no room left on the disk for “{ $path }”.
store-disk-read-back = “{ $path }” read back right after writing is not what was written: the disk may be failing. The old file is intact.
store-disk-folder = “{ $path }” is a folder, not a file.
store-disk-busy = “{ $path }” is held by another program (synchronisation, virus scanner…).
store-disk-away = “{ $path }” cannot be reached: the network share or the disk is gone.
store-disk-broken = The disk reported an error for “{ $path }”.
store-disk-name = The name “{ $path }” is too long, or not permitted here.
store-disk-other = “{ $path }” could not be read or written (system error: { $detail }).

## Opening

store-open-empty = The file is empty.
store-open-encoding = The file is not UTF-8 text: another program converted it, or it is not a file of Clefs.
store-open-not-clefs = This is not a file of Clefs: it does not begin with its envelope.
store-open-envelope = The first line of the file (the envelope) is damaged.
store-open-sealed = The file is encrypted: its passphrase is needed.
store-open-wrong-passphrase = This is not the passphrase. Capitals, accents and spaces count.
store-open-damaged-seal = The encrypted content was altered or cut: it is not opened. Take a backup.
store-open-format = The file says that its format is { $found }, which does not exist.
store-open-newer = The file comes from a newer version of Clefs (format { $found }, here { $known }) and can not be read. Install the new version.
store-open-newer-edited = The file comes from a newer version of Clefs (format { $found }, here { $known }) and was edited outside Clefs, or damaged: it is not opened, as its figures might be wrong. Open it with the new version, or ask its author to save it again.
store-standing-edited = The file was edited outside Clefs, or damaged: its checksum does not match. Its records can be read; check them before going on.
store-standing-newer = The file comes from a newer version of Clefs (format { $found }, here { $known }): it is open read only. “Save as…” makes a copy in the format of this version, to work in.

## What is wrong in a file, and where

store-place = { $line ->
    [0] File
   *[other] Line { $line }
  }{ $table ->
    [none] { "" }
   *[other] , table { $table }
  }{ $row ->
    [none] { "" }
   *[other] , record { $row }
  }{ $field ->
    [none] { "" }
   *[other] , field { $field }
  }
store-file-truncated = { store-place }: the file is cut off before its end.
store-file-trailing = { store-place }: text follows the end of the file.
store-file-syntax = { store-place }: a bracket, comma or quote is out of place.
store-file-too-deep = { store-place }: too many brackets within brackets.
store-file-unknown-field = { store-place }: there is no “{ $name }”.
store-file-repeated-field = { store-place }: “{ $name }” stands twice.
store-file-missing-field = { store-place }: “{ $name }” is missing.
store-file-bad-value = { store-place }: impossible value; expected: { $expected }.
store-file-no-id = { store-place }: a record has no id.
store-file-duplicate-id = { store-place }: another record has this id already.
store-file-dangling = { store-place }: names record { $named }, which does not exist.
store-expected-date = a day that exists, written YYYY-MM-DD
store-expected-integer = a whole number, zero or more
store-expected-money = a whole amount, in cents
store-expected-flag = true or false
store-expected-choice = one of the choices
store-expected-text = a text in quotes
store-expected-reference = the id of a record
store-expected-other = a value of the expected form

## Saving

store-save-conflict = The file has changed on the disk since it was opened: it was not overwritten. Your work is saved beside it, in “{ $path }”, and goes on in that copy.
store-save-no-backup = The file is saved, but the day’s backup could not be made ({ $path }: { $detail }).
store-save-permissions = The file is saved, but its access rights could not be kept: others may not be able to read it ({ $path }: { $detail }).
store-save-not-flushed = The file is saved, but the disk did not confirm; after a power cut the state before may be back ({ $path }: { $detail }).
store-save-sealed = “{ $path }” has another passphrase by now.
store-save-no-folder = There is no folder “{ $path }”: nothing was written. Choose a folder that exists.
store-save-missing = “{ $path }” is no longer there: it was renamed, moved or removed, or its disk is not connected.
store-save-changed = “{ $path }” was saved by somebody else meanwhile.
store-save-exists = “{ $path }” exists already: nothing was written.
store-save-unwritable = The records could not be written down: { $detail }

## Settings

store-settings-unreadable = The settings in “{ $path }” can not be read: the default ones are used, and the file will be kept aside.
journal-unreadable = Unsaved changes could not be read: another version of Clefs wrote them, or they are encrypted with an earlier passphrase. They stay in { $path }.
journal-unfitting = { $count ->
    [one] A change made
   *[other] { $count } changes made
} on this computer before it stopped { $count ->
    [one] is
   *[other] are
} not in this file, which has changed since. Nothing is lost: it is kept in “{ $path }”.
