# What things are: tables, columns, lists of choices, steps, and what is done with them.

## Tables

table-convention = Convention
table-convention-one = convention
table-periods = Periods
table-periods-one = period
table-landlords = Landlords
table-landlords-one = landlord
table-associations = Associations
table-associations-one = association
table-commitments = Commitments
table-commitments-one = commitment
table-units = Units
table-units-one = unit
table-relocations = Relocations
table-relocations-one = relocation
table-referrals = Referrals
table-referrals-one = referral
table-proposals = Proposals
table-proposals-one = proposal
table-committees = Committees
table-committees-one = committee
table-decisions = Decisions
table-decisions-one = decision
table-actions = Actions
table-actions-one = action
table-trainings = Trainings
table-trainings-one = training
table-attendances = Attendances
table-attendances-one = attendance
table-sectors = Sectors
table-sectors-one = sector
table-context = Context figures
table-context-one = context figure
table-postponements = Postponements
table-postponements-one = postponement
table-publications = Publications
table-publications-one = publication

## Groups of columns

group-main = Identity
group-dwelling = Dwelling
group-household = Household
group-wishes = Needs
group-steps = Steps
group-exits = Exits
group-delays = Delays
group-more = More

## Columns: convention

col-convention-name = Name
col-convention-region = Region
col-convention-union = Union
col-convention-federation = Federation
col-convention-signed_on = Signed on
col-convention-basis = Counted from
col-convention-threshold = Small-number threshold
col-convention-retention_years = Retention (years)
col-convention-answer_within = Answer to a referral
col-convention-candidate_within = Candidate for a published unit
col-convention-step_within = Next step of a relocation
col-convention-quota_within = Use of an agreed quota
col-convention-notice = Reminder before a day
col-convention-behind = Behind from
col-convention-fictitious = Made-up data
col-convention-as_of = As of
col-convention-notes = Notes

col-periods-name = Period
col-periods-starts = Start
col-periods-ends = End

## Columns: organisations

col-landlords-name = Name
col-landlords-short_name = Short name
col-landlords-aliases = Other names
col-landlords-joined = Joined
col-landlords-left = Left
col-landlords-absorbed_by = Absorbed by
col-landlords-absorbed_on = Absorbed on
col-landlords-absorption_confirmed = Takeover confirmed
col-landlords-notes = Notes

col-associations-name = Name
col-associations-short_name = Short name
col-associations-aliases = Other names
col-associations-joined = Joined
col-associations-left = Left
col-associations-notes = Notes

col-commitments-landlord = Landlord
col-commitments-axis = Axis
col-commitments-period = Period
col-commitments-target = Target
col-commitments-counting = Counting
col-commitments-source = Source
col-commitments-dated = Date
col-commitments-notes = Notes

## Columns: units

col-units-code = Code
col-units-landlord = Landlord
col-units-landlord_ref = Landlord’s ref.
col-units-status = Status
col-units-coarse_status = Situation (committee)
col-units-channel = Channel
col-units-dwelling = Type
col-units-building = Building
col-units-commune = Commune
col-units-epci = EPCI
col-units-surface = m²
col-units-rent = Rent excl. charges
col-units-charges = Charges
col-units-energy = DPE
col-units-floor = Floor
col-units-lift = Lift
col-units-step_free = Step-free
col-units-promised = Promised
col-units-identified = Identified
col-units-published = Published
col-units-presented = Presented to CALEOL
col-units-allocated = Allocated
col-units-offer_received = Offer received
col-units-lease_signed = Lease signed
col-units-occupied = Occupied
col-units-published_again = Published again
col-units-withdrawn = Withdrawn
col-units-deadline_passed = Deadline passed
col-units-works = Works
col-units-financing = Financing
col-units-quota = Quota
col-units-quota_agreed_on = Quota agreed on
col-units-qpv = QPV
col-units-available_from = Available from
col-units-apply_by = Apply by
col-units-lease_type = Lease type
col-units-notes = Notes

## Columns: relocations

col-relocations-code = Code
col-relocations-association = Association
col-relocations-origin = Origin
col-relocations-status = Status
col-relocations-landlord = Signing landlord
col-relocations-unit = Unit
col-relocations-adults = Adults
col-relocations-children = Children
col-relocations-dwellings = Types wanted
col-relocations-wanted = Territories wanted
col-relocations-avoid = To avoid
col-relocations-step_free = Step-free
col-relocations-max_rent = Max. rent incl. charges
col-relocations-application = Housing application
col-relocations-need_spotted = Need spotted
col-relocations-referred = Referred
col-relocations-acknowledged = Acknowledged
col-relocations-proposed = Proposed
col-relocations-file_complete = File complete
col-relocations-caleol = CALEOL
col-relocations-offer_received = Offer received
col-relocations-accepted = Accepted
col-relocations-lease_signed = Lease signed
col-relocations-moved_in = Moved in
col-relocations-suspended_from = Suspended from
col-relocations-suspended_to = Resumes on
col-relocations-exited = Exit on
col-relocations-exit_kind = Kind of exit
col-relocations-earlier_case = Earlier relocation
col-relocations-notes = Notes

