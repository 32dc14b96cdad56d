//! What the selected cells come to.

use clefs::app::grid::{Numbers, Summary};
use clefs::domain::schema::{Kind, Measure, TableId};

use super::bench::{Bench, records};

fn summary(gestures: &str) -> Option<Summary> {
    let columns = ["Code", "Type", "m²", "Loyer HC", "Publié"];
    let mut bench = Bench::new(records(), TableId::Units, &columns);
    bench.play(gestures);
    bench.look(|lens| bench.grid.summary(&bench.arrangement, lens))
}

#[test]
fn count_sum_and_median_of_what_is_selected() {
    let of =
        |filled, kind, sum, median_twice| Some(Summary { filled, numbers: Some(Numbers { kind, sum, median_twice }) });
    let surfaces = Kind::Integer(Measure::SquareMetres);
    assert_eq!(summary("click:L-0001.m² shift-click:L-0003.m²"), of(3, surfaces, 45 + 62 + 60, 2 * 60));
    assert_eq!(summary("click:L-0001.m² shift-click:L-0002.m²"), of(2, surfaces, 45 + 62, 45 + 62));
    assert_eq!(summary("click:L-0002.m² shift-click:L-0004.m²"), of(2, surfaces, 62 + 60, 62 + 60), "empty aside");
    assert_eq!(
        summary("click:L-0001.Loyer_HC Ctrl+Space"),
        of(4, Kind::Money, 43210 + 51200 + 39000 + 123_450, 43210 + 51200)
    );
    assert_eq!(
        summary("search:alpha click:L-0001.m² Ctrl+Space"),
        of(3, surfaces, 45 + 60 + 81, 2 * 60),
        "what is shown"
    );
}

#[test]
fn what_can_not_be_added_is_counted_only() {
    let counted = |filled| Some(Summary { filled, numbers: None });
    assert_eq!(summary("click:L-0001.m² Shift+→"), counted(2), "square metres and euros");
    assert_eq!(summary("click:L-0001.Type Shift+→"), counted(2));
    assert_eq!(summary("click:L-0003.Loyer_HC Shift+→"), counted(0), "nothing at all");
    assert_eq!(summary("click:L-0001.m²"), None, "one cell says it all itself");
}
