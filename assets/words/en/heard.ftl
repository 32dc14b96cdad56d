# What a screen reader says beyond what is written.

heard-table = Table: { $table }
heard-row = { $name }, row { $row } of { $rows }
heard-empty = empty
heard-derived = calculated
heard-read-only = read only
heard-cut = cut
heard-rejected = entry rejected: { $why }
heard-error = error: { $why }
heard-warning = to check: { $why }
heard-offered = { $n ->
    [one] { $n } answer in the list
   *[other] { $n } answers in the list
}
heard-offers = Choices
heard-pages = Pages
heard-figure = { $what }: { $n }
heard-figure-of = { $what }: { $n } of { $target }
heard-women-rule = Women rehoused after a referral or through the platform (C5), counted { $basis ->
        [keys] when they get the keys
       *[lease] when the lease is signed
    } (C4).
heard-left = { $what }: { $left }
heard-left-rule = The regional target less the commitments of the landlords (C9).
heard-fits = all fits
heard-fits-not = { $criterion }: does not fit
heard-fits-unknown = { $criterion }: not known or to check
heard-no-target = { $what }: no regional target
