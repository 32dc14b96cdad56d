# Charts of analysis: needs and offers, delays, ways, tables.

chart-held = masked
chart-internal = Internal document, exact figures: do not pass on.

## Needs and offers

needs-head = women waiting
offers-head = free units
needs-column-type = type
needs-missing = { $n } missing
needs-left = { $n } more
needs-title = { $needs ->
        [0] No woman waiting
        [one] { $needs } woman waiting
       *[other] { $needs } women waiting
    }{ $needs ->
        [0] ,
       *[other] { " " }for
    } { $offers ->
        [0] no free unit
        [one] { $offers } free unit
       *[other] { $offers } free units
    }
needs-title-missing = { $needs ->
        [one] { $needs } woman waiting
       *[other] { $needs } women waiting
    } for { $offers ->
        [0] no free unit
        [one] { $offers } free unit
       *[other] { $offers } free units
    }; above all { $type } is missing
needs-rule = Each woman counts once, at the first type and first territory noted. Free units: published, no candidate.
needs-empty = No woman waiting, no free unit on that day.
needs-all = All types
matrix-all = All
matrix-title-worst = Largest gap: { $n ->
        [one] { $n } unit
       *[other] { $n } units
    } missing, { $type } ({ $place })
matrix-rule = Gap: free units less women waiting. Each woman counts once, at the first type and first territory noted.
tiles-column = territory
tiles-title-most = Most needs: { $place }, { $n ->
        [one] { $n } woman waiting
       *[other] { $n } women waiting
    }
tiles-title-two = Most needs: { $first } and { $second }, { $n ->
        [one] { $n } woman waiting in each
       *[other] { $n } women waiting in each
    }
tiles-rule = In bold the women waiting, at the first territory noted; orange: fewer free units than women.
tiles-region = The whole region
tiles-offers = { $n ->
        [0] no unit
        [one] { $n } unit
       *[other] { $n } units
    }
wish-none = Not noted
place-none = Region, or not noted
place-whole = { $name }, no EPCI
level-apart = By type and by département, separately. Each figure is rounded to a multiple of { $n }, up or down: they may not add up to the total, which is exact.
level-total = Too few women to break them down: the whole region.
level-unpublished = Nothing is published yet: closing the committee publishes the parts. Until then, the whole region.
groups-day = Groups of the last publication, as of { $day }.
groups-none = Groups are not published yet.
release-day = As of { $day }, the last publication at which enough figures had changed; closing a committee makes a new one.
departements-rounded = Départements rounded to a multiple of { $n }, up or down, as of the last publication; totals are exact and of today.
departements-rounded-two = Départements rounded to a multiple of { $n } or of { $most } depending on the period, up or down, as of the last publication; totals are exact and of today.
waits-rounded = Median waits rounded to 10 days, as of the last publication.
chart-held-note = Held back: too few women to break them down, or for a median.
wish-small = T1 and T2
wish-large = T4 and more
level-exact = By EPCI.
counted-waiting = { $name }: { $n ->
        [one] { $n } woman waiting
       *[other] { $n } women waiting
    }
counted-offers = { $name }: { $n ->
        [one] { $n } free unit
       *[other] { $n } free units
    }
counted-gap = { $name }: { $needs ->
        [0] no woman waiting
        [one] { $needs } woman waiting
       *[other] { $needs } women waiting
    }, { $offers ->
        [0] no free unit
        [one] { $offers } free unit
       *[other] { $offers } free units
    }
counted-units = { $name }: { $n ->
        [one] { $n } unit made available
       *[other] { $n } units made available
    }
counted-rows = { $name } ({ $n })
counted-on-cases = { $name }, day noted in the relocation itself ({ $n })

## Delays

leg-answer = referral → acknowledged
leg-proposal = acknowledged → proposal
leg-caleol = proposal → CALEOL
leg-lease = CALEOL → lease
leg-keys = lease → keys
delays-title = Delays from step to step
delays-title-longest = Longest step: { $name }, median { $n ->
        [one] { $n } day
       *[other] { $n } days
    }
