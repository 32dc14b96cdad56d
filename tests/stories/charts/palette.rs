//! Contrast in both palettes.

use clefs::theme::{DARK, LIGHT, Rgb};

#[test]
fn text_is_legible_in_both_palettes() {
    for (theme, p) in [("light", LIGHT), ("dark", DARK)] {
        let pairs: &[(&str, Rgb, &[Rgb])] = &[
            ("ink", p.ink, &[p.page, p.surface, p.raised, p.selected]),
            ("muted", p.muted, &[p.page, p.surface, p.raised, p.selected]),
            ("accent", p.accent, &[p.surface]),
            ("on accent", p.on_accent, &[p.accent]),
            ("on side", p.on_side, &[p.side, p.side_current]),
            ("on side, muted", p.on_side_muted, &[p.side]),
            ("warning", p.warning, &[p.warning_back, p.surface]),
            ("error", p.error, &[p.error_back, p.surface]),
        ];
        for (name, text, backs) in pairs {
            for back in *backs {
                let contrast = text.contrast(*back);
                assert!(contrast >= 4.5, "{theme}: {name} on {} has {contrast:.2}", back.css());
            }
        }
        // These are also distinguished by shape: WCAG asks 3:1 for graphics.
        for (name, a, b) in [
            ("delivered", p.delivered, p.surface),
            ("delivered beside pipeline", p.delivered, p.pipeline),
            ("tick", p.tick, p.surface),
            ("tick on pipeline", p.tick, p.pipeline),
            ("tick edge on tick", p.tick_edge, p.tick),
        ] {
            assert!(a.contrast(b) >= 3.0, "{theme}: {name} has {:.2}", a.contrast(b));
        }
    }
}