## Columns: referrals and proposals

col-referrals-relocation = Relocation
col-referrals-landlord = Landlord
col-referrals-asked_on = Asked on
col-referrals-answered_on = Answered on
col-referrals-answer = Answer
col-referrals-notes = Notes

col-proposals-unit = Unit
col-proposals-relocation = Relocation
col-proposals-standing = State
col-proposals-proposed_on = Proposed on
col-proposals-visited_on = Visited on
col-proposals-caleol_on = CALEOL on
col-proposals-decision = Decision
col-proposals-rank = Rank
col-proposals-offer_received_on = Offer received on
col-proposals-answer_days = Days to answer
col-proposals-answer_by = Answer by
col-proposals-answer = Answer
col-proposals-answered_on = Answered on
col-proposals-refused_by = Refused by
col-proposals-reason = Reason for refusal
col-proposals-consequence = What follows
col-proposals-paused_until = Paused until
col-proposals-notes = Notes

## Columns: postponements

col-postponements-duty = To do
col-postponements-until = Until
col-postponements-reason = Reason
col-postponements-unit = Unit
col-postponements-relocation = Relocation
col-postponements-referral = Referral
col-postponements-proposal = Proposal
col-postponements-landlord = Landlord
col-postponements-period = Period
col-postponements-committee = Committee
col-postponements-action = Action

## Columns: publications

col-publications-day = Figures of
col-publications-committee = Committee
col-publications-period = Period
col-publications-units = Units
col-publications-relocations = Rehousings
col-publications-women = Women
col-publications-figures = Figures

choice-duty-offer-ends = Offers to answer
choice-duty-referral-unanswered = Referrals without an answer
choice-duty-refusal-to-follow = Refusals to follow up
choice-duty-publish-again = Units to publish again
choice-duty-no-candidate = Units without a candidate
choice-duty-no-next-step = Relocations without a next step
choice-duty-pause-ends = Pauses that end
choice-duty-lease-uncounted = Leases that do not count yet
choice-duty-quota-unused = Quotas agreed, not used
choice-duty-committee-past = Committees past, still planned
choice-duty-action-open = Actions to finish
choice-duty-behind = Landlords behind their pace
choice-duty-commitments-missing = Missing commitments

## Columns: committees, trainings, sectors, context figures

col-committees-held_on = Date
col-committees-state = State
col-committees-place = Place
col-committees-notes = Notes

col-decisions-committee = Committee
col-decisions-text = Decision
col-decisions-landlord = Landlord
col-decisions-association = Association
col-decisions-cleared = Read over

col-actions-committee = Committee
col-actions-text = Action
col-actions-landlord = Landlord
col-actions-association = Association
col-actions-due = Due
col-actions-done = Done on
col-actions-cleared = Read over

col-trainings-held_on = Date
col-trainings-part = Part
col-trainings-association = Association
col-trainings-notes = Notes

col-attendances-training = Training
col-attendances-landlord = Landlord
col-attendances-trade = Trade
col-attendances-people = People

col-sectors-name = Name
col-sectors-communes = Territories

col-context-label = Figure
col-context-period = Period
col-context-value = Value
col-context-unit = Unit
col-context-source = Source
col-context-dated = Date of the source
col-context-notes = Notes

## Choices: convention, commitments

choice-basis-lease = Lease signed
choice-basis-keys = Keys handed over

choice-axis-units = Units
choice-axis-relocations = Relocations
choice-axis-training = Training

choice-counting-counts = Counts
choice-counting-beside = Shown beside

## Choices: units

choice-channel-platform = Platform
choice-channel-referral = Referral

choice-dwelling-T1 = T1
choice-dwelling-T1bis = T1 bis
choice-dwelling-T2 = T2
choice-dwelling-T3 = T3
choice-dwelling-T4 = T4
choice-dwelling-T5 = T5
choice-dwelling-T6plus = T6 and more

choice-building-house = House
choice-building-flat = Flat

