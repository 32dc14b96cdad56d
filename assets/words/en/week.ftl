# What is to do, and the acts that answer it.

todo-none = Nothing to do for now. A new need is noted in Relocations.
todo-count =
    { $n ->
        [0] Nothing to do
        [one] { $n } thing to do
       *[other] { $n } things to do
    }{ $waiting ->
        [0] {""}
       *[other] , { $waiting } put off
    }
todo-put-off = Put off
todo-put-off-go = Put off…
todo-take-up = Take up again
todo-known = Put off to { $until }
todo-known-why = Put off to { $until } ({ $reason })
todo-since-days =
    { $days ->
        [0] due today
        [one] due for { $days } day
       *[other] due for { $days } days
    }
todo-in-days =
    { $days ->
        [one] in { $days } day
       *[other] in { $days } days
    }
todo-offer-ends = The household has to answer by { $day }.
todo-offer-passed = The time to answer ended on { $day }: note the answer. Silence is a refusal.
todo-referral = { $landlord } has not answered the referral of { $day }.
todo-refusal-undecided = Refused: say how it goes on (goes on, pauses, leaves).
todo-refusal-pauses = It was decided to pause: note it in the relocation.
todo-refusal-leaves = It was decided to leave: note it in the relocation.
todo-publish-again = Nobody will move in: publish the unit again, or note its withdrawal.
todo-no-candidate = Published and without a candidate since { $day }: propose it.
todo-apply-by-ends = The last day to apply is { $day }, without a candidate.
todo-apply-by-passed = The last day to apply was { $day }, without a candidate.
todo-no-next-step = Nothing since { $day }: ask a landlord, propose a unit or note a step.
todo-proposal-idle = A unit is proposed, and nothing since { $day }: note what follows.
todo-no-lease = Accepted, and nothing since { $day }: note the lease.
todo-pause-open = Suspended since { $day }, with no day to resume: note the day, that it resumes, or the exit.
todo-pause-ends = The pause ends on { $day }.
todo-pause-over = The pause ended on { $day }: take the relocation up again, or prolong it.
todo-lease-no-landlord = Lease of { $day } without the landlord that signed: it counts for nobody.
todo-lease-before-joining = Lease of { $day } of a landlord that had not joined yet.
todo-lease-no-keys = Lease of { $day }, keys not handed over: it does not count yet.
todo-quota = Agreed by the quota’s holder on { $day }, not used yet.
todo-committee = Planned for { $day }: note that it was held, or its new date.
todo-action = To finish by { $day }.
todo-behind = { $axis }: { $done } of { $expected } expected by now, for a commitment of { $target }.
todo-commitments =
    { $axis }: { $landlords ->
        [one] { $landlord }
       *[other] { $landlords } landlords
    } without a commitment{ $left ->
        [0] {""}
       *[other] , { $left } still to share out
    }{ $others ->
        [0] {""}
        [one] ; relocations: { $others } landlord
       *[other] ; relocations: { $others } landlords
    }. If there is none, enter 0.
todo-no-period = The period ended on { $day } and no other contains this day: add the next one.

## Acts

