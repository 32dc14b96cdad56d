//! Every dialog has a name, and takes the focus at once.

use std::path::PathBuf;
use std::sync::Arc;

use clefs::chart::kind::Chart;
use clefs::domain::message::Message;
use clefs::domain::schema::TableId;
use clefs::domain::unit::Unit;
use clefs::session::act::Act;
use clefs::session::command::{ChartExport, Command, Purpose};
use clefs::session::dialog::replace::ReplaceForm;
use clefs::session::dialog::{Dialog, HelpPage, Question};
use clefs::session::line::Line;
use egui::accesskit::Role;
use egui::{Key, Modifiers};
use egui_kittest::kittest::NodeT as _;

use super::super::screen::Window;
use super::super::screen::reading::heard;
use super::page;

fn question() -> Dialog {
    Dialog::Question(Question {
        title: Message::new("unseal-title"),
        text: Message::new("unseal-text"),
        answers: vec![("unseal-keep", Command::Dismiss), ("unseal-go", Command::Dismiss)],
    })
}

/// Opens the dialog that follows one of another kind; false after the last. A new kind does not compile until it is here too:
/// let it follow another one.
fn open_next(window: &mut Window, last: Option<&Dialog>) -> bool {
    let host = window.harness.state_mut().host_mut();
    let session = host.session_mut();
    let of = |table| session.dataset().table(table).ids()[0];
    let case = of(TableId::Relocations);
    let next = match last {
        None => Dialog::Path { purpose: Purpose::Open, path: Line::default() },
        Some(Dialog::Path { .. }) => question(),
        Some(Dialog::Question(_)) => Dialog::Operator { name: Line::default() },
        Some(Dialog::Operator { .. }) => {
            window.select(0, "Bailleur");
            window.paste("Un bailleur inconnu");
            return true;
        }
        Some(Dialog::Paste { .. }) => session.filter_dialog(TableId::Units, Unit::KEYS.landlord).unwrap(),
        Some(Dialog::Filter(_)) => Dialog::Replace(Box::new(ReplaceForm::new(TableId::Units))),
        Some(Dialog::Replace(_)) => Dialog::View { table: TableId::Units, name: Line::default() },
        Some(Dialog::View { .. }) => session.form(Act::Refer(case)),
        Some(Dialog::Form(_)) => Dialog::Clashes,
        Some(Dialog::Clashes) => Dialog::Backups(None),
        Some(Dialog::Backups(_)) => Dialog::Removed(Arc::default()),
        Some(Dialog::Removed(_)) => {
            let (path, passphrase) = (PathBuf::from("suivi.ron"), Line::default());
            Dialog::Unlock { path, backup: None, passphrase, why: None }
        }
        Some(Dialog::Unlock { .. }) => Dialog::Seal { passphrase: Line::default(), again: Line::default() },
        Some(Dialog::Seal { .. }) => Dialog::Strike { word: Line::default() },
        Some(Dialog::Strike { .. }) => Dialog::Purge { cases: vec![case] },
        Some(Dialog::Purge { .. }) => Dialog::palette(),
        Some(Dialog::Palette { .. }) => Dialog::Charts(ChartExport::default()),
        Some(Dialog::Charts(_)) => session.figures_dialog(Chart::Units),
        Some(Dialog::Figures { .. }) => Dialog::Help(HelpPage::Start),
        Some(Dialog::Help(HelpPage::Start)) => Dialog::Help(HelpPage::Keys),
        Some(Dialog::Help(HelpPage::Keys)) => Dialog::Help(HelpPage::Rules),
        Some(Dialog::Help(HelpPage::Rules)) => Dialog::About,
        Some(Dialog::About) => Dialog::Quick(Box::default()),
        Some(Dialog::Quick(_)) => return false,
    };
    session.ask(next);
    window.settle();
    true
}