choice-financing-plai = PLAI
choice-financing-plai-adapte = PLAI adapté
choice-financing-plus = PLUS
choice-financing-pls = PLS
choice-financing-pli = PLI
choice-financing-older = Older
choice-financing-unknown = Not known

choice-quota-landlord = Landlord
choice-quota-state = State
choice-quota-action-logement = Action Logement
choice-quota-local-authority = Local authority
choice-quota-other = Other
choice-quota-unknown = Not known

choice-energy-A = A
choice-energy-B = B
choice-energy-C = C
choice-energy-D = D
choice-energy-E = E
choice-energy-F = F
choice-energy-G = G

choice-lease-type-direct = Direct
choice-lease-type-glissant = Transferable (bail glissant)
choice-lease-type-intermediation = Intermediation

choice-unit-step-promised = Promised
choice-unit-step-identified = Identified
choice-unit-step-published = Published
choice-unit-step-presented = Presented to CALEOL
choice-unit-step-allocated = Allocated
choice-unit-step-offer_received = Offer received
choice-unit-step-lease_signed = Lease signed
choice-unit-step-occupied = Occupied
choice-unit-step-withdrawn = Withdrawn
choice-unit-step-deadline_passed = Deadline passed
choice-unit-step-works = In works
choice-unit-step-published_again = Published again
choice-unit-step-proposed = Proposed
choice-unit-step-accepted = Accepted
choice-unit-step-to_publish_again = To be published again

choice-coarse-status-to-publish = To be published
choice-coarse-status-published = Published
choice-coarse-status-under-way = Under way
choice-coarse-status-leased = Leased
choice-coarse-status-gone = Gone

## Choices: relocations, proposals

choice-origin-referral = Referral
choice-origin-platform = Platform
choice-origin-outside = Outside the convention

choice-exit-kind-other-solution = Other solution
choice-exit-kind-no-follow-up = No follow-up
choice-exit-kind-unreachable = Unreachable
choice-exit-kind-redirected = Redirected

choice-case-step-need_spotted = Need spotted
choice-case-step-referred = Landlord asked
choice-case-step-acknowledged = Acknowledged
choice-case-step-proposed = Unit proposed
choice-case-step-file_complete = File complete
choice-case-step-caleol = Seen by CALEOL
choice-case-step-offer_received = Offer received
choice-case-step-accepted = Accepted
choice-case-step-lease_signed = Lease signed
choice-case-step-moved_in = Moved in
choice-case-step-exited = Exit

choice-caleol-decision-awarded = Awarded
choice-caleol-decision-ranked = Ranked
choice-caleol-decision-conditional = Awarded under condition
choice-caleol-decision-not-awarded = Not awarded
choice-caleol-decision-rejected = Rejected

choice-standing-open = Under way
choice-standing-accepted = Accepted
choice-standing-refused = Refused
choice-standing-turned-down = Not awarded
choice-standing-lost = Unit taken
choice-standing-gone = Case housed or closed

choice-answer-accepted = Accepted
choice-answer-refused = Refused

choice-author-household = Household
choice-author-landlord = Landlord

choice-reason-unsafe-area = Unsafe area
choice-reason-too-far = Too far (work, school)
choice-reason-type = Dwelling type
choice-reason-rent = Rent
choice-reason-access = Floor or access
choice-reason-condition = Condition of the dwelling
choice-reason-other-solution = Other solution found
choice-reason-no-answer = No answer
choice-reason-missing-papers = Missing papers
choice-reason-income-ceiling = Above the income ceiling
choice-reason-income-too-low = Income too low
choice-reason-rent-debt = Rent debt
choice-reason-owns-home = Owns a home
choice-reason-no-local-ties = No local ties
choice-reason-residence-permit = Residence permit
choice-reason-occupation = Over- or under-occupied
choice-reason-no-application = No application in force
choice-reason-unit-withdrawn = Unit withdrawn

choice-consequence-goes-on = Goes on
choice-consequence-pauses = Paused
choice-consequence-leaves = Exit

## Choices: committees, trainings

choice-place-room = In a room
choice-place-video = By video
choice-place-both = In a room and by video

choice-meeting-state-planned = Planned
choice-meeting-state-held = Held

choice-part-first = Part 1
choice-part-second = Part 2

## Days, months, yes and no

month-1 = January
month-2 = February
month-3 = March
month-4 = April
month-5 = May
month-6 = June
month-7 = July
month-8 = August
month-9 = September
month-10 = October
month-11 = November
month-12 = December

