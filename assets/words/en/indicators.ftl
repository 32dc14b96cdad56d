# What becomes of the units made available (C2)
unit-stage-leased = lease signed
unit-stage-under-way = allocation under way
unit-stage-no-candidate = no candidate yet
unit-stage-deadline-passed = deadline passed
unit-stage-withdrawn-after-allocation = withdrawn after allocation

# Why a row counts or not (C12)
why-not-begun = No step by that day: does not count yet (C1)
why-no-landlord = No landlord: counts for nobody
why-unit-delivered = Published on { $date }, counts in { $period } (C2); { $stage }
why-unit-delivered-outside = Published on { $date }, outside every period: counts only since the start (C2, C16); { $stage }
why-unit-back = Published on { $date }, published again on { $again } after { $after ->
        [works] works
       *[withdrawn] withdrawal
    }: counts again from that day, in { $period } (C3); { $stage }
why-unit-back-outside = Published on { $date }, published again on { $again } after { $after ->
        [works] works
       *[withdrawn] withdrawal
    }: counts again from that day, outside every period, so only since the start (C3, C16); { $stage }
why-unit-to-publish = Promised or identified, to be published: in the pipeline, does not count yet (C7)
why-unit-withdrawn = Withdrawn on { $date } before allocation: counts no more (C3)
why-unit-works = In works from { $date }, before allocation: counts no more (C3)
why-unit-published-outside = Published on { $date }, while the landlord was not a party: does not count (C11)
why-unit-landlord-gone = To be published, but the landlord is not a party on that day: does not count (C11)
why-unit-never-published = Allocated, leased or published again without a first publication: does not count (C7)
why-unit-other-channel = Found after a referral, never published: does not count among the units (C2)
why-case-referral = Rehoused on { $date } after a referral, counts in { $period } (C4)
why-case-referral-outside = Rehoused on { $date } after a referral, outside every period: counts only since the start (C4, C16)
why-case-platform = Rehoused on { $date } through the platform, counts in { $period }, not towards the referrals’ target (C5)
why-case-platform-outside = Rehoused on { $date } through the platform, outside every period: counts only since the start (C5, C16)
why-case-beside = Rehoused on { $date } outside the convention: beside, never added (C14)
why-case-suspended = Referral under way, suspended: said apart (C7)
why-case-under-way = Referral under way: does not count yet (C7)
why-case-region-only = Referral under way for the region, with no landlord (C6, C11)
why-case-exited = Left on { $date } without a rehousing that holds: does not count (C7, C8)
why-case-no-landlord = Rehoused on { $date }, no landlord signed: counts for nobody yet (C6)
why-case-before-joining = Rehoused on { $date }, before the landlord joined: does not count (C11)
why-case-platform-under-way = Through the platform, not rehoused yet: not among the referrals under way (C5)
why-case-outside-under-way = Outside the convention, not rehoused yet: does not count (C14)
why-case-not-referred = Need spotted, no landlord asked: does not count yet (C7)
why-commitment-counts = Adds up to the target (C9)
why-commitment-beside = Marked as not counting: beside, never added (C9)
why-commitment-no-period = No period: beside, never added (C9)
why-commitment-no-target = No number: does not add up (C9)
why-session-held = Session of { $date }, in { $period } (C15)
why-session-held-outside = Session of { $date }, outside every period: counts only since the start (C15, C16)
why-training-first = Part 1 on { $date }, counts in { $period } (C15)
why-training-first-outside = Part 1 on { $date }, outside every period: counts only since the start (C15, C16)
why-training-second = Part 2 on { $date }: these people counted at part 1 already (C15)
why-training-second-planned = Part 2 planned for { $date }: a session to come, these people count at part 1 (C15)
why-training-planned = Session planned for { $date }: does not count yet (C15)
why-training-outside = Session of { $date }, no landlord that was a party on that day: does not count (C11)
why-training-undated = Session without a date: does not count (C15)

