//! Tables, bars, dot plots and tiles are laid out completely for any names and figures.

use clefs::chart::layout::bar_groups::{self, BarGroup};
use clefs::chart::layout::diverging;
use clefs::chart::layout::frame::Imprint;
use clefs::chart::layout::page::{Captions, ChartPage};
use clefs::chart::layout::sheet::{self, Sheet, SheetCell};
use clefs::chart::layout::strip::{self, Strip};
use clefs::chart::layout::tiles::{self, Tile, TileBlock};
use clefs::chart::scene::{Counted, RowPart, Scene, Shown};
use clefs::domain::id::RowId;
use clefs::domain::schema::TableId;
use clefs::indicators::{Because, Delays, Leg};
use clefs::words::{Lang, Words};
use proptest::prelude::*;

use super::layout::{any_name, check_layout};
use super::{imprint, texts};

fn page<'a>(words: &'a Words, imprint: &'a Imprint) -> ChartPage<'a> {
    ChartPage { words, imprint }
}

fn captions(title: &str) -> Captions {
    Captions { title: title.to_owned(), rule: "Règle.".to_owned(), notes: vec!["Note.".to_owned()] }
}

fn row(index: usize) -> RowId {
    RowId::from_random(index as u64 + 1)
}

fn counted(n: usize) -> Counted {
    Counted {
        title: format!("{n} cas"),
        table: TableId::Relocations,
        rows: (0..n).map(row).collect(),
        because: Because::Rules,
        beside: None,
    }
}

fn any_n() -> impl Strategy<Value = usize> {
    prop_oneof![4 => 0..12_usize, 2 => 0..400_usize, 1 => 2_000..2_500_usize]
}

fn any_sheet() -> impl Strategy<Value = Sheet> {
    let words = Words::new(Lang::Fr);
    let cell = move |n: Option<i64>| {
        n.map_or_else(
            || SheetCell::words("Observatoire fictif, bilan annuel publié"),
            |n| SheetCell::number(n, &words).counting(counted(1)),
        )
    };
    let numbers = prop::collection::vec(prop::collection::vec(prop::option::of(-999_999_i64..9_999_999), 9), 0..24);
    let names = prop::collection::vec(any_name(), 24);
    let heads = prop::collection::vec("[A-Z][a-zé]{2,13}( [a-zé()]{1,12}){0,3}", 2..10);
    (numbers, names, heads).prop_map(move |(numbers, names, heads)| {
        let row = |(numbers, name): (Vec<Option<i64>>, String)| sheet::SheetRow {
            name,
            cells: numbers.into_iter().take(heads.len() - 1).map(&cell).collect(),
            is_total: false,
        };
        Sheet { rows: numbers.into_iter().zip(names).map(row).collect(), heads }
    })
}

fn any_groups() -> impl Strategy<Value = Vec<BarGroup>> {
    let bars = prop::collection::vec((any_name(), any_n()), 0..9);
    prop::collection::vec(("[A-Z][a-z ]{3,60}", bars), 1..5).prop_map(|groups| {
        let bars = |bars: Vec<(String, usize)>| bars.into_iter().map(|(name, n)| (name, counted(n))).collect();
        groups.into_iter().map(|(heading, of)| BarGroup { heading, bars: bars(of) }).collect()
    })
}

/// A number that opens its rows, or a rounded one.
fn shown(rows: Option<usize>) -> Shown {
    rows.map_or(Shown { n: 5, rows: None }, |n| Shown { n, rows: Some(counted(n)).filter(|_| n > 0) })
}

fn any_sides() -> impl Strategy<Value = Vec<diverging::DivergingRow>> {
    let row = (any_name(), prop::option::of(any_n()), any_n(), "[a-z ]{0,20}");
    let rows = prop::collection::vec(row, 0..9);
    rows.prop_map(|rows| {
        let row = |(name, needs, offers, gap): (String, Option<usize>, usize, String)| diverging::DivergingRow {
            name,
            needs: shown(needs),
            offers: counted(offers),
            gap,
        };
        rows.into_iter().map(row).collect()
    })
}

fn any_strips() -> impl Strategy<Value = Vec<Strip>> {
    let days = || prop::collection::vec(prop_oneof![6 => 0..60_u32, 1 => 0..900_u32, 1 => Just(40_000_u32)], 0..120);
    prop::collection::vec((any_name(), days(), days()), 1..6).prop_map(|strips| {
        let rows = |days: Vec<u32>| {
            let mut rows: Vec<_> = days.into_iter().enumerate().map(|(at, days)| (days, row(at))).collect();
            rows.sort_unstable();
            rows
        };
        let strip = |(name, closed, open)| Strip {
            leg: Leg::Lease,
            name,
            delays: Delays { closed: rows(closed), open: rows(open) },
            least: 5,
        };
        strips.into_iter().map(strip).collect()
    })
}

