//! The purge of closed cases: what is past the retention period goes from every place, and no figure changes.

use std::sync::Arc;

use clefs::chart::input::{ChartSource, RowOrder};
use clefs::chart::kind::Chart;
use clefs::domain::check::check;
use clefs::domain::dataset::{Change, Dataset};
use clefs::domain::id::RowId;
use clefs::domain::log::Log;
use clefs::domain::retention::{TABLES, detail, due};
use clefs::domain::schema::TableId::{Convention, Proposals, Referrals, Relocations};
use clefs::domain::schema::{Audience, TableId};
use clefs::domain::value::Value;
use clefs::edit::{Document, Edit, JournalEntry, Merge, MergeContext, Stamp, Strike};
use clefs::indicators::{By, Snapshot, Span, SpanAsOf};
use clefs::words::{Lang, Words};

use super::written;
use crate::build::{Build, day, key, look, stamp};
use crate::rules::analysis;

/// Years after everything in the fixtures.
const LATER: &str = "2024-06-30";

fn due_on(dataset: &Dataset, on: &str) -> Vec<RowId> {
    look(dataset, on, due)
}

fn purge(document: &mut Document) -> Vec<RowId> {
    let cases = due_on(document.dataset(), LATER);
    assert_eq!(document.strike(&Strike::Details(cases.clone()), stamp()), Ok(!cases.is_empty()));
    cases
}

/// All figures and charts, of each period, of several days, for each audience.
fn figures(dataset: &Dataset) -> Vec<(String, String)> {
    let (words, dataset) = (Words::new(Lang::Fr), Arc::new(dataset.clone()));
    let spans: Vec<_> =
        dataset.periods.iter().map(|period| Span::Period(period.id())).chain([Span::SinceStart]).collect();
    let mut all = Vec::new();
    for span in spans {
        for as_of in ["2021-05-31", "2021-06-25", "2021-07-09", "2022-03-01", LATER] {
            for audience in [Audience::Office, Audience::Committee] {
                let snapshot = Snapshot::of(Arc::clone(&dataset), SpanAsOf { span, as_of: day(as_of) }, audience);
                let source = ChartSource { snapshot: &snapshot, order: RowOrder::default(), words: &words };
                let what = format!("{span:?} {as_of} {audience:?}");
                let progress = snapshot.progress();
                let groups = [By::Association, By::Departement].map(|by| snapshot.breakdown(by));
                let more = (snapshot.delays(), snapshot.unit_days(), snapshot.case_flow(), snapshot.rounds());
                let figures = (&progress.region, &progress.landlords, snapshot.children(), snapshot.since(), more);
                // Needs and offers have no order; their charts show them.
                all.push((what.clone(), format!("{figures:?} {groups:?}")));
                let scene = |chart: Chart| format!("{:?}", chart.scene(&source, 1200.0, 700.0));
                all.extend(Chart::ALL.map(|chart| (format!("{chart:?} {what}"), scene(chart))));
            }
        }
    }
    all
}

#[test]
fn no_figure_and_no_chart_changes() {
    // Several wishes, since the first counts; a pause and a refusal.
    let mut made = analysis::fixture();
    made.case(
        "R7",
        &[("dwellings", "T3,T2"), ("wanted", "d59,d62"), ("need_spotted", "2021-04-03"), ("children", "2")],
    );
    for (column, text) in [("suspended_from", "2021-05-20"), ("suspended_to", "2021-06-20"), ("exited", "2021-07-01")] {
        made.set(Relocations, "R7", column, text);
    }
    made.referral("R7", "Alpha", &[("asked_on", "2021-04-10"), ("answered_on", "2021-08-01"), ("answer", "refused")]);
    let ranked = [("caleol_on", "2021-05-05"), ("decision", "ranked"), ("rank", "1"), ("answer_days", "15")];
    made.proposal("U3", "R7", &[&[("proposed_on", "2021-04-20"), ("visited_on", "2021-04-22")], &ranked[..]].concat());
    let sample = clefs::sample::generate(41, 60, 3);
    // The marks of the purge are then the first that is known of the cases.
    let unknown_past = Dataset { history: Log::default(), ..sample.clone() };
    for (dataset, fewest) in [(made.dataset().clone(), 1), (unknown_past, 20), (sample, 20)] {
        let before = figures(&dataset);
        let mut document = Document::new(dataset);
        let cases = purge(&mut document);
        assert!(cases.len() >= fewest, "{} cases", cases.len());
        for ((what, before), (_, after)) in before.iter().zip(&figures(document.dataset())) {
            assert!(before == after, "{what} changed");
        }
        let found = look(document.dataset(), LATER, check);
        assert!(!found.iter().any(|finding| cases.iter().any(|case| finding.cell().is_some_and(|at| at.row == *case)
            && finding.cell().is_some_and(|at| at.table.column(at.column).unwrap().detail.is_some()))));
    }
}

