//! Figures, printed.

fn main() {}
