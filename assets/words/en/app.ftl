# The window: pages, menus, buttons, dialogs.

## Pages

page-dashboard = Dashboard
page-todo = To do
page-matching = Matching
page-units = Units
page-relocations = Relocations
page-referrals = Referrals
page-proposals = Proposals
page-landlords = Landlords
page-associations = Associations
page-commitments = Commitments
page-committees = Committees
page-trainings = Trainings
page-context = Context figures
page-convention = Convention
page-findings = Findings

badge-seance = COMMITTEE VIEW
badge-seance-why = The window shows only what the committee may see: the rest is not in it. F9 to leave.
badge-window = COMMITTEE WINDOW OPEN
badge-window-out = Share the “Committee” window: it holds only what the committee may see. The system was asked to leave this one out of screen captures; it does not say whether it does. Check with a colleague before you share the whole screen.
badge-window-in = Share the “Committee” window: it holds only what the committee may see. This one is seen if you share the whole screen.
badge-window-cannot = Share the “Committee” window, never the whole screen: this system cannot leave a window out of a capture, so this one would be seen.
badge-fictitious = FICTITIOUS DATA
badge-exact = EXACT FIGURES, INTERNAL
badge-read-only = READ ONLY

## Menus and actions

menu-file = File
menu-edit = Edit
menu-follow = Follow-up
menu-column = Column
menu-charts = Charts
menu-go = Go
menu-view = View
menu-help = Help

action-new-template = New convention (Hauts-de-France 2021)…
action-new-sample = New made-up sample…
action-open = Open…
action-save = Save
action-save-as = Save as…
action-export-table = Export this table as CSV…
action-operator = Your name in the history…
action-quit = Quit
action-undo = Undo
    .needs = there is nothing to undo.
action-redo = Redo
    .needs = there is nothing to redo.
action-add-row = Add
    .needs = go to a table first.
action-duplicate-row = Duplicate
    .needs = choose a row of a table first.
action-remove-row = Remove
    .needs = choose a row of a table first.
action-cut = Cut
    .needs = go to a table first.
action-copy = Copy
    .needs = go to a table first.
action-paste = Paste
    .needs = go to a table first.
action-insert-row = Insert a row above
action-row-menu = Menu of the row
    .needs = choose a row of a table first.
action-copy-headers = Copy with headers
action-search = Search
    .needs = go to a table first.
action-renew = Renew the period…
action-confirm = Confirm commitments…
    .needs = go to Commitments first; one to confirm has to be chosen there.
action-crossed = Commitments by landlord and period
action-hand-over = Hand open relocations over to another association…
    .needs = first choose an association with relocations under way.
action-absorb = Confirm an absorption…
    .needs = choose a landlord first.
action-card = Record card
    .needs = go to a table first.
action-card-fields = From the grid to the card
    .needs = choose a row of a table first.
action-back = Back
    .needs = no link was followed.
action-page-previous = Previous page
    .needs = this is the first page.
action-page-next = Next page
    .needs = this is the last page.
action-go-dashboard = Dashboard
action-go-todo = To do
action-go-matching = Matching
action-go-units = Units
action-go-relocations = Relocations
action-go-referrals = Referrals
action-go-proposals = Proposals
action-go-landlords = Landlords
action-go-associations = Associations
action-go-commitments = Commitments
action-go-committees = Committees
action-go-trainings = Trainings
action-go-context = Context figures
action-go-convention = Convention
action-go-findings = Findings
action-seance = Committee view
action-committee-window = “Committee” window (to share)
action-discuss = Under discussion at the committee
    .needs = open the “Committee” window first, then choose a landlord, an association, a home, a decision or an action.
action-leave-out = Leave this window out of screen captures
action-theme-dark = Dark theme
action-theme-light = Light theme
action-text-larger = Larger text
    .needs = the text has its largest size already.
action-text-smaller = Smaller text
    .needs = the text has its smallest size already.
action-text-normal = Text at 100 %
action-language = Passer en français
action-palette = All actions…
action-help = First steps, shortcuts
action-rules = Counting rules
action-about = About Clefs

## Common words

header-more = More actions
cancel = Cancel
close = Close
region = Region
loading = Opening the file…
why-need = Need spotted on { $date }
why-referral = Referral of { $date }
why-referral-on-case = Referral of { $date }, noted in the relocation itself
why-file = File complete on { $date }
why-proposal = Proposal of { $date }
why-proposal-on-case = Proposal of { $date }, noted in the relocation itself
why-refusal = Refused on { $date }
why-waiting = Waiting since { $date }{ $suspended ->
        [yes] , suspended
       *[no] { "" }
    }
why-delay = { $days ->
        [0] The same day
        [one] { $days } day
       *[other] { $days } days
    }: from { $from } to { $to }
why-delay-open = { $days ->
        [one] { $days } day
       *[other] { $days } days
    } since { $from }, not taken yet
why-at = At this step since { $date }
why-asked = First landlord asked on { $date }
why-exited = Left on { $date }
why-unknown = Counts in this figure
undo-up-to = Undo back to
undone = Undone: { $label }
undone-closing = Undone: { $label }. What was published was seen: it stays.
redone = Redone: { $label }

## Welcome

welcome-title = Clefs
welcome-subtitle = Follow the convention: commitments, units, relocations
welcome-template = Start with the convention of 2021
welcome-template-text = The 17 landlords, the 4 associations and the published commitments are already there.
welcome-template-go = Start
welcome-sample = Try it with a sample
welcome-sample-text = Made-up data with invented names, to look around without risk.
welcome-sample-go = Try
welcome-open = Open a file
welcome-open-text = A Clefs file (.ron) saved before.
welcome-open-go = Open…
welcome-own-go = Open
welcome-changed = changed on { $day }
welcome-gone = not found: moved, renamed or removed

## Dashboard