act-refer = Ask a landlord
act-refer-go = Ask
act-propose = Propose a unit
act-propose-go = Propose
act-propose-unit = Propose the unit to a household
act-propose-unit-go = Propose
act-choose-go = Go on
act-decide = Note the decision of the CALEOL
act-decide-go = Note
act-decide-done = decision noted
act-answer = Note the answer
act-answer-go = Note
act-sign = Note the signed lease
act-sign-go = Note the lease
act-move-in = Note the keys handed over
act-move-in-go = Note the keys
act-put-off = Put off to a day
act-put-off-go = Put off
act-done = { $record }: { $done }. Ctrl+Z undoes it.
act-refer-done = referral noted
act-propose-done = proposal noted
act-answer-done = answer noted
act-sign-done = lease noted
act-move-in-done = keys noted
act-confirm-done = source noted
act-close-done = committee held, figures published
act-close-follows = The figures of that day that others may see are published and kept as they are: what is corrected later will show.
act-absorb = Let one landlord take over another
act-absorb-go = Note the takeover
act-absorb-done = takeover noted
act-absorb-follows = From that day on its commitments and what is under way go to the other landlord; its past results stay under its name (C11).
act-hand-over = Hand over the relocations under way
act-hand-over-go = Hand over
act-hand-over-done = relocations handed over
act-hand-over-follows = All its relocations under way go to the association chosen; those signed or left stay under its name.
act-put-off-done = put off
edit-act = { $act }
form-which = Which one
form-no-match = { $column }: nothing like that in the list.
form-missing = To fill in: { $column }.
form-elsewhere = { $record }: { $said }
offer-suspended-until = suspended until { $day }
offer-suspended = suspended
offer-has-home = has accepted { $unit }
form-barred = Not possible: { $status }.
form-usual = what usually follows from this reason
todo-keys-no-lease = Keys handed over on { $day } without a lease noted: this rehousing does not count yet (C4).
form-day-to-come = This day has not come yet: there is nothing to publish.
form-day-planned = This day is to come: it counts from then on.
form-day-past = This day is past: choose one to come.
form-doubtful = This is only doubtful: you may go on.
form-again = { $what }
form-again-on = { $what } ({ $day })
form-again-unanswered = asked already, no answer
form-again-refused = refused this relocation
form-again-accepted = accepted already
form-again-by-household = refused by the household
form-again-by-landlord = refused by the landlord
form-again-by-someone = refused
form-again-turned-down = not awarded by the commission
offer-not-a-party = ✗ not a party to the convention as of today
offer-absorbed = ✗ taken over by another landlord
offer-commitment = { $done } of { $target } rehoused
form-again-proposed = proposed already
form-may-not-hold = Does this reason hold against a victim of violence? Check it with the landlord.
choice-criterion-free = availability
choice-criterion-dwelling = type
choice-criterion-territory = place
choice-criterion-step-free = step-free
choice-criterion-rent = rent
choice-criterion-day = date
fits-all = ✓ all fits
card-links = Links
card-noted = “{ $text }”
card-publication = Published figures
card-published =
    { $units ->
        [one] { $units } unit
       *[other] { $units } units
    }, { $women ->
        [one] { $women } woman rehoused
       *[other] { $women } women rehoused
    }
card-unanswered = no answer
card-findings =
    { $n ->
        [one] { $n } finding
       *[other] { $n } findings
    }

## Renewal

renew-none = No period has a last day: fill in the last one first.
renew-nothing = The next period has all these commitments already: nothing to renew.
renew-text = Commitments that count are taken over with their number, but those that the next period already has. They stay in the findings, without a source, until you confirm them. Ctrl+Z removes all at once.
renew-go = Renew
edit-renew = Renew { $from } as { $period }: { $count ->
        [one] { $count } commitment
       *[other] { $count } commitments
    }

## Matching

dashboard-outside =
    { $n ->
        [one] { $n } date outside every period counts since the start only (C16).
       *[other] { $n } dates outside every period count since the start only (C16).
    }
matching-working = Matching…
matching-none = No household waits for a home. A new need is noted in Relocations.
matching-choose = Choose on the left.
matching-unread = “To avoid” is to be corrected
matching-no-home = No free unit can be shown. A published unit without a candidate appears here.
matching-count =
    { $housed ->
        [0] No household of { $all } would have a home
        [one] { $housed } household of { $all } would have a home
       *[other] { $housed } households of { $all } would have a home
    }, among { $homes ->
        [0] no free unit
        [one] { $homes } free unit
       *[other] { $homes } free units
    }. This is a proposal: you decide.
matching-missing = To house everyone who waits, there is a need for { $list }.
matching-missing-homes =
    { $n } { $known ->
        [type] { $type }{" "}
        [both] { $type }{" "}
       *[other] {""}
    }{ $n ->
        [one] home
       *[other] homes
    }{ $known ->
        [place] {" "}in “{ $place }”
        [both] {" "}in “{ $place }”
        [nothing] {" "}without a preference
       *[type] {""}
    }
reasons-household = The household’s reasons
reasons-landlord = The landlord’s reasons
list-last = { $before } and { $last }
matching-under = Landlords still below their commitment of units: { $list }.
matching-others =
    { $n ->
        [one] { $n } other
       *[other] { $n } others
    }
matching-proposed = · { $unit } proposed
matching-proposed-to = · proposed to { $case }
matching-free = · free
matching-from-cases = By household
matching-from-homes = By unit
matching-no-free = No free unit.
matching-no-case = No household to propose it to.
matching-waits =
    { $days ->
        [0] waiting since today
        [one] waiting for { $days } day
       *[other] waiting for { $days } days
    }
matching-rent-in-all = €{ $amount } including charges
matching-rent-alone = €{ $amount } without known charges
matching-rent-most = at most €{ $amount }
matching-signs = ✗ does not fit, ? not known or to be checked
matching-wished = { $is }; wished: { $wished }
matching-no-value = no “{ $column }”
matching-free-from = free from { $day }
matching-candidates =
    { $n ->
        [one] proposed to { $n } other household
       *[other] proposed to { $n } other households
    }
