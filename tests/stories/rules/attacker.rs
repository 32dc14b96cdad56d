//! An attacker who infers suppressed cells: non-negative integers that add up as published.
//!
//! Searches by brute force; shares no code with the solver that suppresses.

/// The attacker's knowledge: bounds of each number, and linear sums equal to zero.
#[derive(Clone, Default)]
pub struct Attacker {
    bounds: Vec<(i64, i64)>,
    sums: Vec<Vec<(usize, i64)>>,
}

/// More attempts than any of these puzzles needs.
const TRIES: usize = 20_000;

impl Attacker {
    /// Adds a number, published or not.
    pub fn number(&mut self, published: Option<i64>, most: i64) -> usize {
        self.bounds.push(published.map_or((0, most), |number| (number, number)));
        self.bounds.len() - 1
    }

    /// Adds a sum.
    pub fn adds_up(&mut self, parts: impl IntoIterator<Item = usize>, total: usize) {
        self.sums.push(parts.into_iter().map(|part| (part, 1)).chain([(total, -1)]).collect());
    }

    /// Whether a number can lie within these bounds.
    pub fn can_be(&self, number: usize, (least, most): (i64, i64)) -> bool {
        let mut bounds = self.bounds.clone();
        bounds[number] = (bounds[number].0.max(least), bounds[number].1.min(most));
        let mut tries = TRIES;
        self.search(bounds, &mut tries)
    }

    fn search(&self, mut bounds: Vec<(i64, i64)>, tries: &mut usize) -> bool {
        assert!(*tries > 0, "too many attempts");
        *tries -= 1;
        if !self.narrow(&mut bounds) {
            return false;
        }
        let open = (0..bounds.len()).filter(|at| bounds[*at].0 < bounds[*at].1);
        let Some(next) = open.min_by_key(|at| bounds[*at].1 - bounds[*at].0) else { return true };
        // If there is a solution, there usually is one at a bound.
        let (least, most) = bounds[next];
        [most, least].into_iter().chain(least + 1..most).any(|value| {
            let mut tried = bounds.clone();
            tried[next] = (value, value);
            self.search(tried, tries)
        })
    }

    /// Propagates bounds to a fixed point; false if they become inconsistent.
    fn narrow(&self, bounds: &mut [(i64, i64)]) -> bool {
        let mut changed = true;
        while changed {
            changed = false;
            for sum in &self.sums {
                let ends = |(at, factor): (usize, i64), bounds: &[(i64, i64)]| {
                    let (a, b) = (bounds[at].0 * factor, bounds[at].1 * factor);
                    (a.min(b), a.max(b))
                };
                let (mut low, mut high) = (0, 0);
                for part in sum {
                    let (a, b) = ends(*part, bounds);
                    (low, high) = (low + a, high + b);
                }
                for part in sum {
                    let (a, b) = ends(*part, bounds);
                    // The others together lie within (low − a, high − b), and all add up to zero.
                    let (least, most) = (-(high - b), -(low - a));
                    let (at, factor) = *part;
                    let (least, most) = if factor > 0 { (least, most) } else { (-most, -least) };
                    let next = (bounds[at].0.max(least), bounds[at].1.min(most));
                    if next.0 > next.1 {
                        return false;
                    }
                    changed |= next != bounds[at];
                    bounds[at] = next;
                }
            }
        }
        true
    }
}

#[test]
fn two_numbers_are_inferred_from_their_sum_if_one_is_published() {
    let mut attacker = Attacker::default();
    let (a, b) = (attacker.number(None, 9), attacker.number(Some(4), 9));
    let total = attacker.number(Some(7), 9);
    attacker.adds_up([a, b], total);
    assert!(attacker.can_be(a, (3, 3)) && !attacker.can_be(a, (4, 9)) && !attacker.can_be(a, (0, 2)));
}

#[test]
fn a_square_of_unknowns_is_ambiguous() {
    let mut attacker = Attacker::default();
    let cells: Vec<usize> = (0..4).map(|_| attacker.number(None, 20)).collect();
    let totals: Vec<usize> = [5, 9, 6, 8].map(|total| attacker.number(Some(total), 20)).to_vec();
    for (parts, total) in [([0, 1], 0), ([2, 3], 1), ([0, 2], 2), ([1, 3], 3)] {
        attacker.adds_up(parts.map(|part| cells[part]), totals[total]);
    }
    assert!(attacker.can_be(cells[0], (5, 5)) && attacker.can_be(cells[0], (0, 0)));
    assert!(!attacker.can_be(cells[0], (6, 20)));
}