as-of = on { $date }
period = Period
period-of = Period { $name }
since-start = Since the start
card-women = Women rehoused, in all
card-women-referral = { $n } after a referral,
card-women-platform = { $n } by the platform
card-women-children =
    { $children ->
        [one] { $children } child
       *[other] { $children } children
    } ({ $left ->
        [0] of { $mothers ->
            [one] { $mothers } woman
           *[other] { $mothers } women
        }
       *[other] of { $mothers } of { $women ->
            [one] { $women } woman
           *[other] { $women } women
        }
    })
card-women-children-why = A measure of its own, never added to the women (C4). Children are added by groups of women, so that no household can be read.
card-women-children-held = children: masked, too few women
card-women-outside = { $n } outside the convention (never added)
card-units = Units made available
card-units-pipeline = { $n } to publish
card-relocations = Women rehoused after a referral
card-relocations-pipeline = { $n } under way
card-since = since { $date }: +{ $n }
card-to-allocate = Still to allocate between landlords
card-without-target =
    { $n ->
        [0] every landlord’s commitments are entered
        [one] { $n } landlord without full commitments
       *[other] { $n } landlords without full commitments
    }
left-units =
    { $n ->
        [one] unit
       *[other] units
    }
left-relocations =
    { $n ->
        [one] relocation
       *[other] relocations
    }
left-above = Promised beyond the regional target
breakdown-units = Units made available:
breakdown-training = Trainings:
breakdown-trained =
    { $people ->
        [one] { $people } person trained
       *[other] { $people } people trained
    } · { $sessions ->
        [one] { $sessions } session held
       *[other] { $sessions } sessions held
    } · { $planned ->
        [one] { $planned } to come
       *[other] { $planned } to come
    }
stage-leased =
    { $n ->
        [one] { $n } leased
       *[other] { $n } leased
    }
stage-under-way = { $n } under way
stage-no-candidate = { $n } without a candidate
stage-deadline-passed =
    { $n ->
        [one] { $n } deadline passed
       *[other] { $n } deadlines passed
    }
stage-withdrawn =
    { $n ->
        [one] { $n } withdrawn after allocation
       *[other] { $n } withdrawn after allocation
    }

## Rows that a figure counts

subset-units =
    { $n ->
        [one] { $n } unit made available · { $whose }
       *[other] { $n } units made available · { $whose }
    }
subset-units-to-publish =
    { $n ->
        [one] { $n } unit to publish · { $whose }
       *[other] { $n } units to publish · { $whose }
    }
subset-units-since =
    { $n ->
        [one] { $n } unit since the last committee · { $whose }
       *[other] { $n } units since the last committee · { $whose }
    }
subset-relocations-since =
    { $n ->
        [one] { $n } woman rehoused after a referral since the last committee · { $whose }
       *[other] { $n } women rehoused after a referral since the last committee · { $whose }
    }
subset-mothers =
    { $n ->
        [one] { $n } woman rehoused and her children
       *[other] { $n } women rehoused and their children
    } · { $whose }
subset-counted = { $title }
subset-women =
    { $n ->
        [one] { $n } woman rehoused, in all · { $whose }
       *[other] { $n } women rehoused, in all · { $whose }
    }
subset-platform =
    { $n ->
        [one] { $n } woman rehoused by the platform · { $whose }
       *[other] { $n } women rehoused by the platform · { $whose }
    }
subset-relocations =
    { $n ->
        [one] { $n } woman rehoused after a referral · { $whose }
       *[other] { $n } women rehoused after a referral · { $whose }
    }
subset-under-way =
    { $n ->
        [one] { $n } relocation under way · { $whose }
       *[other] { $n } relocations under way · { $whose }
    }
subset-suspended =
    { $n ->
        [one] { $n } relocation suspended · { $whose }
       *[other] { $n } relocations suspended · { $whose }
    }
subset-outside =
    { $n ->
        [one] { $n } woman rehoused outside the convention · { $whose }
       *[other] { $n } women rehoused outside the convention · { $whose }
    }
subset-targets-units =
    { $n ->
        [one] { $n } commitment of units · { $whose }
       *[other] { $n } commitments of units · { $whose }
    }
subset-targets-relocations =
    { $n ->
        [one] { $n } commitment of relocations · { $whose }
       *[other] { $n } commitments of relocations · { $whose }
    }
subset-targets-training =
    { $n ->
        [one] { $n } commitment of training · { $whose }
       *[other] { $n } commitments of training · { $whose }
    }
subset-trained =
    { $n ->
        [one] { $n } attendance at a first part · { $whose }
       *[other] { $n } attendances at a first part · { $whose }
    }
subset-without-target =
    { $n ->
        [one] { $n } landlord without full commitments
       *[other] { $n } landlords without full commitments
    }
why-without-target = No target of units or of relocations is entered for it in this period
subset-expected =
    { $n ->
        [one] { $n } attendance planned at a first part · { $whose }
       *[other] { $n } attendances planned at a first part · { $whose }
    }
subset-stage-leased =
    { $n ->
        [one] { $n } unit leased · { $whose }
       *[other] { $n } units leased · { $whose }
    }
subset-stage-under-way =
    { $n ->
        [one] { $n } unit being allocated · { $whose }
       *[other] { $n } units being allocated · { $whose }
    }
subset-stage-no-candidate =
    { $n ->
        [one] { $n } unit without a candidate · { $whose }
       *[other] { $n } units without a candidate · { $whose }
    }
subset-stage-deadline-passed =
    { $n ->
        [one] { $n } unit past its deadline · { $whose }
       *[other] { $n } units past their deadline · { $whose }
    }
subset-stage-withdrawn =
    { $n ->
        [one] { $n } unit withdrawn after allocation · { $whose }
       *[other] { $n } units withdrawn after allocation · { $whose }
    }
subset-why = Why this row counts
subset-leave = Show all

## Tables