/// The open dialog as it is heard, the focus in it, and whether that is a text field.
#[track_caller]
fn open(window: &Window) -> (String, String, bool) {
    let nodes: Vec<_> = window.harness.root().children_recursive().collect();
    let dialogs: Vec<_> = nodes.iter().filter(|node| node.accesskit_node().role() == Role::Dialog).collect();
    let [dialog] = &*dialogs else { panic!("{} dialogs", dialogs.len()) };
    let name = dialog.accesskit_node().label().unwrap_or_default();
    assert!(!name.is_empty() && dialog.accesskit_node().is_modal(), "it has a name: {:#?}", window.texts());
    let focused = dialog.children_recursive().find(egui_kittest::Node::is_focused);
    let focused = focused.unwrap_or_else(|| panic!("“{name}” has no focus: {:?}", window.focused()));
    // In a list under a field the reader is at an entry, and the field has the keyboard.
    let mut fields = dialog.children_recursive().filter(|node| node.accesskit_node().is_focused_in_tree());
    let roles = [Role::TextInput, Role::PasswordInput];
    let is_field = fields.next().is_some_and(|node| roles.contains(&node.accesskit_node().role()));
    (heard(dialog), heard(&focused), is_field)
}

#[test]
fn every_dialog_has_a_name_and_the_focus_at_once_and_gives_it_back() {
    let (_desk, mut window) = page("Logements");
    window.select(0, "Code");
    let (mut last, mut count) = (None, 0);
    while open_next(&mut window, last.as_ref()) {
        last = window.session().dialog().cloned();
        let has_fields = last.as_ref().is_some_and(|dialog| !dialog.fields().is_empty());
        let (name, focused, is_field) = open(&window);
        assert_eq!(is_field, has_fields, "“{name}”: {focused}");
        assert!(!focused.is_empty(), "“{name}”");
        window.press(Key::Escape);
        assert!(window.session().dialog().is_none(), "“{name}”");
        assert!(window.heard().ends_with("L-0001, ligne 1 sur 41"), "after “{name}”: {}", window.heard());
        count += 1;
    }
    assert_eq!(count, 23);
}

#[test]
fn a_question_is_heard_whole_with_its_default_answer_which_enter_and_space_give() {
    for key in [Key::Enter, Key::Space] {
        let (_desk, mut window) = page("Bailleurs");
        window.select(0, "Nom");
        window.ctrl(Key::Delete);
        let (dialog, focused, _) = open(&window);
        assert!(dialog.starts_with("Supprimer aussi ce qui s’y rattache ?. "), "{dialog}");
        assert!(dialog.len() > 60, "its text is said with its name: {dialog}");
        assert_eq!(focused, "Supprimer le tout");
        window.press(Key::Tab);
        assert_eq!(window.heard(), "Annuler");
        window.press_with(Modifiers::SHIFT, Key::Tab);
        assert_eq!(window.heard(), "Supprimer le tout");
        window.press(key);
        assert_eq!(window.column("Nom").len(), 16);
    }
}

#[test]
fn a_dialog_that_only_tells_closes_by_enter() {
    let (_desk, mut window) = page("Logements");
    window.press(Key::F1);
    assert_eq!(open(&window).1, "Fermer");
    window.press(Key::Enter);
    assert!(window.session().dialog().is_none());
}

#[test]
fn the_palette_says_what_it_asks_and_the_action_that_enter_takes() {
    let (_desk, mut window) = page("Logements");
    window.press_with(Modifiers::COMMAND | Modifiers::SHIFT, Key::P);
    let actions = window.all(Role::ListBoxOption);
    let (dialog, first, _) = open(&window);
    assert_eq!(dialog, "Toutes les actions…. Que voulez-vous faire ?");
    assert_eq!(first, actions[0]);
    window.press(Key::ArrowDown);
    assert_eq!(window.heard(), actions[1]);
    window.type_text("theme sombre");
    assert_eq!(window.heard(), "Thème sombre");
}