# Findings: what is wrong or doubtful (never a value of a person's row)
finding-dangling = Names a row that does not exist
finding-missing = “{ $column }” is required and missing
finding-negative = “{ $column }” is below zero
finding-far-day = “{ $column }” is far from the convention’s time: check the year
finding-duplicate = “{ $column }” is taken by another row already
finding-order = “{ $after }” is before “{ $before }”
finding-stand-in = “{ $column }” entered here differs from the date of the linked row, which is the one that holds
finding-period-reversed = The period’s last day is before its first
finding-period-overlap = The period overlaps another
finding-no-period = No period: nothing counts but since the start (C16)
finding-commitment-period = A commitment that counts has no period: it adds up to no target (C9)
finding-commitment-target = Commitment without a number: it does not add up (C9)
finding-commitment-source = Commitment without a source
finding-absorption-successor = Absorption without a successor
finding-absorption-day = Absorption without a date
finding-absorption-unconfirmed = Absorption to confirm: commitments and pipeline stay with the absorbed landlord (C11)
finding-absorption-circle = The absorptions go in a circle
finding-referral-published = Unit found after a referral, yet published: it does not count (C2)
finding-published-outside = Published while the landlord was not a party: does not count (C11)
finding-outside-periods = Outside every period: counts only since the start (C16)
finding-never-published = Allocated, leased or published again without a first publication: does not count (C7)
finding-children-unknown = Rehousing without a number of children: counted as 0 (C4)
finding-no-association = Rehousing after a referral without an association (C14)
finding-never-referred = Rehousing after a referral without the referral’s date
finding-leased-without-landlord = Rehousing without the landlord that signed: counts for nobody (C6)
finding-leased-landlord-proposed = Rehousing without the landlord that signed: counts for nobody (C6); the unit taken is of { $landlord }, to be confirmed
finding-lease-after-leaving = Rehousing after the landlord left: it counts, to be verified (C11)
finding-lease-before-joining = Rehousing before the landlord joined: does not count (C11)
finding-people-unknown = Session without a number of people for this landlord: counted as 0 (C15)
finding-outside-platform-unit = Marked as outside the convention, but the unit comes from the platform (C14)
finding-referral-platform-unit = Marked as a referral, but the unit comes from the platform: it would count towards two targets (C5)
finding-platform-referral-unit = Marked as platform, but the unit was not published there (C5)
finding-exit-kind = Exit without a reason
finding-exit-day = Reason of exit without a date
finding-answer-undated = Answer without a date
finding-answer-missing = Date of an answer without the answer
finding-refusal-reason = Refusal without a reason
finding-refusal-author = Refusal without an author
finding-refusal-other-list = The reason is not on the list of who refused
finding-reason-without-refusal = Reason of a refusal without a refusal
finding-answer-days = The offer must leave at least { $days } days to answer (CCH R.441-10)
finding-rank-missing = Ranked by the CALEOL, without a rank
finding-accepted-twice = The unit is accepted in another proposal already
finding-retention =
    { $n ->
        [one] { $n } closed or removed case is past the retention period and still has its detail: to be purged
       *[other] { $n } closed or removed cases are past the retention period and still have their detail: to be purged
    }
finding-sector-small = Sector of fewer than { $fewest } inhabitants: it would point at a door
finding-personal-email = “{ $column }” seems to hold an email address
finding-personal-phone = “{ $column }” seems to hold a phone number
finding-personal-address = “{ $column }” seems to hold an address
finding-personal-name = “{ $column }” seems to hold a person’s name
finding-personal-number = “{ $column }” seems to hold a number of a housing application or of social security
finding-personal-birth = “{ $column }” seems to hold a day of birth
finding-personal-school = “{ $column }” seems to hold the name of a school
finding-view = Named view
finding-view-number = view { $n }
finding-case-code = “{ $column }” seems to hold a case’s code, which everyone would read
finding-unit-code = “{ $column }” seems to hold a unit’s number, which everyone would read
finding-hidden-characters = “{ $column }” holds invisible characters
finding-commitment-twice = This landlord already has such a commitment for this period: both are added up
finding-unit-leased-twice = This home is already let to another woman, who has not left it
finding-far-number = “{ $column }” is far too large: check the entry
finding-draft = “{ $column }”: entry to correct, not counted in any figure