search-hint = Search (Ctrl+F)
search-clear = Clear
footer-count = { $kind ->
        [units] { $shown ->
            [one] { $shown } unit shown of { $total }
           *[other] { $shown } units shown of { $total }
        }
        [relocations] { $shown ->
            [one] { $shown } relocation shown of { $total }
           *[other] { $shown } relocations shown of { $total }
        }
        [referrals] { $shown ->
            [one] { $shown } referral shown of { $total }
           *[other] { $shown } referrals shown of { $total }
        }
        [proposals] { $shown ->
            [one] { $shown } proposal shown of { $total }
           *[other] { $shown } proposals shown of { $total }
        }
        [landlords] { $shown ->
            [one] { $shown } landlord shown of { $total }
           *[other] { $shown } landlords shown of { $total }
        }
       *[other] { $shown ->
            [one] { $shown } row shown of { $total }
           *[other] { $shown } rows shown of { $total }
        }
    }
footer-left-out =
    { $n ->
        [one] { $n } row not shown
       *[other] { $n } rows not shown
    }
empty-table = { $kind ->
        [convention] No convention in this file. Ctrl+N adds it.
        [periods] No period yet. Ctrl+N adds one; Follow-up › Renew the period makes the next ones.
        [sectors] No sector yet. Ctrl+N adds one: a name and its communes, of at least 50,000 inhabitants.
        [postponements] Nothing is put off. The button “Put off…” of the page To do notes one.
        [landlords] No landlord yet. Ctrl+N adds one, with its name and the day it joined.
        [associations] No association yet. Ctrl+N adds one, with its name and the day it joined.
        [units] No unit yet. Ctrl+N adds one.
        [relocations] No relocation yet. Ctrl+N adds one; its code is drawn at random.
        [referrals] No referral yet. Ctrl+N adds one: choose the relocation and the landlord asked.
        [proposals] No proposal yet. Ctrl+N adds one: choose the unit and the relocation.
        [commitments] No commitment yet. Ctrl+N adds one; without a landlord it is the region’s.
        [committees] No committee yet. Ctrl+N adds one, with its date, even if it is still planned.
        [decisions] No decision yet. Ctrl+N adds one: choose the committee that took it.
        [actions] No action yet. Ctrl+N adds one: choose the committee, then when it is due.
        [trainings] No training yet. Ctrl+N adds one, with the date of the session.
        [attendances] No attendance yet. Ctrl+N adds one: choose the training and the landlord, then the number of people.
        [context] No figure yet. Ctrl+N adds one, with its source; it is never added to the convention’s.
       *[other] This table is empty. Ctrl+N adds a row.
    }
empty-read-only = This table is empty. The file is read only: File › Save as makes a copy of it to work in.
empty-needs = Each row of this table names one of the page { $table }, which is still empty: begin there.
empty-go = Go to the page { $page }
dashboard-corrected = Figures published as of { $day }. Corrected since: { $corrections }.
correction =
    { $who ->
        [region] region
       *[other] { $who }
    }, { $total ->
        [units] units
        [women] women rehoused
       *[relocations] relocations
    } { $published } → { $now }
replay = From committee to committee
replay-at = Committee of { $day }
replay-after = Last committee before: { $day }
dashboard-begin = Nothing is entered yet: begin with the units or the relocations.
empty-search = { $by ->
        [search] { $total ->
            [one] The row of this table does not match the search. “Clear” shows it again.
           *[other] None of the { $total } rows matches the search. “Clear” shows them again.
        }
       *[filters] { $total ->
            [one] The row of this table does not pass the filters. “Show all” shows it again.
           *[other] None of the { $total } rows passes the filters. “Show all” shows them again.
        }
    }
draft-kept = “{ $column }”, entry to correct: { $problem } Backspace goes back to it.
entry-several-sources = Several rows of another page have this date: change it there, this cell shows the first.
entry-ask = Several are possible: choose one.
entry-ask-one = Is it “{ $name }”? Down, then Enter, takes it.
calendar-previous = Previous month
calendar-next = Next month
remove-title = Remove what belongs to it as well?
remove-cascade = Removed: { $removed }. Only losing this link: { $cleared }. One undo brings all of it back.
nothing = nothing
remove-several-title = Remove several rows?
remove-several = Removed: { $removed }. One undo brings all of it back.
remove-go = Remove all of it

## Findings

findings-none = No finding: nothing looks wrong or doubtful. What waits is in To do.
findings-count =
    { $n ->
        [one] { $n } finding
       *[other] { $n } findings
    }, { $errors ->
        [0] no error
        [one] { $errors } of them an error
       *[other] { $errors } of them errors
    }
severity-error = ERROR
severity-warning = TO CHECK

## Files

path-template = Where to keep the convention?
path-sample = Where to keep the sample?
path-open = Open a file
path-save-as = Save as
export-for = For whom is this file?
export-for-text = The office gets everything. The others only what they may see{ $landlord ->
        [none] {""}
       *[other] {""}: { $landlord }, its own rows without codes of cases
    }{ $association ->
        [none] {""}
       *[other] {""}; { $association }, its own cases
    }. Never the places to avoid nor the notes.
export-for-office = The office
export-for-committee = The committee
export-for-landlord = This landlord
export-for-association = This association
export-for-public = Everyone
export-file-office = office
export-file-committee = committee
export-file-public = public
path-export = Export the table
path-create-hint = The file is saved by itself while you type.
path-open-hint = A Clefs file, ending in .ron.
path-export-hint-others = Only what this reader may see.
path-export-hint = A full export, for the office only: it holds confidential data.
path-browse = Browse…
path-field = Path of the file
path-filter = Clefs files
path-open-go = Open
path-create-go = Create
path-save-go = Save
path-export-go = Export
replace-title = There is a file of that name already
replace-text = Replace it? What it holds will be lost.
replace-go = Replace
open-edited-title = This file was changed outside Clefs
open-edited-go = Open anyway
export-done = Table exported: { $path }
folder-trouble = The folder { $path } could not be opened: { $detail }
settings-kept-aside = The settings could not be read; they are kept as { $path }.

save-read-only = Read only
save-under-way = Saving…
save-pending = Changed, saved soon
save-failed = Not saved!
save-done = Saved at { $time } ✓
save-unchanged = Up to date ✓

