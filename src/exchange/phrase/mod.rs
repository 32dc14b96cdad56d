//! A line of text as people write it in a hurry, read as one record: "vilogia t3 lille publié 12/05".
//!
//! Pure: from the text, what the reader may see and the words to a reading. Never guesses: what may mean several things,
//! and what is not understood, is a question, each with choices that are the whole line written anew; so the text is
//! all there is to know, and an answer can be seen and corrected in it. Never drops a word but articles and the like.
//! Values are parsed as in cells (`entry`).

mod free;
mod gather;
mod kind;
mod lexicon;
mod minutes;
mod named;
mod reading;
mod role;
mod sense;
mod token;
mod unknown;

use crate::domain::message::Message;

use super::entry::EntryContext;
use gather::gather;
use kind::{Kinds, Subject};
use sense::Ground;
use token::Typed;

pub use reading::{Choice, Given, Question, Reading, Said};

/// A longer text is no line.
pub const LONGEST: usize = 400;

/// Reads a line.
pub fn read(text: &str, context: &EntryContext) -> Reading {
    if text.chars().nth(LONGEST).is_some() {
        let message = Message::new("entry-too-long").count("most", LONGEST);
        return Reading { questions: vec![Question { message, choices: Vec::new() }], ..Reading::default() };
    }
    let typed = Typed::of(text);
    if typed.len() == 0 {
        return Reading::default();
    }
    if let Some(table) = minutes::kind(&typed) {
        return minutes::read(table, &typed, context);
    }
    let kinds = Kinds::of(&typed, context);
    match kinds.subject() {
        Ok(Subject { table, row }) => {
            let ground = Ground { typed: &typed, table, row, context, codes: &kinds.codes, kind_word: kinds.word() };
            gather(&ground, ground.senses())
        }
        Err(question) => Reading { questions: vec![question], ..Reading::default() },
    }
}