#[test]
fn why_something_was_put_off_goes_with_the_case_that_it_was_about() {
    let mut b = Build::new();
    b.landlord("Alpha", &[]);
    b.case("R1", &[("need_spotted", "2021-04-01"), ("exited", "2021-07-01")]);
    let referral = b.referral("R1", "Alpha", &[("asked_on", "2021-04-10")]);
    b.name(referral, "asked");
    let reasons = [("relocation", "R1"), ("referral", "asked"), ("landlord", "Alpha")].map(|(column, name)| {
        let cells = [("duty", "no-next-step"), ("until", "2021-06-01"), ("reason", "Vue lundi"), (column, name)];
        b.add(TableId::Postponements, "", &cells)
    });
    purge(&mut b.document);
    let left = reasons.map(|row| b.dataset().postponements.find(row).expect("it stays").reason.clone());
    assert_eq!(left, ["", "", "Vue lundi"], "that of a landlord is about nobody");
    assert_eq!(written(b.dataset()).matches("Vue lundi").count(), 1);
}

/// A new column of these tables must be decided about: what figures need stays, all else is detail.
#[test]
fn each_column_about_persons_either_counts_or_goes() {
    let stays = |table: TableId| {
        let columns = table.columns().iter().filter(|info| !info.is_derived() && info.detail.is_none());
        columns.map(|info| info.key.as_str()).collect::<Vec<_>>().join(" ")
    };
    assert_eq!(
        TABLES.map(stays),
        [
            "code association origin landlord unit need_spotted referred acknowledged proposed file_complete caleol \
             offer_received accepted lease_signed moved_in suspended_from suspended_to exited exit_kind",
            "relocation landlord asked_on answered_on answer",
            "unit relocation proposed_on caleol_on decision rank offer_received_on answer answered_on refused_by",
            "duty until unit relocation referral proposal landlord period committee action",
        ]
    );
}

/// A rehoused case, one that left, and one that is open; all of 2021, with a canary in every place.
fn with_canaries() -> Build {
    let mut b = Build::new();
    b.landlord("Alpha", &[]);
    b.unit("U1", "Alpha", &[("published", "2021-04-20")]);
    let wishes = [("dwellings", "T2,T3"), ("wanted", "d59,d62"), ("avoid", "d80"), ("adults", "2"), ("children", "3")];
    let spotted = ("need_spotted", "2021-04-01");
    b.case("R1", &[&[spotted, ("lease_signed", "2021-06-01"), ("landlord", "Alpha")], &wishes[..]].concat());
    b.case("R2", &[&[spotted, ("exited", "2021-06-01"), ("exit_kind", "unreachable")], &wishes[..]].concat());
    b.case("R3", &[&[spotted], &wishes[..]].concat());
    let referral = b.referral("R1", "Alpha", &[("asked_on", "2021-04-02")]);
    let proposal = b.proposal("U1", "R1", &[("proposed_on", "2021-05-02"), ("reason", "rent")]);
    for case in ["R1", "R2", "R3"] {
        b.set(Relocations, case, "notes", "Canari");
    }
    b.set(Relocations, "R1", "notes", "canari corrigé");
    b.set_row(Referrals, referral, "notes", "un canari");
    b.set_row(Proposals, proposal, "notes", "des canaris");
    let draft = Edit::Draft { cell: cell(&b, "R1", "lease_signed"), text: Some("canari ?".to_owned()) };
    b.apply(&draft).unwrap();
    // A proposal that was removed leaves its notes in the history only.
    let removed = b.add(Proposals, "", &[("unit", "U1"), ("relocation", "R3")]);
    b.set_row(Proposals, removed, "relocation", "R2");
    b.set_row(Proposals, removed, "notes", "canari retiré");
    b.apply(&Edit::Remove { table: Proposals, row: removed }).unwrap();
    // Of one that was made with its case, the history does not know of which it was.
    let made_with = b.add(Proposals, "", &[("unit", "U1"), ("relocation", "R2")]);
    b.set_row(Proposals, made_with, "notes", "canari oublié");
    b.apply(&Edit::Remove { table: Proposals, row: made_with }).unwrap();
    // As a version wrote it that did not note what a record had when it was removed.
    let mut dataset = b.dataset().clone();
    let after = dataset.history.iter().rev().take_while(|entry| entry.change != Change::Removed).count();
    dataset.history = dataset.history.iter().take(dataset.history.len() - after).cloned().collect();
    b.document = Document::new(dataset);
    b
}

/// The cases of R1 and R2, and what was removed of a case that is not known.
fn of_cases(b: &Build, due: &[RowId]) -> Vec<String> {
    let names = b.names(due);
    names.into_iter().filter(|name| name.starts_with('R')).collect()
}