quit-entry = An entry is not valid. Correct it, or press Esc to give it up.
quit-unsaved-title = The last changes are not saved
quit-retry = Try again
quit-save-as = Save as…
quit-kept = Quit, and take them up at the next opening
quit-anyway = Quit without saving

## Name of the operator

operator-title = Your name in the history
operator-text = The history keeps who changed what. Only the office sees it. Initials will do.
operator-field = Your name or initials
operator-no-name = A name or initials, without digits.
operator-go = Continue

## All actions, help

palette-hint = What would you like to do?
palette-none = No action of that name is possible here.
help-start = First steps
help-start-type = Typing
help-start-type-text = One page for each table, on the left. Type into a cell: Enter takes it, Tab goes on to the next, Esc gives up. Ctrl+N adds a row, Ctrl+Z goes back.
help-start-save = Saving
help-start-save-text = Everything is saved by itself, in a file of your own; its name and state are at the bottom left. File › Backups keeps a state for each day.
help-start-file = Preparing the year
help-start-file-text = The page Convention has the periods: “Renew the period…” makes the next one with its commitments, to be confirmed in Commitments.
help-start-unit = A unit
help-start-unit-text = Units, Ctrl+N: landlord, type, commune, day of publication. Ctrl+P proposes it to a woman.
help-start-case = A woman
help-start-case-text = Relocations, Ctrl+N: association, need, territories wanted. Then, on her row: Ctrl+I asks a landlord, Ctrl+P proposes a home, Ctrl+Shift+R notes an answer, Ctrl+B the lease, Ctrl+Shift+B the keys.
help-start-line = One line is enough
help-start-line-text = Ctrl+K: “vilogia t3 lille published 12/05”. What will be made can be read while you type.
help-start-todo = To do and Findings
help-start-todo-text = To do lists what waits for somebody (an answer, a candidate, a last day); Findings, what is wrong or doubtful in the records. Both empty by themselves.
help-start-figures = Figures
help-start-figures-text = Each figure of the dashboard, a card or a chart opens its rows, with the reason of each. Ctrl+E exports the charts.
help-start-committee = The committee
help-start-committee-text = F9 shows only what the committee may see; View › “Committee” window opens a second window to share. Ctrl+Shift+K closes the committee and publishes its figures.
help-start-lost = If something is missing
help-start-lost-text = Ctrl+Z, then Edit › Bring back a removed record, then File › Backups.
help-start-strike = A name written by mistake
help-start-strike-text = Clearing it is not enough: the history keeps it. Edit › Strike out takes it from the file, its history and the backups on this computer.
help-title = Keyboard shortcuts
help-rules = Counting rules
help-rules-text = A figure names its rules in brackets: (C2). Pointing at them, or Tab, says what each of them counts.
key-shift = Shift
key-enter = Enter
key-delete = Delete
key-minus = Minus
key-left = Left
key-space = Space
key-page-up = PageUp
key-page-down = PageDown
help-keys-move = Arrows, Tab, Home, End
help-move = Move in the table
help-keys-edge = Ctrl+arrows
help-edge = Go to the edge of the data
help-keys-select = Shift+arrows, Ctrl+A
help-select = Select, select all
help-keys-clipboard = Ctrl+C, Ctrl+X, Ctrl+V
help-clipboard = Copy, cut, paste
help-keys-fill = Ctrl+D, Ctrl+R
help-fill = Fill down, to the right
help-keys-today = Ctrl+;
help-today = Write today’s date
help-keys-edit = F2, double click, or type
help-edit = Change the cell
help-keys-commit = Enter, Tab
help-commit = Take what is typed
help-keys-cancel = Esc
help-cancel = Give the entry up
help-keys-clear = Delete
help-clear = Empty the cell
help-keys-offers = Alt+↓, then ↑ ↓ and Enter
help-offers = Choose from the list
help-keys-calendar = In a date: ↑ ↓, PageUp, PageDown
help-calendar = Choose a day, a month of the calendar; then ← →

about-version = Version { $version }. Free software, no connection: no data leaves this computer.
about-licence = Licence MIT or Apache-2.0, at your choice.
about-fonts = Font Source Sans 3 © Adobe, SIL Open Font licence 1.1.
about-communes = Communes and EPCI: INSEE and DGCL, Licence Ouverte 2.0, through @etalab/decoupage-administratif 6.0.0 (2026).
about-convention = Convention of 25 March 2021: releases of URH Hauts-de-France, ICF Habitat and FNSF.
about-places = Where the data is
about-file = Open file
about-backups = Backups
about-settings = Settings
about-open-folder = Open the folder

## Figures on the command line

figures-landlord = Landlord
figures-units = Units
figures-relocations = Relocations
figures-pipeline = pipeline
figures-women = Women, in all
figures-children = Children
figures-left-units =
    { $n ->
        [one] Still to allocate: { $n } unit.
       *[other] Still to allocate: { $n } units.
    }
figures-left-relocations =
    { $n ->
        [one] Still to allocate: { $n } relocation.
       *[other] Still to allocate: { $n } relocations.
    }
figures-above-units =
    { $n ->
        [one] The landlords promise { $n } unit more than the regional target.
       *[other] The landlords promise { $n } units more than the regional target.
    }
figures-above-relocations =
    { $n ->
        [one] The landlords promise { $n } relocation more than the regional target.
       *[other] The landlords promise { $n } relocations more than the regional target.
    }
figures-no-target-units = Units: no regional target.
figures-no-target-relocations = Relocations: no regional target.
figures-since =
    Since the committee of { $date }: { $units ->
        [one] +{ $units } unit
       *[other] +{ $units } units
    }, { $women ->
        [one] +{ $women } woman rehoused
       *[other] +{ $women } women rehoused
    }.

## Copy, paste, columns

edit-paste =
    { $count ->
        [one] Paste into { $count } cell
       *[other] Paste into { $count } cells
    }
edit-move =
    { $count ->
        [one] Move { $count } cell
       *[other] Move { $count } cells
    }