month-short-1 = Jan
month-short-2 = Feb
month-short-3 = Mar
month-short-4 = Apr
month-short-5 = May
month-short-6 = Jun
month-short-7 = Jul
month-short-8 = Aug
month-short-9 = Sep
month-short-10 = Oct
month-short-11 = Nov
month-short-12 = Dec

weekday-1 = Monday
weekday-2 = Tuesday
weekday-3 = Wednesday
weekday-4 = Thursday
weekday-5 = Friday
weekday-6 = Saturday
weekday-7 = Sunday

weekday-short-1 = Mo
weekday-short-2 = Tu
weekday-short-3 = We
weekday-short-4 = Th
weekday-short-5 = Fr
weekday-short-6 = Sa
weekday-short-7 = Su

yes = yes
no = no

## Edits: counts and names of columns, never a value

# 3 units, 1 committee, 0 relocations. $kind is the key of a table.
edit-counted = { $kind ->
    [convention] { $count ->
        [one] { $count } convention
       *[other] { $count } conventions
    }
    [periods] { $count ->
        [one] { $count } period
       *[other] { $count } periods
    }
    [landlords] { $count ->
        [one] { $count } landlord
       *[other] { $count } landlords
    }
    [associations] { $count ->
        [one] { $count } association
       *[other] { $count } associations
    }
    [commitments] { $count ->
        [one] { $count } commitment
       *[other] { $count } commitments
    }
    [units] { $count ->
        [one] { $count } unit
       *[other] { $count } units
    }
    [relocations] { $count ->
        [one] { $count } relocation
       *[other] { $count } relocations
    }
    [referrals] { $count ->
        [one] { $count } referral
       *[other] { $count } referrals
    }
    [proposals] { $count ->
        [one] { $count } proposal
       *[other] { $count } proposals
    }
    [committees] { $count ->
        [one] { $count } committee
       *[other] { $count } committees
    }
    [decisions] { $count ->
        [one] { $count } decision
       *[other] { $count } decisions
    }
    [actions] { $count ->
        [one] { $count } action
       *[other] { $count } actions
    }
    [trainings] { $count ->
        [one] { $count } training
       *[other] { $count } trainings
    }
    [attendances] { $count ->
        [one] { $count } attendance
       *[other] { $count } attendances
    }
    [sectors] { $count ->
        [one] { $count } sector
       *[other] { $count } sectors
    }
    [context] { $count ->
        [one] { $count } context figure
       *[other] { $count } context figures
    }
    [postponements] { $count ->
        [one] { $count } postponement
       *[other] { $count } postponements
    }
    [publications] { $count ->
        [one] { $count } publication
       *[other] { $count } publications
    }
   *[other] { $count ->
        [one] { $count } record
       *[other] { $count } records
    }
}
edit-set-one = Change “{ $column }” ({ $table })
edit-draft = Entry to correct, “{ $column }” ({ $table })
edit-draft-remove = Remove the entry to correct, “{ $column }” ({ $table })
edit-view-keep = Keep a view ({ $table })
edit-view-drop = Remove a view ({ $table })
edit-set = Change { edit-counted }
edit-insert = Add { edit-counted }
edit-remove = Remove { edit-counted }
edit-bring-back = Bring back { edit-counted }
edit-nothing = No change
edit-hand-over = Hand { $count ->
    [one] { $count } open relocation
   *[other] { $count } open relocations
} to another association
edit-absorb = Let one landlord take over another

## Edits that were refused

edit-error-no-row = This row is no longer there. Open the page again and retry.
edit-error-duplicate = A row already has this identity. Add it again.
edit-error-no-column = The table has no such column.
edit-error-wrong-kind = “{ $column }” ({ $table }) does not take that kind of value. Type it in the cell again.
edit-error-required = “{ $column }” ({ $table }) can not be empty. Type a value, or remove the row.
edit-error-out-of-range = “{ $column }” ({ $table }) can not be that much. Check the number.
edit-error-derived = “{ $column }” ({ $table }) is computed and can not be typed.
edit-error-still-named = Not removed: { edit-counted } { $count ->
    [one] depends
   *[other] depend
} on it. Remove what depends on it too, or change it first.
edit-error-dangling = “{ $column }” ({ $table }) names a row that is not there. Choose from the list.
edit-error-read-only = This file is open to be read only. Save it under another name to change it.
edit-error-published = What was published was seen: it cannot be removed.

## What an empty cell means

empty-whole-region = (the whole region)
empty-basis = (lease)
empty-threshold = (5)
empty-retention = (2)
empty-answer-days = (10)
empty-2 = (2)
empty-3 = (3)
empty-15 = (15)
empty-21 = (21)
empty-30 = (30)
