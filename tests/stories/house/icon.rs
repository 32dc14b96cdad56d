//! The icon: `assets/icon.svg`, and the PNG for windows rendered from it.

use std::path::Path;

use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::{Options, Tree};

#[test]
fn the_png_icon_matches_the_svg() -> Result<(), Box<dyn std::error::Error>> {
    let assets = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets");
    let tree = Tree::from_str(&std::fs::read_to_string(assets.join("icon.svg"))?, &Options::default())?;
    let mut drawn = Pixmap::new(256, 256).ok_or("no picture of that size")?;
    resvg::render(&tree, Transform::identity(), &mut drawn.as_mut());
    if std::env::var_os("CLEFS_UPDATE_SNAPSHOTS").is_some_and(|set| set != "0") {
        drawn.save_png(assets.join("icon.png"))?;
    }
    let kept = Pixmap::load_png(assets.join("icon.png"))?;
    assert_eq!((kept.width(), kept.height()), (256, 256));
    let differing = drawn.data().iter().zip(kept.data()).filter(|(a, b)| a.abs_diff(**b) > 16).count();
    assert!(
        differing < 64,
        "{differing} bytes differ: CLEFS_UPDATE_SNAPSHOTS=1 cargo test renders assets/icon.png again"
    );
    Ok(())
}