paste-title = Not all of it fits
paste-text =
    { $n ->
        [one] { $n } value does not fit its column. Nothing has changed so far.
       *[other] { $n } values do not fit their columns. Nothing has changed so far.
    }
paste-title-one-cell = Several lines for a single note
paste-title-made = Paste new rows?
paste-one-cell = The pasted text has several lines. It can go into this one note, or line by line into the notes of the records that follow.
paste-made = { $n ->
    [one] One new row would be added to the table.
   *[other] { $n } new rows would be added to the table.
}
paste-noted = { $n ->
    [one] The rest of a text understood in part would go to the notes.
   *[other] The rest of { $n } texts understood in part would go to the notes.
}
paste-go-one = Paste into this note
paste-go-lines = One note per record
paste-title-names = Some names are unknown
paste-names =
    { $n ->
        [one] { $n } name is in none of the lists. Nothing has changed so far: what about it?
       *[other] { $n } names are in none of the lists. Nothing has changed so far: what about them?
    }
paste-name-cells =
    { $n ->
        [one] in { $n } cell
       *[other] in { $n } cells
    }
paste-name-keep = Leave to be corrected
paste-name-create = { $kind ->
    [associations] Create the association
   *[landlords] Create the landlord
}
paste-name-link = It is
paste-name-choose = choose…
paste-go-names = Paste
entry-create = { $kind ->
    [associations] Create the association “{ $name }”
   *[landlords] Create the landlord “{ $name }”
}
paste-line = Pasted line
paste-column = Column
paste-typed = Pasted
paste-problem = What is wrong
paste-outcome = What follows
paste-kept = stays in its cell, to be corrected
paste-left-out = is not pasted
paste-more = and { $n } more
paste-go = Paste
paste-derived = This column is computed.
paste-required = This column can not be empty.
paste-taken = Another row has this code; a new row gets its own.
paste-same-date = This is the same date as another pasted column, with another day.
paste-several = Several are possible.
fill-draft = This cell is to be corrected: it is not filled in.
fill-nothing = Nothing to fill in: the values do not fit these columns.
paste-not-moved = No record of that name: the cell stays where it is.
paste-no-column = No column is shown here.
paste-no-row = No row is shown here.
action-column-sort = Sort
action-column-sort-also = Sort by this column as well
action-column-freeze = Freeze up to here
action-column-hide = Hide the column
action-column-fit = Fit the width to the content
action-column-fit-all = Fit all widths
action-column-left = Move to the left
action-column-right = Move to the right
column-show = Show
action-column-show-all = Show all columns
action-column-reset = Restore the columns of the beginning
action-columns-next = Other columns
    .needs = go to a table first that has several sets of columns.
paste-nothing = There is no text to paste: copy cells or a text first.
paste-elsewhere = Nothing was pasted: the selection changed meanwhile. Paste again.

## Filters

action-column-filter = Filter…
filter-title = Filter: { $column }
filter-values = Values
filter-contains = Contains
filter-between = Between
filter-empty = (empty)
filter-filled = (filled)
filter-search = Search a value
filter-all = Tick all
filter-nothing = Tick none
filter-from = From
filter-to = To
filter-go = Filter
filter-none = Filter no more
filter-many =
    { $n ->
        [one] { $n } value
       *[other] { $n } values
    }
filter-chip = { $column }: { $test }
filter-reapply = Apply again
filter-clear = Show all

quit-drafts-title =
    { $n ->
        [one] { $n } entry is still to be corrected
       *[other] { $n } entries are still to be corrected
    }
quit-drafts-text = They are kept in the file and count in no figure.
quit-drafts-show = Show them
quit-drafts-go = Quit anyway

## Find and replace

action-replace = Find and replace…
    .needs = go to a table first.
action-next-finding = Next finding
    .needs = go to a table first.
replace-heading = Find and replace
replace-find = Find
replace-with = Replace with
replace-count =
    { $cells ->
        [0] No cell changes
        [one] { $cells } cell changes
       *[other] { $cells } cells change
    }{ $misfits ->
        [0] .
        [one] ; { $misfits } can not.
       *[other] ; { $misfits } can not.
    }
replace-all = Replace all
replace-nothing = Nothing to replace.
next-finding-none = No finding in the rows that are shown.
edit-replace =
    { $count ->
        [one] Replace in { $count } cell
       *[other] Replace in { $count } cells
    }

## Views

action-keep-view = Keep this view under a name…
action-drop-view = Remove the view that is shown
columns = Columns:
columns-follow = Follow-up
columns-home = Dwelling
columns-path = Steps
columns-need = Need
columns-refusals = Refusals
columns-all = All
views = Views:
view-all = All
view-title = Keep this view
view-text = Search, filters, sort and hidden columns are kept in the file.
view-name = Name of the view
view-go = Keep

## Card and selection

card-close = Close the card
card-none = Choose a row: its card shows here.
card-none-crossed = No commitment is noted in this place. Type a number into the cell of a period to note one.
card-history = History
card-planned = planned { $day }
card-to-come = to come
card-created = Created
card-removed = Removed
card-empty = empty
card-older =
    { $n ->
        [one] and { $n } older entry
       *[other] and { $n } older entries
    }
card-no-history = Nothing was noted.
summary-cells =
    { $n ->
        [one] selection: { $n } cell
       *[other] selection: { $n } cells
    }
summary-values =
    { $n ->
        [one] { $n } value
       *[other] { $n } values
    }
