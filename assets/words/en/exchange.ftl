# What comes and goes: entry in cells, exports.

masked = masked
unnamed = unnamed
place-anywhere = Anywhere

## Refused entries: what is wrong, then what to type

entry-too-long = The text is too long: { $most } characters at most. Keep it in a document, and note here where that is.
entry-not-a-date = This is no date. Type day, month, year: 9/4/21 or 9 April 2021.
entry-no-such-day = There is no such day. The day comes first: 9/4/21 is 9 April 2021.
entry-year-out-of-range = The year must be within 1930 and 2099, in two or four digits.
entry-serial-number = This number is a spreadsheet’s. Type the date: 9/4/21.
entry-not-a-number = This is no number. Type digits, with a comma or a point before the cents.
entry-not-whole = A whole number is needed, without decimals.
entry-negative = The number can not be below zero.
entry-too-large = The number is too large. Check it.
entry-ambiguous = It reads as a thousand or as decimals. Type 1234 or 1.23.
entry-bad-grouping = The digits are wrongly grouped. Type them without spaces: 1234.50.
entry-too-precise = An amount stops at the cent: two digits after the mark.
entry-not-a-flag = Type yes or no.
entry-not-a-choice = That is not in the list: { $choices }.
entry-no-such-commune = No commune of the region is called so. Type how its name begins and choose from the list.
entry-no-such-record = No { $table } is called so. Choose from the list, or create it first.
entry-no-such-place = Unknown place. Type a sector, a commune, an EPCI, a département or “anywhere”, separated by “;”.
entry-wrong-weekday = The day of the week is not that of this date. Check both.
entry-ask-part = “{ $part }” may be several places: F2, then choose from the list.
entry-with-charges = This amount includes charges. Type rent and charges, each in its column.
entry-without-charges = This amount is without charges. Type what she can pay with charges.
entry-not-monthly = An amount per month is needed. Type it alone: 450.
entry-not-a-floor = This is not a floor. Type RDC (ground floor), 1, 2 or R+2.
entry-below-ground = A level below the ground floor cannot be entered here. Write it into the notes.
entry-leftover = Only the start was understood, and the rest has no place here. Type the value alone.

## Texts understood in part

leftover-line = { $column }: { $rest }
commune-of-today = Noted under the commune of today: { $names }.
entry-noted = { $said }
leftover-noted = { $count ->
    [one] Added to the notes: “{ $rest }”.
   *[other] The rest of { $count } texts was added to the notes.
}

## Exports

export-fictitious = MADE-UP DATA – a sample, no figure is real
export-office = FOR THE OFFICE – do not pass on
export-of = FOR { $name } ONLY – do not pass on
export-not-for-audience = { $table }: the committee sees none of its rows. Export this table for the office.
export-unwritable = The table could not be written: { $detail }

## Quick entry: what is asked

phrase-as = { $column }: { $value }
phrase-unknown = “{ $words }”: not understood.
phrase-several = “{ $words }” may mean several things. Which one?
phrase-which-place = “{ $words }”: how far does she look?
phrase-which-number = { $words }: the number of what?
phrase-which-day = { $day }: the day of what?
phrase-which-kind = What do you note?
phrase-which-role = { $landlord }: what does this landlord do? Only a lease or keys make it the signatory.
phrase-who-signs = Which landlord signed the lease?
phrase-two = “{ $column }”: two values. Which one?
phrase-no-day = “{ $column }”: which day? Type the date behind it.
phrase-no-value = “{ $column }”: type the value behind it.
phrase-problem = “{ $column }”: { $problem }
phrase-missing = “{ $column }”: which one?
phrase-no-such-code = No record “{ $table }” has this code. Check it.
phrase-published-before = Published before, on { $day }: the first publication stays, unless it was wrong.
phrase-published-again = It is published for the second time
phrase-first-publication = The first date was wrong
phrase-is-unit = A unit
phrase-is-case = A relocation
phrase-is-proposal = A proposal of this unit
phrase-is-her-home = The unit that she took
phrase-note = Keep it in the notes
phrase-leave-out = Leave it out