fn cell(b: &Build, case: &str, column: &str) -> clefs::domain::id::CellRef {
    clefs::domain::id::CellRef { table: Relocations, row: b.row(case), column: key(Relocations, column) }
}

fn canaries(dataset: &Dataset) -> usize {
    format!("{}{:?}", written(dataset), dataset.history).to_lowercase().matches("canari").count()
}

#[test]
fn the_detail_is_gone_from_everywhere_and_an_open_case_keeps_its_own() {
    let mut b = with_canaries();
    assert!(canaries(b.dataset()) > 8);
    let cases = purge(&mut b.document);
    assert_eq!((of_cases(&b, &cases), cases.len()), (vec!["R1".to_owned(), "R2".to_owned()], 3));
    // The open case has its notes in its record and its history.
    assert_eq!(canaries(b.dataset()), 2);
    let of = |case: &str| b.dataset().relocations.find(b.row(case)).unwrap().clone();
    let (rehoused, left) = (of("R1"), of("R2"));
    assert_eq!((rehoused.adults, rehoused.children, left.children), (None, Some(3), None));
    assert_eq!([rehoused.dwellings.len(), rehoused.wanted.len(), rehoused.avoid.len()], [1, 1, 0]);
    assert_eq!([left.dwellings.len(), left.wanted.len(), left.avoid.len()], [1, 1, 0]);
    assert_eq!((rehoused.lease_signed, left.exited), (Some(day("2021-06-01")), Some(day("2021-06-01"))));
    assert_eq!(b.document.undo_labels().count(), 0);
    let struck = Change::Struck { column: Some(key(Relocations, "notes")) };
    assert!(b.dataset().history.iter().any(|entry| entry.row == b.row("R1") && entry.change == struck));
}

#[test]
fn a_purged_case_is_not_offered_again_until_it_has_detail_again() {
    let mut b = with_canaries();
    purge(&mut b.document);
    assert_eq!(due_on(b.dataset(), LATER), []);
    assert_eq!(detail(b.dataset(), &[b.row("R1"), b.row("R2")]).len(), 0);
    b.set(Relocations, "R2", "notes", "revenue");
    assert_eq!(b.names(&due_on(b.dataset(), LATER)), ["R2"]);
}

#[test]
fn the_delay_runs_from_the_last_date_of_the_case_its_referrals_and_its_proposals() {
    let mut b = with_canaries();
    let on = |b: &Build, day: &str| of_cases(b, &due_on(b.dataset(), day));
    assert_eq!(on(&b, "2023-05-31"), [""; 0]);
    assert_eq!(on(&b, "2023-06-01"), ["R1", "R2"]);
    b.set(Convention, "Convention fictive", "retention_years", "1");
    assert_eq!(on(&b, "2022-06-01"), ["R1", "R2"]);
    b.proposal("U1", "R2", &[("proposed_on", "2021-05-02"), ("visited_on", "2021-09-02")]);
    b.referral("R1", "Alpha", &[("asked_on", "2021-05-02"), ("answered_on", "2021-10-02")]);
    assert_eq!(on(&b, "2022-06-01"), [""; 0]);
    assert_eq!(on(&b, "2022-09-02"), ["R2"]);
    assert_eq!(on(&b, "2022-10-02"), ["R1", "R2"]);
    // A step after the exit: it is open again.
    b.set(Relocations, "R2", "file_complete", "2021-07-01");
    assert_eq!(on(&b, LATER), ["R1"]);
}

#[test]
fn a_finding_says_how_many_cases_are_past_the_delay_and_asks_for_no_detail() {
    let mut b = with_canaries();
    let keys = |b: &Build| b.look(LATER, check).iter().map(|finding| finding.message.key).collect::<Vec<_>>();
    assert!(keys(&b).contains(&"finding-retention"));
    let refused = [("answer", "refused"), ("answered_on", "2021-05-09"), ("refused_by", "household")];
    b.proposal("U1", "R2", &[&refused[..], &[("reason", "rent"), ("proposed_on", "2021-05-02")]].concat());
    purge(&mut b.document);
    let after = keys(&b);
    assert!(!after.contains(&"finding-retention") && !after.contains(&"finding-refusal-reason"), "{after:?}");
}