summary-sum = sum { $sum } · median { $median }
summary-day = on { $day }
summary-days = from { $first } to { $last }
help-keys-card = Alt+Page Down, Alt+Page Up
help-card = Scroll the card
journal-failed = Changes are no longer noted on this computer as they are made. { $detail } Saving the file goes on; until then, a sudden stop would lose the last seconds.
save-kept = { $detail } Nothing was written to the file; your changes are kept on this computer. Next attempt in { $seconds } seconds.
save-at-risk = { $detail } Nothing was written, neither to the file nor on this computer: save under another name. Next attempt in { $seconds } seconds.
removals-title = { $n } of your records are gone from the file
removals-text = Somebody else removed them, or the file was replaced by another state. Until you choose, nothing is saved; your work is kept on this computer.
removals-take = Take this state of the file
removals-apart = Go on in a copy
save-waits = Not saved: another version awaits your choice
removals-notice = { $n } of your records are gone from the file. Nothing is saved until you choose; your work is kept on this computer. Ctrl+S to choose.
missing-notice = { $detail } Nothing is saved; your work is kept on this computer. Ctrl+S to choose where.
missing-title = The file is no longer there
missing-again = Save it here again
merged-someone = somebody else
merged = Changes saved by { $by } taken over.
merged-struck =
    { $n ->
        [one] Changes saved by { $by } taken over. One value that you had just written was struck out for good with theirs.
       *[other] Changes saved by { $by } taken over. { $n } values that you had just written were struck out for good with theirs.
    }
merged-kept =
    { $n ->
        [one] Changes saved by { $by } taken over. A record removed on one side and changed on the other is kept.
       *[other] Changes saved by { $by } taken over. { $n } records removed on one side and changed on the other are kept.
    }
merged-clashes =
    { $n ->
        [one] Changes saved by { $by } taken over. A value was changed on both sides: the file’s stays, yours is kept beside it. To choose: Edit › Values changed on both sides.
       *[other] Changes saved by { $by } taken over. { $n } values were changed on both sides: the file’s stay, yours are kept beside them. To choose: Edit › Values changed on both sides.
    }
typing-offered = An entry was under way when Clefs ended: it is kept in its cell (“{ $column }”), to be confirmed with F2 and Enter.
personal-found = { $said }. Shift+F9 or “Strike out…” to remove it; if it is meant, go on.
personal-place = what was just pointed out
action-strike-found = Strike out what was just pointed out…
    .needs = nothing has just been pointed out.
action-strike-cell = Strike out the value for good…
action-strike-record = Strike out the record for good…
action-strike-word = Strike out a word everywhere, for good…
strike-title = Strike out a word for good
strike-ask = Strike out for good?
strike-cell = The value of “{ $column }” and all its earlier values go from the file, its history, the journal and the backups on this computer. This cannot be undone. What was copied, sent or synchronised elsewhere has to be removed there.
strike-record = The record, what belongs to it and their history go from the file, the journal and the backups on this computer. This cannot be undone. What was copied, sent or synchronised elsewhere has to be removed there.
strike-word =
    { $n ->
        [one] Found in { $n } place.
       *[other] Found in { $n } places.
    } The word goes from the records, the history, the journal and the backups on this computer. This cannot be undone. What was copied, sent or synchronised elsewhere has to be removed there.
strike-word-text = A name, a phone number, an address written by mistake: the word is searched for everywhere, ignoring accents and capitals.
strike-word-name = Word to strike out
strike-find = Search
strike-keep = Strike out nothing
strike-go = Strike out for good
seance-withheld = Not in the committee view: this also concerns what the window does not show.
seance-hidden = Not in the committee view: this cell is not shown to the committee.
action-not-now = “{ $action }”: { $needs }
action-elsewhere = not here, or not now.
action-no-file = open a file first.
action-not-in-seance = not during the committee view; F9 leaves it.
action-read-only = the file is open for reading only.
strike-offer = Strike out…
strike-found =
    { $n ->
        [one] The passage found in “{ $column }” is written only there.
       *[other] The passage found in “{ $column }” is written in { $n } places.
    } It can be struck out everywhere; or the whole value, with its earlier ones. What is struck out goes from the records, drafts, history, journal and backups on this computer. This cannot be undone. What was copied, sent or synchronised elsewhere has to be removed there.
strike-found-past =
    { $n ->
        [one] The passage found in the history of “{ $column }” is written only there.
       *[other] The passage found in the history of “{ $column }” is written in { $n } places.
    } It goes from the records, drafts, history, journal and backups on this computer. This cannot be undone. What was copied, sent or synchronised elsewhere has to be removed there.
strike-found-view =
    { $n ->
        [one] The passage found in this view is written only there.
       *[other] The passage found in this view is written in { $n } places.
    } It goes from the records, drafts, history, journal and backups on this computer, and the view goes with it. This cannot be undone. What was copied, sent or synchronised elsewhere has to be removed there.
strike-go-passage = Strike out the passage
strike-go-value = Strike out the value
strike-gone = Nothing to strike out: what was found is no longer there.
action-purge = Purge closed relocations…
purge-title = Purge closed relocations
purge-text =
    { $n ->
        [one] { $n } relocation is closed or removed, without contact for { $years ->
            [one] one year
           *[other] { $years } years
        } or more.
       *[other] { $n } relocations are closed or removed, without contact for { $years ->
            [one] one year
           *[other] { $years } years
        } or more.
    } Their detail goes; no figure and no chart changes.
purge-goes = What goes
purge-of = { $table }: { $columns }.
purge-but-first = { $column } (but the first)
purge-unless-rehoused = { $column } (unless rehoused)
purge-goes-too = And, of these columns, all earlier values; rejected entries too.
purge-stays = What stays
purge-stays-text = The code, origin, association, landlord, unit, dates of steps and of pauses, the decision of the CALEOL and the rank, what was answered and when, who refused, how she left, the first dwelling type and the first place wanted, the children rehoused.
purge-final = The detail goes from the file, its drafts, history, journal and the backups on this computer. This cannot be undone. What was copied, sent or synchronised elsewhere has to be removed there.
purge-keep = Purge nothing
purge-go = Purge for good
purge-offer = Purge…
purge-none = Nothing to purge: no closed or removed relocation has detail beyond the retention period.
strike-nothing = Nothing to strike out: this word is nowhere in the file or its history.
struck-out = Struck out of the file, its history and the backups on this computer.
struck-left = Struck out of the file, but { $n ->
        [one] { $n } backup could not be corrected: “{ $path }”.
       *[other] { $n } backups could not be corrected, among them “{ $path }”.
    }
