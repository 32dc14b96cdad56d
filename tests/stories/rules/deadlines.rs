//! The last day to answer an offer, against a table made by hand (CCH R.441-10, code de procédure civile 642).

use chrono::{Datelike, NaiveDate};
use clefs::domain::calendar::{deadline, is_public_holiday, is_working_day};

use crate::build::day;

const TABLE: &str = include_str!("../../fixtures/deadlines.csv");

#[test]
fn each_line_of_the_table_ends_on_its_day() {
    let lines: Vec<Vec<&str>> = TABLE.lines().skip(1).map(|line| line.split(';').collect()).collect();
    assert!(lines.len() >= 40);
    for line in lines {
        let [received, days, last, why] = line[..] else { panic!("{line:?}") };
        let found = deadline(day(received), days.parse().expect("days"));
        assert_eq!(found, Some(day(last)), "{received} + {days}: {why}");
    }
}

#[test]
fn a_year_has_its_eleven_holidays_and_no_more() {
    let of = |year: i32| -> Vec<String> {
        let first = NaiveDate::from_ymd_opt(year, 1, 1).expect("a day");
        let days = first.iter_days().take_while(|day| day.year() == year);
        days.filter(|day| is_public_holiday(*day)).map(|day| day.format("%m-%d").to_string()).collect()
    };
    let year = |easter: &str, ascension: &str, whit: &str| {
        let fixed = ["01-01", "05-01", "05-08", "07-14", "08-15", "11-01", "11-11", "12-25"];
        let mut all: Vec<String> = fixed.iter().chain(&[easter, ascension, whit]).map(ToString::to_string).collect();
        all.sort();
        // Ascension may fall on another holiday.
        all.dedup();
        all
    };
    assert_eq!(of(2021), year("04-05", "05-13", "05-24"));
    assert_eq!(of(2022), year("04-18", "05-26", "06-06"));
    assert_eq!(of(2023), year("04-10", "05-18", "05-29"));
    assert_eq!(of(2024), year("04-01", "05-09", "05-20"));
    assert_eq!(of(2008), year("03-24", "05-01", "05-12"));
}

#[test]
fn a_deadline_is_a_working_day_and_none_before_it_was() {
    let first = day("2021-01-01");
    for received in first.iter_days().take(3 * 365) {
        let last = deadline(received, 10).expect("a day");
        assert!(is_working_day(last));
        let plain = received + chrono::Days::new(10);
        assert!(plain.iter_days().take_while(|day| *day < last).all(|day| !is_working_day(day)), "{received}");
    }
}