#[test]
fn a_version_that_still_has_the_detail_does_not_bring_it_back() {
    let with = with_canaries();
    let mut purged = Document::new(with.dataset().clone());
    purge(&mut purged);
    let mut at_work = Document::new(with.dataset().clone());
    let units = super::set(TableId::Units, with.row("U1"), "surface", Value::Integer(40));
    at_work.apply(&units, stamp(), None).unwrap();
    let context = MergeContext { base: None, in_hand: None, typed: &|_, _, value| format!("{value:?}") };
    for (mine, theirs) in [(&at_work, &purged), (&purged, &at_work)] {
        let merge = Merge::of(mine.dataset(), theirs.dataset(), context);
        let mut after = Document::new(mine.dataset().clone());
        after.merge(&merge, stamp()).unwrap();
        let mut rebased = Document::new(theirs.dataset().clone());
        rebased.replay(&[merge.of_theirs(stamp())]).unwrap();
        for after in [after, rebased] {
            assert_eq!(canaries(after.dataset()), 2);
            assert!(after.dataset().relocations.iter().eq(purged.dataset().relocations.iter()));
            assert_eq!(due_on(after.dataset(), LATER), []);
            assert_eq!(after.dataset().units.find(with.row("U1")).unwrap().surface, Some(40));
        }
        assert_eq!(merge.clashes, []);
    }
}

#[test]
fn two_purges_of_the_same_cases_meet() {
    let with = with_canaries();
    let purged = |by: &str, hour: u32, wishes: &[&str]| {
        let mut document = Document::new(with.dataset().clone());
        let stamp = Stamp { at: day(LATER).and_hms_opt(hour, 0, 0).unwrap(), by };
        let wishes = Value::Choices(wishes.iter().map(|wish| (*wish).to_owned().into()).collect());
        let wishes = super::set(Relocations, with.row("R2"), "dwellings", wishes);
        document.apply(&wishes, stamp, None).unwrap();
        let cases = due_on(document.dataset(), LATER);
        assert_eq!(document.strike(&Strike::Details(cases), stamp), Ok(true));
        document
    };
    let (mine, theirs) = (purged("Aline", 9, &["T3", "T2"]), purged("Dominique", 10, &["T4"]));
    let context = MergeContext { base: None, in_hand: None, typed: &|_, _, value| format!("{value:?}") };
    let merge = Merge::of(mine.dataset(), theirs.dataset(), context);
    let mut after = Document::new(mine.dataset().clone());
    after.merge(&merge, stamp()).unwrap();
    let mut rebased = Document::new(theirs.dataset().clone());
    rebased.replay(&[merge.of_theirs(stamp())]).unwrap();
    assert!(after.dataset().same_records(rebased.dataset()));
    assert_eq!((canaries(after.dataset()), due_on(after.dataset(), LATER)), (2, Vec::new()));
}

#[test]
fn what_was_written_meanwhile_goes_with_a_purge_of_others_and_that_is_said() {
    let with = with_canaries();
    let mut purged = Document::new(with.dataset().clone());
    purge(&mut purged);
    let mut at_work = Document::new(with.dataset().clone());
    let notes = super::set(Relocations, with.row("R2"), "notes", Value::Text("revenue".into()));
    at_work.apply(&notes, stamp(), None).unwrap();
    let base = Some(with.dataset());
    let context = MergeContext { base, in_hand: None, typed: &|_, _, value| format!("{value:?}") };
    assert_eq!(Merge::of(at_work.dataset(), purged.dataset(), context).struck, 1);
    assert_eq!(Merge::of(purged.dataset(), at_work.dataset(), context).struck, 0);
}

#[test]
fn a_purge_of_others_leaves_in_a_backup_the_first_wish_that_it_has() {
    let with = with_canaries();
    let wish = cell(&with, "R2", "dwellings");
    let wishes = |all: &[&str]| Value::Choices(all.iter().map(|wish| (*wish).to_owned().into()).collect());
    let mut backup = Document::new(with.dataset().clone());
    let mut mine = Document::new(with.dataset().clone());
    mine.apply(&Edit::Set { cell: wish, value: wishes(&["T4", "T2"]) }, stamp(), None).unwrap();
    let mut theirs = Document::new(mine.dataset().clone());
    purge(&mut theirs);
    let context = MergeContext { base: None, in_hand: None, typed: &|_, _, value| format!("{value:?}") };
    let merge = Merge::of(mine.dataset(), theirs.dataset(), context);
    mine.merge(&merge, stamp()).unwrap();
    let strikes = mine.take_journal().last().and_then(JournalEntry::strikes).unwrap();
    assert_eq!(backup.strike_too(&strikes), Ok(true));
    assert_eq!([&mine, &backup].map(|document| document.dataset().stored(wish)), [wishes(&["T4"]), wishes(&["T2"])]);
    assert_eq!(canaries(backup.dataset()), canaries(mine.dataset()));
}

#[test]
fn a_journal_repeats_it() {
    let with = with_canaries();
    let mut document = Document::new(with.dataset().clone());
    purge(&mut document);
    let mut again = Document::new(with.dataset().clone());
    again.replay(&document.take_journal()).unwrap();
    assert_eq!(again.dataset(), document.dataset());
}
