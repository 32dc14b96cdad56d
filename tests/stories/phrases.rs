//! Quick entry: each line of the list is read as its record, or asks its question.

use clefs::domain::dataset::Dataset;
use clefs::domain::schema::TableId;
use clefs::domain::value::Value;
use clefs::exchange::entry::EntryContext;
use clefs::exchange::phrase::{Question, Reading, Said, read};
use clefs::exchange::show;
use clefs::words::Lang;

use crate::build::Build;
use crate::exchange::in_context;
use crate::store::template::LANDLORDS;

/// The landlords and associations of the convention by name, a sector, and a few records.
pub fn convention() -> Dataset {
    with_records().dataset().clone()
}

fn with_records() -> Build {
    let mut b = Build::new();
    b.set(TableId::Convention, "Convention fictive", "as_of", "2021-04-20");
    b.commitment("units", "2021", "*", "27");
    for name in LANDLORDS {
        b.landlord(name, &[]);
    }
    for name in ["Voix de nanas", "Solfa", "Louise Michel", "Havre"] {
        b.add(TableId::Associations, name, &[("joined", "2021-03-25")]);
    }
    b.add(TableId::Committees, "C1", &[("held_on", "2021-04-09"), ("state", "held")]);
    b.add(TableId::Sectors, "Lens-Liévin", &[("communes", "e246200364")]);
    b.unit("L-0012", "Vilogia", &[("dwelling", "T3"), ("commune", "59350"), ("identified", "2021-04-01")]);
    b.unit("L-0013", "Partenord", &[("dwelling", "T2"), ("commune", "59512"), ("published", "2021-04-02")]);
    b.case("R-AB3CD", &[("association", "Solfa"), ("need_spotted", "2021-04-01"), ("dwellings", "T3")]);
    b.case("R-XY9ZT", &[("association", "Havre"), ("unit", "L-0013"), ("landlord", "")]);
    b.referral("R-AB3CD", "Vilogia", &[("asked_on", "2021-04-06")]);
    b.proposal("L-0012", "R-AB3CD", &[("proposed_on", "2021-04-10")]);
    b
}

/// The list: what is typed, and what it gives.
fn list() -> Vec<(String, String)> {
    let fixture = include_str!("../fixtures/phrases.csv");
    let mut reader = csv::ReaderBuilder::new().delimiter(b';').from_reader(fixture.as_bytes());
    reader.records().map(|line| line.unwrap()).map(|line| (line[0].to_owned(), line[1].to_owned())).collect()
}

/// A reading in the list's notation: `units landlord=Vilogia, dwelling=T3`, or its questions with their choices.
fn written(reading: &Reading, context: &EntryContext) -> String {
    if !reading.questions.is_empty() {
        let all: Vec<_> = reading.questions.iter().map(asked).collect();
        return all.join(" ");
    }
    let records: Vec<_> = reading.record.iter().chain(&reading.referrals).map(|said| record(said, context)).collect();
    if records.is_empty() { "nothing".to_owned() } else { records.join(" + ") }
}

fn asked(question: &Question) -> String {
    const SHOWN: usize = 3;
    let labels: Vec<_> = question.choices.iter().take(SHOWN).map(|choice| choice.label.as_str()).collect();
    let more = if question.choices.len() > SHOWN { " …" } else { "" };
    let about = question.message.args.first().map(|(_, arg)| match arg {
        clefs::domain::message::Arg::Text(text) => format!(" ({text})"),
        clefs::domain::message::Arg::Term(key) => format!(" ({key})"),
        clefs::domain::message::Arg::Date(day) => format!(" ({day})"),
        _ => String::new(),
    });
    format!("? {}{} [{}{more}]", question.message.key, about.unwrap_or_default(), labels.join(" | "))
}

fn record(said: &Said, context: &EntryContext) -> String {
    let name = said.row.map(|row| format!(" {}", show::label(said.table, row, context.reader, context.words)));
    let values = said.values.iter().map(|given| {
        let kind = said.table.column(given.column).unwrap().kind;
        let shown = show::value(&given.value, kind, context.reader, context.words);
        let today = if given.is_today { " (today)" } else { "" };
        format!("{}={shown}{today}", given.column.as_str())
    });
    format!("{}{} {}", said.table.key(), name.unwrap_or_default(), values.collect::<Vec<_>>().join(", "))
}

#[test]
fn every_phrase_of_the_list_is_read_as_listed() {
    let dataset = convention();
    let list = list();
    let mut wrong = Vec::new();
    in_context(&dataset, Lang::Fr, |context| {
        for (typed, gives) in &list {
            let given = written(&read(typed, context), context);
            if given != *gives {
                wrong.push(format!("{typed};{given}"));
            }
        }
    });
    assert!(wrong.is_empty(), "\n{}\n", wrong.join("\n"));
    assert!(list.len() >= 150, "{} phrases", list.len());
}

/// What a question asks about, without its choices.
fn about(question: &Question) -> String {
    format!("{:?}", question.message)
}

#[test]
fn any_answer_to_a_question_is_understood() {
    let dataset = convention();
    in_context(&dataset, Lang::Fr, |context| {
        let mut wrong = Vec::new();
        for (typed, _) in list() {
            let reading = read(&typed, context);
            for (question, choice) in reading.questions.iter().flat_map(|q| q.choices.iter().map(move |c| (q, c))) {
                let after = read(&choice.text, context);
                if after.questions.iter().any(|again| about(again) == about(question)) {
                    wrong.push(format!("{typed} → {} asks the same again", choice.text));
                }
            }
        }
        assert!(wrong.is_empty(), "\n{}\n", wrong.join("\n"));
    });
}

#[test]
fn what_is_in_quotation_marks_is_a_note_word_for_word() {
    let dataset = convention();
    in_context(&dataset, Lang::Fr, |context| {
        let reading = read("vilogia t3 lille « vu le 3/4, 450 € » publié 12/05", context);
        let said = reading.record.as_ref().unwrap();
        let notes = said.values.iter().find(|given| given.column.as_str() == "notes").unwrap();
        assert_eq!(notes.value, Value::Text("vu le 3/4, 450 €".to_owned()));
        assert!(reading.is_complete());
    });
}

#[test]
fn what_was_noted_before_stays() {
    let mut b = with_records();
    b.set(TableId::Units, "L-0012", "notes", "vu");
    let referral = b.dataset().referrals.iter().next().unwrap().id();
    b.set_row(TableId::Referrals, referral, "notes", "relancé");
    in_context(b.dataset(), Lang::Fr, |context| {
        for (line, notes) in [
            ("L-0012 publié 12/05 \"à revoir\"", "vu\nà revoir"),
            ("interpellation R-AB3CD vilogia refus 12/4 \"par téléphone\"", "relancé\npar téléphone"),
        ] {
            let said = read(line, context).record.unwrap();
            let given = said.values.iter().find(|given| given.column.as_str() == "notes").unwrap();
            assert_eq!(given.value, Value::Text(notes.to_owned()), "{line}");
        }
    });
}

#[test]
fn a_name_alone_never_becomes_the_landlord_that_signed() {
    let dataset = convention();
    in_context(&dataset, Lang::Fr, |context| {
        for line in ["relogement solfa partenord", "R-AB3CD partenord", "relogement solfa partenord interpellé 3/4"] {
            let reading = read(line, context);
            let said = reading.record.as_ref().unwrap();
            assert!(said.values.iter().all(|given| given.column.as_str() != "landlord"), "{line}");
        }
    });
}
