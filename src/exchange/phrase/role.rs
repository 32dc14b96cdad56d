//! What the landlords in a line about a case do: they were asked, or one signed the lease.
//!
//! A rehousing counts for the landlord that signed (C6), so a name alone never becomes the signatory: without a lease
//! or the keys it is asked what the landlord does, and a lease without a landlord asks who signed it.

use crate::domain::id::{CellRef, RowId};
use crate::domain::message::Message;
use crate::domain::proposal::{Answer, Proposal};
use crate::domain::referral::Referral;
use crate::domain::relocation::Relocation;
use crate::domain::schema::{ColumnKey, Kind, TableId};
use crate::domain::unit::Unit;
use crate::domain::value::Value;
use crate::exchange::{entry, show};

use super::gather::Piece;
use super::reading::{Choice, Given, Question, Said};
use super::sense::{Ground, Offer};

/// How many landlords are offered.
const OFFERED: usize = 60;

/// Takes the landlords of a new case that were only asked out of it, as its referrals.
pub(super) fn sort(ground: &Ground, pieces: &mut Vec<Piece>, questions: &mut Vec<Question>) -> Vec<Said> {
    if ground.table != TableId::Relocations {
        return Vec::new();
    }
    let keys = Relocation::KEYS;
    let has = |pieces: &[Piece], column: ColumnKey| pieces.iter().any(|piece| piece.column == column);
    let signs_now = has(pieces, keys.lease_signed) || has(pieces, keys.moved_in);
    let signs = signs_now || ground.stored(keys.lease_signed).is_some() || ground.stored(keys.moved_in).is_some();
    if has(pieces, keys.landlord) {
        if signs {
            return Vec::new();
        }
        if ground.row.is_none() && has(pieces, keys.referred) {
            return referred(ground, pieces);
        }
        // One answer is that of all: several landlords are asked, as a rule.
        questions
            .extend(pieces.iter().find(|piece| piece.column == keys.landlord).map(|piece| what_it_does(ground, piece)));
        pieces.retain(|piece| piece.column != keys.landlord);
    } else if signs_now && ground.stored(keys.landlord).is_none() && questions.is_empty() {
        questions.push(who_signs(ground, pieces));
    }
    Vec::new()
}

/// One referral for each landlord, all of the same day.
fn referred(ground: &Ground, pieces: &mut Vec<Piece>) -> Vec<Said> {
    let keys = Relocation::KEYS;
    let day = pieces
        .iter()
        .find(|piece| piece.column == keys.referred)
        .map(|piece| given(ground, piece, Referral::KEYS.asked_on));
    let mut asked: Vec<Said> = Vec::new();
    for piece in pieces.iter().filter(|piece| piece.column == keys.landlord) {
        let landlord = given(ground, piece, Referral::KEYS.landlord);
        if !asked.iter().any(|said| said.value(landlord.column) == Some(&landlord.value)) {
            let values = [landlord].into_iter().chain(day.clone()).collect();
            asked.push(Said { table: TableId::Referrals, row: None, values });
        }
    }
    pieces.retain(|piece| piece.column != keys.landlord && piece.column != keys.referred);
    asked
}

fn given(ground: &Ground, piece: &Piece, column: ColumnKey) -> Given {
    let words = ground.typed.words(&piece.group).to_owned();
    Given { column, value: piece.value.clone(), words, is_today: piece.is_undated }
}

fn what_it_does(ground: &Ground, piece: &Piece) -> Question {
    let name =
        show::value(&piece.value, Kind::Reference(TableId::Landlords), ground.context.reader, ground.context.words);
    let offer = |column: ColumnKey| Offer {
        label: ground.column_word(column),
        detail: String::new(),
        words: format!("{name} {}", ground.name(column)),
    };
    let keys = Relocation::KEYS;
    let offers = vec![offer(keys.referred), offer(keys.lease_signed), offer(keys.moved_in)];
    let message = Message::new("phrase-which-role").text("landlord", name.as_str());
    let mut question = ground.question(&piece.group, message, offers);
    question.choices.extend(ground.put_away(&piece.group, ground.typed.words(&piece.group)));
    question
}

/// The landlord of her home and those that were asked come first.
fn who_signs(ground: &Ground, pieces: &[Piece]) -> Question {
    let mut likely = of_home(ground, pieces).into_iter().collect::<Vec<_>>();
    likely.extend(asked(ground));
    let offers = entry::suggest(Kind::Reference(TableId::Landlords), "", ground.context, OFFERED);
    let mut choices: Vec<(usize, Choice)> = Vec::new();
    for offer in offers {
        let place = likely.iter().position(|row| offer.value == Value::Reference(*row)).unwrap_or(likely.len());
        let text = ground.typed.and(&offer.label);
        choices.push((place, Choice { label: offer.label, detail: offer.detail, text }));
    }
    choices.sort_by_key(|(place, _)| *place);
    Question {
        message: Message::new("phrase-who-signs"),
        choices: choices.into_iter().map(|(_, choice)| choice).collect(),
    }
}

/// The landlord of the unit that is named, that the case names, or that she accepted.
fn of_home(ground: &Ground, pieces: &[Piece]) -> Option<RowId> {
    let keys = Relocation::KEYS;
    let named = pieces.iter().find(|piece| piece.column == keys.unit).map(|piece| piece.value.clone());
    let unit = named.or_else(|| ground.stored(keys.unit)).or_else(|| accepted(ground))?;
    let unit = unit.references().next()?;
    read(ground, TableId::Units, unit, Unit::KEYS.landlord).references().next()
}

fn accepted(ground: &Ground) -> Option<Value> {
    let (table, keys) = (TableId::Proposals, Proposal::KEYS);
    let case = Value::Reference(ground.row?);
    let mut rows = ground.context.reader.rows(table).into_iter();
    let row = rows.find(|row| {
        read(ground, table, *row, keys.relocation) == case
            && read(ground, table, *row, keys.answer) == Value::Choice(Answer::Accepted.key().into())
    })?;
    Some(read(ground, table, row, keys.unit)).filter(|unit| !unit.is_empty())
}

fn asked(ground: &Ground) -> Vec<RowId> {
    let Some(case) = ground.row else { return Vec::new() };
    let (table, keys) = (TableId::Referrals, Referral::KEYS);
    let of_case = |row: &RowId| read(ground, table, *row, keys.relocation) == Value::Reference(case);
    let rows = ground.context.reader.rows(table).into_iter().filter(of_case);
    rows.filter_map(|row| read(ground, table, row, keys.landlord).references().next()).collect()
}

fn read(ground: &Ground, table: TableId, row: RowId, column: ColumnKey) -> Value {
    ground.context.reader.read(CellRef { table, row, column }).unwrap_or_default()
}
