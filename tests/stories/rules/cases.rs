//! Datasets kept as files, each of which was counted wrongly once.

use clefs::indicators::{Span, progress};

use crate::build::{case_file, look};

#[test]
fn c15_people_of_a_planned_second_part_are_not_in_the_pipeline() {
    let dataset = case_file("training-part2.ron");
    let training = look(&dataset, "2021-07-09", |lens| progress(lens, Span::SinceStart)).region.figures.training;
    // Five came to part 1 in May; the same five are planned for part 2 in November.
    assert_eq!((training.trained.total, training.expected.total), (5, 0));
    assert_eq!((training.sessions.n(), training.planned.n()), (1, 1));
}