matching-suspended =
    { $n ->
        [one] { $n } suspended case is not matched here (C12).
       *[other] { $n } suspended cases are not matched here (C12).
    }
matching-criteria = Criteria:
matching-left = · waiting

card-year = Period { $period }
card-year-units = Units: { $done }, { $coming } to publish
card-year-units-of = Units: { $done } of { $target }, { $coming } to publish
card-year-women = Relocations: { $done }, { $coming } under way
card-year-women-of = Relocations: { $done } of { $target }, { $coming } under way
card-year-trained = People trained: { $done }, { $coming } to come
card-year-trained-of = People trained: { $done } of { $target }, { $coming } to come
card-year-needs = Needs spotted: { $n }
card-year-rehoused = Women rehoused: { $n }
card-year-waiting = Waiting today: { $n }

## Commitments by landlord and period

layout-list = List
layout-crossed = By landlord and period
act-close = Close the committee
act-close-go = Close and publish
act-confirm = Confirm commitments
act-confirm-go = Confirm
act-confirm-several =
    { $n ->
        [one] The selected commitment that has no source.
       *[other] The { $n } selected commitments that have no source.
    }
crossed-header = { $axis } { $period }
crossed-sum = Sum of the landlords
crossed-gap = of the region’s target
crossed-sum-of = { $sum } of { $target }
crossed-sum-only = { $sum }
crossed-left = { $n } to allocate
crossed-shared = all allocated
crossed-more = { $n } more
crossed-no-target = no target
crossed-proposed = to be confirmed
crossed-several =
    { $n ->
        [one] One commitment is here: change it in the list (F7).
       *[other] { $n } commitments add up here: change them in the list (F7).
    }
crossed-absorbed = taken over
crossed-absorbed-why = Taken over on { $day } by { $successor }: a number noted here counts for that landlord (C11).
crossed-gone = gone
crossed-gone-why = { $name } left the convention on { $day } (C11); a number noted here adds up all the same (C9).
crossed-not-yet = not yet
crossed-not-yet-why = { $name } joins the convention on { $day } (C11); a number noted here adds up all the same (C9).
crossed-left-out =
    { $n ->
        [one] { $n } commitment in the list only (shown beside, or without a period)
       *[other] { $n } commitments in the list only (shown beside, or without a period)
    }

## Quick entry

action-quick = Quick entry…
quick-title = Quick entry
quick-hint = One line, as it comes. Nothing is guessed: what is not clear is asked.
quick-line = Line to note
quick-example = vilogia t3 lille published 12/05
quick-example-unit = A unit: “vilogia t3 lille 62 m² 450 € HC published 12/05”
quick-example-case = A relocation: “case solfa t3 MEL 2 children”, “case solfa partenord lease 3/4”
quick-example-change = A record that is there, by its code: “L-0012 published 12/05”
quick-example-referral = A referral, a proposal: “referral”, then the code and the landlord; in quotation marks, a note
quick-example-minutes = At the committee: “decision publish before summer”, “action Vilogia publish three homes before 30/6”
quick-choose = ↓ ↑ then Enter, or type more words.
quick-nothing-yet = Nothing to note yet: go on typing.
quick-new = { $kind ->
    [units] New unit
    [relocations] New relocation
    [referrals] New referral
    [decisions] New decision
    [actions] New action
   *[proposals] New proposal
}
quick-changed = { $kind ->
    [units] Unit { $record }
    [relocations] Relocation { $record }
    [referrals] Referral { $record }
   *[proposals] Proposal { $record }
}
phrase-no-committee = Which committee? Note its date in Committees first.
quick-today = today, no date typed
quick-to-come = to come: does not count yet
quick-moves = Figures that move{ $has ->
    [yes] , period { $period }
   *[no] {""}
}:
quick-no-moves = { $has ->
    [yes] No figure of the period { $period } moves today.
   *[no] No figure moves today.
}
quick-move = { $from } → { $to }{ $has ->
    [yes] {" "}of { $target }
   *[no] {""}
}
quick-to-publish = Units to be published
quick-under-way = Referrals under way
quick-children = Children of the women rehoused
quick-go = Note
quick-done-new = { $record }: { $kind ->
    [units] unit noted
    [relocations] relocation noted
    [referrals] referral noted
    [decisions] decision noted
    [actions] action noted
   *[proposals] proposal noted
}.
quick-done-changed = { $record }: change noted.
quick-undo = Once this entry is closed (Esc), Ctrl+Z undoes it.