fn any_blocks() -> impl Strategy<Value = Vec<TileBlock>> {
    let tiles = prop::collection::vec((any_name(), prop::option::of(any_n()), any_n()), 1..12);
    (any::<bool>(), prop::collection::vec((any_name(), tiles), 0..6)).prop_map(|(is_map, blocks)| {
        let tile = |(name, needs, offers): (String, Option<usize>, usize)| Tile {
            name,
            needs: shown(needs),
            offers: counted(offers),
        };
        let places = [Some((0, 0)), Some((1, 0)), Some((0, 1)), None, Some((1, 2)), None];
        let block = |((heading, tiles), at): ((String, Vec<_>), _)| TileBlock {
            heading: if is_map { String::new() } else { heading },
            at: if is_map { at } else { None },
            tiles: tiles.into_iter().take(if is_map { 1 } else { 12 }).map(tile).collect(),
        };
        blocks.into_iter().zip(places).map(block).collect()
    })
}

/// Fails on a broken layout or a keyboard stop without a mark.
fn check(scene: &Scene) {
    check_layout(scene);
    for subject in scene.subjects() {
        assert!(matches!(subject.part, RowPart::Counted(_)) && scene.counted(*subject).is_some());
        assert!(scene.areas(*subject).next().is_some(), "{}", scene.name(*subject));
    }
}

fn any_size() -> impl Strategy<Value = (f32, f32)> {
    (200.0..2000.0_f32, 0.0..1200.0_f32)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_table_is_laid_out_completely(sheet in any_sheet(), title in any_name(), size in any_size()) {
        let words = Words::new(Lang::Fr);
        check(&sheet::scene(&page(&words, &imprint()), &sheet, (&captions(&title), "breakdown-empty"), size));
    }

    #[test]
    fn grouped_bars_are_laid_out_completely(groups in any_groups(), title in any_name(), size in any_size()) {
        let words = Words::new(Lang::Fr);
        check(&bar_groups::scene(&page(&words, &imprint()), &groups, &captions(&title), size));
    }

    #[test]
    fn diverging_bars_are_laid_out_completely(rows in any_sides(), title in any_name(), size in any_size()) {
        let words = Words::new(Lang::Fr);
        check(&diverging::scene(&page(&words, &imprint()), &rows, &captions(&title), size));
    }

    #[test]
    fn dot_plots_are_laid_out_completely(strips in any_strips(), title in any_name(), size in any_size()) {
        let words = Words::new(Lang::Fr);
        check(&strip::scene(&page(&words, &imprint()), &strips, &captions(&title), size));
    }

    #[test]
    fn tiles_are_laid_out_completely(blocks in any_blocks(), title in any_name(), size in any_size()) {
        let words = Words::new(Lang::Fr);
        check(&tiles::scene(&page(&words, &imprint()), &blocks, &captions(&title), size));
    }
}

#[test]
fn columns_that_do_not_fit_continue_below_with_the_names_repeated() {
    let words = Words::new(Lang::Fr);
    let heads: Vec<String> = ["association", "Interpellations", "Propositions", "Dossiers", "Refus", "Relogements"]
        .map(str::to_owned)
        .to_vec();
    let cells = (1..6).map(|n| SheetCell::number(n, &words)).collect();
    let sheet = Sheet { heads, rows: vec![sheet::SheetRow { name: "Solidaire".to_owned(), cells, is_total: false }] };
    let names = |width| {
        let scene =
            sheet::scene(&page(&words, &imprint()), &sheet, (&captions("Titre"), "breakdown-empty"), (width, 100.0));
        texts(&scene).iter().filter(|text| text.text == "Solidaire").count()
    };
    assert_eq!((names(960.0), names(400.0)), (1, 2));
}

#[test]
fn a_rounded_figure_opens_nobody() {
    let words = Words::new(Lang::Fr);
    let needs = Shown { n: 5, rows: None };
    let rows = [diverging::DivergingRow { name: "T3".to_owned(), needs, offers: counted(4), gap: String::new() }];
    let scene = diverging::scene(&page(&words, &imprint()), &rows, &captions("Titre"), (600.0, 300.0));
    assert!(texts(&scene).iter().any(|text| text.text == "5"));
    assert_eq!(scene.table.rows[0].values[0].to_string(), "5");
    assert!(scene.counted.iter().all(|counted| counted.rows.len() == 4), "only the homes");
}

#[test]
fn a_wait_of_few_women_has_no_dot() {
    let words = Words::new(Lang::Fr);
    let strip = |least| {
        let delays = Delays { closed: (0..6).map(|n| (n, row(n as usize))).collect(), open: vec![(18, row(9))] };
        let strips = [Strip { leg: Leg::Lease, name: "CALEOL → bail".to_owned(), delays, least }];
        strip::scene(&page(&words, &imprint()), &strips, &captions("Titre"), (960.0, 400.0))
    };
    let mentions_18 = |scene: &Scene| scene.counted.iter().any(|counted| counted.title.contains("18"));
    assert!(mentions_18(&strip(1)));
    assert!(!mentions_18(&strip(5)), "the axis does not reveal the open wait");
    let least = |scene: Scene| scene.counted.iter().map(|counted| counted.rows.len()).min();
    assert_eq!(least(strip(1)), Some(1));
    assert_eq!(least(strip(5)), Some(6), "completed waits are drawn as a group");
}
