# Charts: the title states the finding, the legend the colours, the caption the counting rule.

## Titles

chart-title-of = { $axis ->
        [relocations] { $done ->
            [0] No woman rehoused
            [one] { $done } woman rehoused
           *[other] { $done } women rehoused
        }
        [training] { $done ->
            [0] Nobody trained
            [one] { $done } person trained
           *[other] { $done } people trained
        }
       *[units] { $done ->
            [0] No unit
            [one] { $done } unit
           *[other] { $done } units
        }
    } out of { $target }
chart-title-beyond = { $axis ->
        [relocations] { $done ->
            [one] { $done } woman rehoused
           *[other] { $done } women rehoused
        }
        [training] { $done ->
            [one] { $done } person trained
           *[other] { $done } people trained
        }
       *[units] { $done ->
            [one] { $done } unit
           *[other] { $done } units
        }
    } for a commitment of { $target }
chart-title-alone = { $axis ->
    [relocations] { $done ->
        [0] No woman rehoused
        [one] { $done } woman rehoused
       *[other] { $done } women rehoused
    }
    [training] { $done ->
        [0] Nobody trained
        [one] { $done } person trained
       *[other] { $done } people trained
    }
   *[units] { $done ->
        [0] No unit published
        [one] { $done } unit published
       *[other] { $done } units published
    }
}
chart-title-first = { $figures };
chart-finding-to-enter = no commitment of a landlord noted
chart-finding-unshared = { $n ->
    [one] the target of { $periods } is not shared between the landlords
   *[other] the targets of { $periods } are not shared between the landlords
}
chart-finding-none = no landlord has met its commitment yet
chart-finding-kept-by = { $name } has met its commitment
chart-finding-beyond-by = { $name } has exceeded its commitment
chart-finding-kept = { $kept ->
    [one] { $kept } landlord has met its commitment
   *[other] { $kept } landlords have met their commitment
}
chart-finding-all = all landlords have met their commitment
chart-finding-all-committed = { $kept ->
    [one] the only committed landlord has met its commitment
   *[other] the { $kept } committed landlords have met their commitment
}

## Legend

chart-legend-delivered = { $axis ->
    [relocations] { $basis ->
        [keys] keys handed over
       *[lease] lease signed
    }
    [training] people trained
   *[units] published
}
chart-legend-recent = since the committee of { $day }
chart-legend-pipeline = { $axis ->
    [relocations] under way
    [training] people expected
   *[units] promised or identified, to publish
}
chart-legend-target = commitment for { $period }
chart-legend-target-whole = commitment for all periods
chart-column-landlord = landlord

## Beside the bars

chart-label-target = / { $count }
chart-label-pipeline = · { $axis ->
        [relocations] { $count } under way
        [training] { $count } expected
       *[units] { $count } to publish
    }
chart-label-suspended = of which { $count } suspended
chart-label-no-target = · no commitment entered
chart-label-taken-over = · taken over by { $name }
chart-row = { $name }: { $label }.

## Said on hovering and by screen readers

chart-stop-delivered = { $name }: { $axis ->
        [relocations] { $count ->
            [one] { $count } woman rehoused
           *[other] { $count } women rehoused
        }
        [training] { $count ->
            [one] { $count } person trained
           *[other] { $count } people trained
        }
       *[units] { $count ->
            [one] { $count } unit published
           *[other] { $count } units published
        }
    }
chart-stop-recent = { $name }: { $axis ->
        [relocations] { $count ->
            [one] { $count } woman rehoused
           *[other] { $count } women rehoused
        }
       *[units] { $count ->
            [one] { $count } unit published
           *[other] { $count } units published
        }
    } since the committee of { $day }
chart-stop-pipeline = { $name }: { $axis ->
        [relocations] { $count ->
            [one] { $count } relocation under way
           *[other] { $count } relocations under way
        }
        [training] { $count ->
            [one] { $count } person to train
           *[other] { $count } people to train
        }
       *[units] { $count ->
            [one] { $count } unit to publish
           *[other] { $count } units to publish
        }
    }
chart-stop-target = { $name }: commitment of { $axis ->
        [relocations] { $count ->
            [one] { $count } relocation
           *[other] { $count } relocations
        }
        [training] { $count ->
            [one] { $count } person to train
           *[other] { $count } people to train
        }
       *[units] { $count ->
            [one] { $count } unit
           *[other] { $count } units
        }
    }

chart-stop-in-all = { $name }: { $count ->
        [one] { $count } woman rehoused in all
       *[other] { $count } women rehoused in all
    }