delays-title-longest-known = The longest of the steps whose median is known: { $name }, { $n ->
        [one] { $n } day
       *[other] { $n } days
    }
delays-title-waiting = { $cases ->
        [one] { $cases } relocation waits
       *[other] { $cases } relocations wait
    } for a step ({ $name }), { $n ->
        [one] { $n } day
       *[other] { $n } days
    }{ $cases ->
        [one] { "" }
       *[other] {" "}in the median
    }
delays-rule = { $n ->
        [1] Hollow dots: relocations waiting for the next step.
       *[other] Relocations in groups of at least { $n }, each at its median delay; hollow dots: still waiting.
    } Line: median; band: first to third quartile.
delays-dots = { $n ->
        [1] A dot a relocation.
       *[other] A dot stands for up to { $n } relocations.
    }
delays-summary = median { $median ->
        [one] { $median } day
       *[other] { $median } days
    } (quartiles { $first } and { $third }), n = { $n }{ $grouped ->
        [yes] {" "}in whole groups
       *[no] {""}
    } · { $few ->
        [yes] fewer than { $least } waiting
       *[no] { $open ->
            [0] none waiting
           *[other] { $open } waiting
        }
    }
delays-few = { $grouped ->
        [yes] { $n ->
            [0] no whole group
           *[other] n = { $n } in whole groups, too few for a median
        }
       *[no] n = { $n }{ $n ->
            [0] { "" }
           *[other] , too few for a median
        }
    } · { $few ->
        [yes] fewer than { $least } waiting
       *[no] { $open ->
            [0] none waiting
           *[other] { $open } waiting
        }
    }
delays-closed = { $name }: { $n ->
        [one] { $n } relocation
       *[other] { $n } relocations
    } in { $from } to { $to ->
        [one] { $to } day
       *[other] { $to } days
    }
delays-closed-day = { $name }: { $n ->
        [one] { $n } relocation
       *[other] { $n } relocations
    } in { $from ->
        [one] { $from } day
       *[other] { $from } days
    }
delays-open-day = { $name }: { $n ->
        [one] { $n } relocation waiting
       *[other] { $n } relocations waiting
    } for { $from ->
        [one] { $from } day
       *[other] { $from } days
    }
delays-open = { $name }: { $n ->
        [one] { $n } relocation waiting
       *[other] { $n } relocations waiting
    } for { $from } to { $to ->
        [one] { $to } day
       *[other] { $to } days
    }
delays-empty = No delay to show in this period.
delays-unit = days
delays-column = step
delays-column-n = relocations
delays-column-n-groups = relocations, in whole groups
delays-column-first = first quartile
delays-column-median = median
delays-column-third = third quartile
delays-column-open = waiting

## Ways

ways-title = { $n ->
        [0] No open relocation
        [one] { $n } open relocation
       *[other] { $n } open relocations
    }{ $old ->
        [0] { "" }
        [one] ; { $old } referral open for more than six months
       *[other] ; { $old } referrals open for more than six months
    }
ways-rule = Open relocations at their last step; refusals and exits of the period. An exit counts only if the woman was not rehoused (C8).
ways-steps = Open relocations, by last step
ways-ages = Open referrals, by age
ways-refusals = Proposals refused, by who refused
ways-exits = Exits, not rehoused
ways-unknown = Not noted
ways-column = way
ways-number = number
age-under-1 = Under 1 month
age-1-to-3 = 1 to 3 months
age-3-to-6 = 3 to 6 months
age-over-6 = Over 6 months
counted-cases = { $name }: { $n ->
        [one] { $n } relocation
       *[other] { $n } relocations
    }
counted-proposals = { $name }: { $n ->
        [one] { $n } proposal refused
       *[other] { $n } proposals refused
    }

## Tables