card-struck = Struck out
card-struck-value = “{ $column }”: values struck out
action-backups = Backups…
backups-title = Backups
backups-text = The first state of each day (30 days), the first of each month (12 months), and what was replaced.
backups-looking = Looking for backups…
backups-none = No backup yet: the first is made with the next save.
backups-replaced = { $day }, replaced at { $time }
backups-unreadable = Cannot be read
backups-same = The same records as now
backups-differs =
    Since then: { $changed ->
        [one] { $changed } record changed
       *[other] { $changed } records changed
    }{ $added ->
        [0] {""}
        [one] , { $added } added
       *[other] , { $added } added
    }{ $removed ->
        [0] {""}
        [one] , { $removed } removed
       *[other] , { $removed } removed
    }
backups-open = Look
backups-restore = Restore
backup-open = This is a backup, read only. “Back to my file” leads back; File › Backups › Restore then takes it up again.
action-reopen = Back to my file
    .needs = no backup is open.
edit-restore = Restore the backup of { $day }
restored = Backup of { $day } restored. Ctrl+Z to go back.
action-bring-back = Bring back a removed record…
removed-title = Removed records
removed-text = The latest first. What was removed along with a record comes back with it; Ctrl+Z goes back.
removed = Removed: { $removed }. Ctrl+Z to go back.
removed-none = No record was removed.
removed-named = { $label } ({ $kind })
removed-what = { $what }{ $more ->
        [0] {""}
        [one] {" "}and { $more } other
       *[other] {" "}and { $more } others
    }
removed-by = { $day } at { $time }, { $by }
removed-go = Bring back
brought-back = Record brought back, at the end of its table. Ctrl+Z to go back.
copy-needs-name = This file is read only: give the copy another name.
action-refer = Ask a landlord…
    .needs = choose a case first that is open, without lease or exit.
action-propose = Propose…
    .needs = choose a case first that is open, without lease or exit, or a free unit.
action-decide = Decision of the CALEOL…
    .needs = choose a proposal first, or a case or a unit that has one under way.
action-answer = Answer…
    .needs = choose a referral first, a proposal, or a case or a unit that waits for an answer.
action-sign = Lease signed…
    .needs = choose a case first that is open, without lease or exit.
action-move-in = Keys handed over…
    .needs = choose a case first whose lease is signed and whose keys are not handed over yet.
action-close-committee = Close the committee…
    .needs = choose a committee first whose day has come and that is not closed.
action-committee-before = Committee before
    .needs = go to the dashboard first; there must be a committee before that day.
action-committee-after = Committee after
    .needs = go to the dashboard first, at a past day.
action-put-off = Put off or take up…
    .needs = go to “To do” first; a line has to be chosen there.
action-clashes = Values changed on both sides…
clashes-title = Values changed on both sides
clashes-text = The file’s value counts until you have chosen; yours is kept beside it.
clashes-none = All is decided.
clashes-was = Before: { $value }
clashes-theirs = Keep that of { $by }: { $value }
clashes-mine = Take mine: { $value }
action-merge-copy = Take over the changes of a copy…
path-copy = Take over the changes of a copy
path-copy-hint = Another version of this file: a synchroniser’s conflict copy, a file received by e-mail.
path-copy-go = Look
copies-found =
    { $n ->
        [one] A copy of this file has changes that it does not have: “{ $name }”. To take them over: File › Take over the changes of a copy.
       *[other] { $n } copies of this file have changes that it does not have, among them “{ $name }”. To take them over: File › Take over the changes of a copy.
    }
copies-sealed = Beside this file, “{ $name }” is encrypted with another passphrase. If it is a copy that a synchroniser made, File › Open asks for it; then this file can take over its changes.
copy-title = Take over this copy?
copy-differs =
    { $changed ->
        [one] { $changed } record changes
       *[other] { $changed } records change
    }, { $added ->
        [one] { $added } is added
       *[other] { $added } are added
    }, { $removed ->
        [one] { $removed } goes
       *[other] { $removed } go
    }.{ $clashes ->
        [0] {""}
        [one] {" "}One value was changed on both sides: the copy’s is taken, yours kept beside it.
       *[other] {" "}{ $clashes } values were changed on both sides: the copy’s are taken, yours kept beside them.
    }
copy-go = Take over
copy-same = This copy has nothing that this file does not have.
copy-other = This file is not an intact version of the open convention: nothing of it is taken over.
open-backup-title = Open the last backup?
open-backup-text = { $detail } The file stays as it is. The last backup that can be read is of { $day }: it opens read only; File › Save as makes of it a file to work in.
open-backup-go = Open the backup
open-backup-sealed = { $detail } The file stays as it is. The last backup is encrypted: with the passphrase that the file had, it can be opened.
open-backup-unlock = Give the passphrase
open-failed = “{ $name }” could not be opened. { $detail }

## Charts for a report

action-charts = Charts for a report…
charts-title = Charts for a report
charts-which = Which
charts-units = Units
charts-relocations = Relocations
charts-fates = What became of the units
charts-curve = Curve of the relocations
charts-training = Trainings
charts-needs = Needs and free units
charts-matrix = Gaps by type and territory
charts-map = Map of territories
charts-delays = Delays
charts-ways = Ways of the relocations
charts-associations = By association
charts-departements = By département
charts-rounds = From committee to committee
charts-years = Year by year
charts-sessions = Training sessions
charts-context = Context figures
charts-all = All, into a folder
charts-size = Size
picture-size-slide = 16:9 slide
picture-size-page = Width of an A4 page
picture-size-half = Half that width
picture-size-square = Square
charts-format = Format
picture-png = PNG (picture)
picture-svg = SVG (drawing, sharp at every size)
charts-scale = Sharpness
charts-copy = Copy the picture
charts-copy-figures = Copy the figures
charts-go = Save…
charts-folder = charts
chart-file-internal = -internal
chart-file-units = units
chart-file-relocations = relocations
chart-file-fates = units-since
chart-file-curve = curve
chart-file-training = trainings
chart-file-needs = needs-and-offers
chart-file-matrix = gaps
chart-file-map = map
chart-file-delays = delays
chart-file-ways = ways
chart-file-associations = associations
chart-file-departements = departements
chart-file-rounds = committees
chart-file-years = years
chart-file-sessions = sessions
chart-file-context = context
path-report = Write the document
path-report-hint = A Word document to go on with. If there is one of that name, it stays: the new one gets a number.
path-report-hint-one = A Word document for this organisation only. If there is one of that name, it stays.
path-chart = Save the chart
path-chart-hint = A picture to put into a report or a presentation.
path-charts = Save the charts
path-charts-hint = A folder: each chart becomes a file in it.
path-charts-go = Save
charts-under-way =
    { $n ->
        [one] Writing the chart…
       *[other] Writing { $n } charts…
    }
