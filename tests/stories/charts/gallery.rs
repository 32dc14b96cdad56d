//! Every chart in every size: on a convention small enough to check by hand, on the sample of 17
//! landlords, and on names and numbers that are hard to lay out.
//!
//! The drawings are in `tests/snapshots/gallery`, as SVG: a PNG is that SVG, rasterised.

use std::path::PathBuf;
use std::sync::Arc;

use clefs::chart::input::{ChartSource, RowOrder};
use clefs::chart::kind::Chart;
use clefs::chart::out::picture::{Format, Picture, Size};
use clefs::chart::out::svg;
use clefs::chart::scene::Scene;
use clefs::domain::dataset::Dataset;
use clefs::domain::schema::Audience;
use clefs::indicators::{self, Snapshot, Span};
use clefs::theme::LIGHT;
use clefs::words::{Lang, Words};

use super::layout::check_layout;
use super::{day, texts};
use crate::build::Build;
use crate::rules::analysis::fixture;

/// Draws every chart in every size.
pub fn each(dataset: &Dataset, audience: Audience, mut look: impl FnMut(Chart, Size, &Scene)) {
    let (view, words) = (indicators::view(dataset, None, None, day(2021, 7, 9)), Words::new(Lang::Fr));
    let snapshot = Snapshot::of(Arc::new(dataset.clone()), view, audience);
    let source = ChartSource { snapshot: &snapshot, order: RowOrder::Listed, words: &words };
    for chart in Chart::ALL {
        for size in Size::ALL {
            look(chart, size, &size.draw(|width, height| chart.scene(&source, width, height)));
        }
    }
}

fn check_drawings(name: &str, dataset: &Dataset, audience: Audience) {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/snapshots/gallery");
    let update = std::env::var_os("CLEFS_UPDATE_SNAPSHOTS").is_some();
    each(dataset, audience, |chart, size, scene| {
        let path = folder.join(format!("{}-{}-{name}.svg", chart.key(), size.key()));
        let drawn = svg::svg(scene, &LIGHT);
        if update {
            std::fs::create_dir_all(&folder).unwrap();
            std::fs::write(&path, &drawn).unwrap();
        }
        let kept = std::fs::read_to_string(&path).unwrap_or_default().replace("\r\n", "\n");
        assert!(kept == drawn, "{} differs: look at it, then CLEFS_UPDATE_SNAPSHOTS=1", path.display());
        check_layout(scene);
    });
}

#[test]
fn drawings_of_a_small_convention() {
    check_drawings("small", fixture().dataset(), Audience::Office);
}

#[test]
fn drawings_of_seventeen_landlords() {
    check_drawings("17", &clefs::sample::generate(41, 60, 7), Audience::Committee);
}

/// Sixty landlords and nine associations, with names of five and of ninety characters; one
/// landlord exceeds its commitment tenfold, others have none, or nothing at all.
fn hard() -> Build {
    let mut b = Build::new();
    b.add(clefs::domain::schema::TableId::Committees, "", &[("held_on", "2021-04-09"), ("state", "held")]);
    let long = |n: usize| {
        let name = format!("Office public fictif numéro {n} de l’habitat et du logement accompagné des pays du Nord ");
        format!("{name:x<90}")
    };
    for n in 0..60 {
        let name = if n % 5 == 0 { format!("N° {n:02}") } else { long(n) };
        b.landlord(&name, &[]);
        if n % 7 != 0 {
            b.commitment("units", "2021", &name, &(n % 4 + 1).to_string());
            b.commitment("relocations", "2021", &name, &(n % 9 + 1).to_string());
        }
        for unit in 0..(if n == 8 { 20 } else { n % 3 }) {
            let dates = [("dwelling", "T3"), ("commune", "59350"), ("published", "2021-04-20")];
            b.unit(&format!("U{n}-{unit}"), &name, &dates);
        }
        for case in 0..n % 4 {
            let code = format!("R{n}-{case}");
            let dates = [("need_spotted", "2021-04-01"), ("suspended_from", "2021-05-01")];
            b.case(&code, &[("dwellings", "T3"), ("wanted", "e200093201"), dates[0], dates[usize::from(case == 0)]]);
            b.referral(&code, &name, &[("asked_on", "2021-04-02")]);
        }
    }
    b.publish(Span::SinceStart, "2021-04-09");
    b
}

#[test]
fn drawings_of_hard_names_and_numbers() {
    check_drawings("hard", hard().dataset(), Audience::Committee);
}

#[test]
fn a_slide_and_a_square_have_their_exact_size() {
    each(&clefs::sample::generate(41, 60, 7), Audience::Committee, |chart, size, scene| {
        let ratio = scene.width / scene.height;
        match size {
            Size::Slide => assert!((ratio - 16.0 / 9.0).abs() < 0.01, "{} is {ratio}", chart.key()),
            Size::Square => assert!((ratio - 1.0).abs() < 0.01, "{} is {ratio}", chart.key()),
            Size::FullPage | Size::HalfPage => assert!((scene.width - size.points().0).abs() < 0.01),
        }
        // Whatever the layout, the file is as wide as requested.
        let picture = Picture { size, scale: 1, ..Picture::default() };
        let raster = picture.raster(scene, 1.0).unwrap();
        assert!(raster.width.abs_diff(size.points().0 as u32) <= 1, "{} is {} wide", chart.key(), raster.width);
    });
}

#[test]
fn on_a_page_a_drawing_is_as_large_as_its_pixels_and_can_be_read() {
    each(&clefs::sample::generate(41, 60, 7), Audience::Committee, |chart, size, scene| {
        if !matches!(size, Size::FullPage | Size::HalfPage) {
            return;
        }
        let bytes = |format| Picture { size, format, ..Picture::default() }.bytes(scene).unwrap();
        let svg = String::from_utf8(bytes(Format::Svg)).unwrap();
        let svg = resvg::usvg::roxmltree::Document::parse(&svg).unwrap();
        let across: f32 = svg.root_element().attribute("width").unwrap().strip_suffix("mm").unwrap().parse().unwrap();
        assert!((across - size.millimetres()).abs() < 0.01, "{}: {across}", chart.key());
        // The file of pixels says how many there are to a metre.
        let png = bytes(Format::Png);
        let density = png.windows(4).position(|name| name == b"pHYs").unwrap() + 4;
        let density = u32::from_be_bytes(png[density..density + 4].try_into().unwrap());
        let pixels = u32::from_be_bytes(png[16..20].try_into().unwrap());
        assert!((pixels as f32 / density as f32 * 1000.0 - across).abs() < 0.5, "{}", chart.key());
        // In typographic points, when printed.
        let point = across / 25.4 * 72.0 / scene.width;
        let least = texts(scene).iter().map(|text| text.size * point).fold(f32::MAX, f32::min);
        assert!(least >= 7.5, "{} {}: {least} pt", chart.key(), size.key());
    });
}

#[test]
fn no_text_is_cut_in_any_size() {
    let whole = |name: &str, dataset: &Dataset| {
        each(dataset, Audience::Committee, |chart, size, scene| {
            check_layout(scene);
            let cut: Vec<&str> =
                texts(scene).iter().map(|text| &*text.text).filter(|text| text.contains('…')).collect();
            assert!(cut.is_empty(), "{} {} of {name}: {cut:?}", chart.key(), size.key());
        });
    };
    whole("the sample", &clefs::sample::generate(41, 60, 7));
    whole("a small convention", fixture().dataset());
    whole("hard names", hard().dataset());
    whole("nothing at all", Build::new().dataset());
}
