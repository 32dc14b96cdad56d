//! How a count is rounded, what the audit lets pass, and when a table moves.

use clefs::indicators::{DayCounts, Rounding, Seen, is_safe};

use crate::build::day;

#[test]
fn a_count_is_rounded_to_a_multiple_and_zero_stays_zero() {
    for secret in 0..200 {
        let rounding = Rounding::new(5, secret);
        assert_eq!(rounding.round("a", 0), 0);
        let three = rounding.round("a", 3);
        assert!(three == 0 || three == 5, "{three}");
        assert_eq!(rounding.round("a", 10), 10);
        // It follows its count, by one jump in five.
        let jumps = (0..20).filter(|n| rounding.round("a", n + 1) > rounding.round("a", *n)).count();
        assert_eq!(jumps, 4);
    }
    // Three of five files publish 3 as 5: on average it is 3.
    let fives = (0..1000).filter(|secret| Rounding::new(5, *secret).round("a", 3) == 5).count();
    assert!((560..640).contains(&fives), "{fives}");
    // Each cell has its own offset.
    let same = (0..1000).filter(|n| Rounding::new(5, *n).round("a", 3) == Rounding::new(5, *n).round("b", 3)).count();
    assert!((460..580).contains(&same), "{same}");
}

#[test]
fn figures_that_a_total_gives_away_are_not_published() {
    let seen = |figures: &[u32], total| Seen { base: 5, figures: figures.to_vec(), total };
    for (total, safe) in [(3, false), (4, false), (15, true), (31, false)] {
        // One each; one each, or two; nobody knows; nine each, and four.
        assert_eq!(is_safe(&[seen(&[5, 5, 5, 0], total)], false), Some(safe), "{total}");
    }
    assert_eq!(is_safe(&[seen(&[5, 5, 5, 0], 40)], false), None, "it cannot be");
    // Twelve more, and one jumps by fifteen, another by five: eleven and one.
    let before = seen(&[0, 40, 0, 5, 10, 20], 83);
    assert_eq!(is_safe(&[before.clone(), seen(&[0, 55, 0, 5, 15, 20], 95)], true), Some(false));
    assert_eq!(is_safe(&[before, seen(&[0, 55, 0, 5, 15, 20], 98)], true), Some(true));
}

#[test]
fn a_table_moves_when_ten_women_did() {
    let rounding = Rounding::new(5, 1);
    let cells = ["a", "b", "c"].map(str::to_owned);
    let on = |date: &str, counts: [u32; 3], moved| DayCounts { day: day(date), counts: counts.to_vec(), moved };
    let days = [on("2021-03-01", [7, 8, 9], 24), on("2021-06-01", [12, 8, 9], 5), on("2021-09-01", [20, 8, 9], 8)];
    let published = |n: usize| rounding.published(&cells, &days[..n]).map(|published| published.day);
    assert_eq!(
        [0, 1, 2, 3].map(published),
        [None, Some(day("2021-03-01")), Some(day("2021-03-01")), Some(day("2021-09-01"))]
    );
    // Fewer than fifteen are never broken down.
    assert_eq!(rounding.published(&cells, &[on("2021-03-01", [4, 5, 5], 14)]), None);
}