charts-done =
    { $n ->
        [one] Chart saved: { $path }
       *[other] { $n } charts saved: { $path }
    }{ $exact ->
        [yes] {""}. Figures are rounded again.
       *[no] {""}
    }
chart-copied = Picture copied ({ $chart }): paste it into the report{ $held ->
        [yes] ; it leaves the clipboard in 2 minutes.
       *[no] .
    }{ $exact ->
        [yes] {" "}Figures are rounded again.
       *[no] {""}
    }
figures-copied = Figures copied ({ $chart }): paste them into a table.{ $exact ->
        [yes] {" "}Figures are rounded again.
       *[no] {""}
    }
action-order-listed = Landlords as listed
action-order-name = Landlords by name
action-order-target = Landlords by commitment
action-order-rate = Landlords by rate
action-order-gap = Landlords by gap
action-charts-exact = Exact figures, for the office alone and once
action-charts-masked = Rounded numbers, for the committee
action-charts-public = Rounded numbers, for a public report
charts-transparent = Transparent background
charts-outlined = Texts as outlines
charts-so-far =
    { $n ->
        [one] { $n } of { $of } charts written…
       *[other] { $n } of { $of } charts written…
    }
charts-partly = { $n } of { $of } charts written ({ $names }), the others not. { $detail }
chart-name = Chart: { $chart }
charts-show-figures = Show the figures
figures-title = Figures of the chart
action-chart-figures = Figures of a chart…
action-report-minutes = Minutes of the committee (Word)…
    .needs = enter a committee first whose day has come.
action-report-annual = Activity report (Word)…
action-report-sheet = Sheet of the landlord or association (Word)…
    .needs = choose a landlord or an association in its table first.
report-file-minutes = minutes
report-file-annual = report
report-file-landlord = sheet
report-file-association = sheet
report-under-way = Writing the document…
report-done = Document written: { $path }
report-failed = The document could not be made. Try again; if it happens again, export the charts.
action-motion = Reduce motion
motion-reduced = Motion is reduced.
motion-allowed = Motion is allowed again.

## Encryption

action-seal = Protect with a passphrase…
action-reseal = Change the passphrase…
action-unseal = Remove the passphrase…
action-lock = Lock
action-lock-5 = Lock after 5 minutes without activity
action-lock-10 = Lock after 10 minutes without activity
action-lock-30 = Lock after 30 minutes without activity
seal-title = Protect the file with a passphrase
seal-text = The file, its journal and its backups are encrypted (age format). Everybody who opens the file has to know the passphrase: agree on it outside of e-mail. For example four words that have nothing to do with each other.
seal-final = A lost passphrase is lost for good: without it nobody can open the file or its backups again, neither the union nor the authors of Clefs. Keep it elsewhere too, in writing, under lock and key.
seal-field = Passphrase
seal-again = The same passphrase, once more
seal-short = At least 12 characters.
seal-differs = The two are not yet the same.
seal-go = Protect the file
seal-under-way = Encrypting…
seal-failed = The file could not be encrypted ({ $detail }). Nothing has changed.
sealed = File, journal and backups on this computer are encrypted. Copies made before, on other computers or in a synchronised folder, are not: delete them.
unsealed = File, journal and backups on this computer are no longer encrypted.
sealed-left = The file is up to date, but { $n ->
        [one] { $n } file on this computer could not follow: “{ $path }”.
       *[other] { $n } files on this computer could not follow, among them “{ $path }”.
    } Close the other windows of Clefs, then open this file again.
sealed-again = The file was no longer encrypted: it is again. If it is older than your latest work, File › Backups… tells what has changed.
unsealed-title = This file is no longer encrypted
unsealed-text = On this computer, its backups are. Somebody has removed the passphrase, or put an earlier copy in its place: anybody who has access to it can read it.
unsealed-seal = Protect it again
unsealed-go = Open without protection
unseal-title = Remove the passphrase?
unseal-text = The file and its backups will be readable by anybody who has access to them.
unseal-keep = Keep the protection
unseal-go = Remove the passphrase
unlock-title = Passphrase of “{ $name }”
unlock-text = The file is encrypted.
unlock-earlier = Give the passphrase that it had.
unlock-field = Passphrase
unlock-go = Open
lock-asked = Locked. Your work is kept and comes back with the passphrase.
lock-idle = Locked for lack of activity. Your work is kept and comes back with the passphrase.
lock-by-others = Somebody else has protected the file with another passphrase. Your latest changes are kept on this computer and come back with it.

## The “Committee” window

committee-window = Committee
committee-discussed = Under discussion
discuss-now = The “Committee” window shows under discussion: { $record }. F4 again removes it.
discuss-over = The “Committee” window shows nothing under discussion any more.
discuss-withheld = The committee does not see this row: nothing is shown.
committee-since = Since the committee of { $day }
committee-agenda = On the agenda
committee-others =
    { $n ->
        [one] and { $n } other point
       *[other] and { $n } other points
    }
committee-first = No committee before this one.
committee-nothing-moved = Nothing new since.
committee-moved = homes · women rehoused
committee-of = Committee of { $day }
committee-none = No committee is entered.
committee-no-line = Nothing noted.
committee-held = Text held back: the union has to read it over.
committee-due = by { $day }
committee-done = done on { $day }