chart-stop-suspended = { $name }: { $count ->
        [one] { $count } relocation suspended
       *[other] { $count } relocations suspended
    }

chart-stop-stage = { $name }: { $count ->
        [one] { $count } unit
       *[other] { $count } units
    }, { $stage }

## What became of the units

fates-title = { $n ->
        [0] No unit published
        [one] { $n } unit published
       *[other] { $n } units published
    }{ $n ->
        [0] { "" }
       *[other] { $leased ->
            [0] , none leased yet
           *[other] , { $leased } of them leased
        }
    }
fates-caption = Each unit counts once, when first published, whatever follows (C2).
fates-empty = No unit was published in this period.
fates-days-candidate = days to a candidate
fates-days-lease = days to the lease
fates-days = { $days } d (n = { $n })
fates-days-none = –
fates-days-to = { $days } { $end ->
        [candidate] to the first candidate
       *[lease] to the lease
    }
fates-days-note = Median since publication: { $days }{ $n ->
        [0] { "" }
        [1] { "" }
       *[other] { "" }; said from { $n } units on
    }.
fates-waited-candidate = { $name }: { $n ->
        [one] { $n } unit with a candidate
       *[other] { $n } units with a candidate
    }, median { $days ->
        [one] { $days } day
       *[other] { $days } days
    }
fates-waited-lease = { $name }: { $n ->
        [one] { $n } unit leased
       *[other] { $n } units leased
    }, median { $days ->
        [one] { $days } day
       *[other] { $days } days
    }
fates-column-all = in all

## Curve

curve-title-of = { $done ->
        [0] No woman rehoused after a referral
        [one] { $done } woman rehoused after a referral
       *[other] { $done } women rehoused after a referral
    } { $beyond ->
        [yes] for a commitment of { $target },
       *[no] of { $target }
    } on { $date }
curve-title-none = Curve of the relocations
curve-title-alone = { $done ->
        [0] No woman rehoused after a referral
        [one] { $done } woman rehoused after a referral
       *[other] { $done } women rehoused after a referral
    } on { $date }
curve-referral = { $n } after a referral
curve-in-all = { $n } in all
curve-children = { $n ->
        [one] { $n } child
       *[other] { $n } children
    } of { $mothers ->
        [one] { $mothers } woman
       *[other] { $mothers } women
    }
curve-step = { $day }: { $n ->
        [one] { $n } woman rehoused
       *[other] { $n } women rehoused
    }, { $total } since the start of the period
curve-target = { $n }: commitment
curve-committee = committee of { $day }
curve-committee-planned = committee planned for { $day }
curve-pace = reference pace
curve-caption = Total since the start of the period, counted { $basis ->
        [keys] when the keys are handed over
       *[lease] when the lease is signed
    } (C4); the children are a measure of their own.
curve-children-groups = The children are added in groups of { $n } women, so that no household can be read.
curve-children-hidden = Fewer than { $n } women: their children are not shown.
curve-projection = At the mean pace since { $starts }, the { $target } would be reached between { $earliest } and { $latest }.
curve-pace-note = Thin straight line: reference pace, even up to the commitment.
curve-empty = This period has no dates. Enter them under Convention.
curve-column-day = day
curve-column-referral = after a referral
curve-column-in-all = in all
curve-column-children = children

## Captions

chart-caption-units = Counted from publication on Pass’Logement (C2).
chart-caption-relocations = Counted { $basis ->
        [keys] when the keys are handed over
       *[lease] when the lease is signed
    } (C4).{ $platform ->
        [0] { "" }
        [one] { " " }The woman rehoused through the platform is not counted again here (C5).
       *[other] { " " }The { $platform } women rehoused through the platform are not counted again here (C5).
    }
chart-caption-training = Counted at the first part, once a person (C15).
chart-source = Source: { $source }, as of { $date }.
chart-n-units = n = { $n ->
        [one] { $n } unit
       *[other] { $n } units
    }.
chart-n-women = n = { $n ->
        [one] { $n } woman
       *[other] { $n } women
    }.
chart-n-waiting = n = { $n ->
        [one] { $n } woman waiting
       *[other] { $n } women waiting
    }.
chart-n-people = n = { $n ->
        [one] { $n } person trained
       *[other] { $n } people trained
    }.
chart-n-cases = n = { $n ->
        [one] { $n } relocation
       *[other] { $n } relocations
    }.
chart-fictitious = FICTITIOUS DATA
chart-empty = No landlord. Add the landlords, then their commitments.

## Pictures

chart-png-too-large = The picture would have { $width } × { $height } pixels, which is too many. Choose a smaller scale.
chart-png-failed = The picture could not be made. Save the chart as SVG.