tally-needs = Needs spotted
tally-referrals = Referrals
tally-files = Complete files
tally-proposals = Proposals
tally-refusals = Refusals
tally-rehoused = Women rehoused
tally-women-needs = Needs spotted
tally-women-referrals = With a referral
tally-women-files = Complete files
tally-women-proposals = With a proposal
tally-women-refusals = With a refusal
tally-women-rehoused = Women rehoused
tally-open = Waiting
tally-wait = Median wait (days)
breakdown-association = association
breakdown-none = Not noted
breakdown-rule = Counted in the period, on the day of each step; median wait of the women still waiting.
breakdown-empty = Nothing to show in this period.
associations-title = { $open ->
        [0] No woman waiting
        [one] { $open } woman waiting
       *[other] { $open } women waiting
    }{ $open ->
        [0] { "" }
       *[other] { $n ->
            [0] , no association noted
            [one] , accompanied by one association
           *[other] , accompanied by { $n } associations
        }
    }
associations-rule = Referrals, proposals and refusals are counted one by one.
departements-counting = Counted in women: each once a column, on the first date in the period. Median wait of the women still waiting.
departements-title = { $needs ->
        [0] No need spotted
        [one] { $needs } need spotted
       *[other] { $needs } needs spotted
    }
departements-title-most = Most needs spotted: { $name }, { $n ->
        [one] { $n } woman
       *[other] { $n } women
    }
departements-title-two = Most needs spotted: { $first } and { $second }, { $n ->
        [one] { $n } woman in each
       *[other] { $n } women in each
    }
departements-rule = Département of the first territory noted.
rounds-title = From committee to committee
rounds-title-since = Since the committee of { $day }: { $units ->
        [0] no unit
        [one] { $units } unit
       *[other] { $units } units
    }, { $women ->
        [0] no woman rehoused
        [one] { $women } woman rehoused
       *[other] { $women } women rehoused
    }
rounds-rule = Counted on the day of each step, from the day after the committee before.
rounds-column = period
rounds-units = Units made available
rounds-first = until { $until }
rounds-between = after { $after }, until { $until }
sessions-title = { $sessions ->
        [0] No session
        [one] { $sessions } session
       *[other] { $sessions } sessions
    }, { $people ->
        [0] nobody trained
        [one] { $people } person trained
       *[other] { $people } people trained
    }
sessions-rule = A person counts once, at part 1 (C15). A shared session counts for each landlord, once in all.
sessions-empty = No session in this period.
sessions-held = Sessions
sessions-first = People, part 1
sessions-second = People, part 2
sessions-planned = Sessions to come
context-title = Context figures, published by others
context-rule = Figures copied from their source, never added to the convention’s.
context-imprint = said in each line
context-empty = No context figure. Enter them in Context figures.
context-column = figure
context-period = period
context-value = value
context-source = source
context-dated = of

## Year by year

years-column = Period
years-units = Homes made available
years-units-target = Commitment (homes)
years-referral = Women rehoused after a referral
years-referral-target = Commitment (women)
years-women = Women rehoused in all
years-children = Children
years-running = { $name }, as of { $day }
years-empty = No period has begun.
years-rule = Each period on its last day, the running one on the day of the figures; the commitment is the region’s. Children are not added to the women (C4).
years-children-groups = Children: in whole groups of women, as of the last publication.
years-title = { $name }: { $units }, { $women }
years-title-units = { $n ->
        [0] no home
        [one] { $n } home
       *[other] { $n } homes
    }{ $has ->
        [yes] {" "}of { $target }
       *[no] {""}
    }
years-title-women = { $n ->
        [0] no woman rehoused after a referral
        [one] { $n } woman rehoused after a referral
       *[other] { $n } women rehoused after a referral
    }{ $has ->
        [yes] {" "}of { $target }
       *[no] {""}
    }

## Documents

report-essential = Essentials
report-figure = Figure
report-achieved = Done
report-target = Commitment
report-figures = Figures: { $span }, as of { $day }
report-for-committee = For the members of the committee
report-for-public = For everyone
report-for-one = For { $name } only: do not pass on
report-minutes = Minutes
report-annual = Activity report
report-next = On the agenda next
report-no-record = No line.
