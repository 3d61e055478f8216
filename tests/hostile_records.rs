//! Records that somebody has changed: each is refused with the name of a field, or gives an article that can be asked
//! everything.

#![cfg(feature = "serde")]

#[path = "support/numbers.rs"]
mod numbers;
#[path = "support/walk.rs"]
mod walk;

use serde_json::{Value, json};
use std::fmt::Write;
use wirecopy::{Parser, Record};

/// Every kind of part, in few words.
const PAGE: &str = "Bridge shut\n\nBy Dana Whitlock, Reuters\n\nMarch 3, 2024\n\nThe bridge on Monday. (Nina Voss/AP)\n\n\
    HARLOW, Ohio (AP) — “It was ‘time’,” Mayor Bo Lund said. “So é.”\n\n“We went on,” he said.\n\n\
    Ida Voss, an engineer, said that it was “past saving.”\n\nTom Ebright in Vienna contributed to this report.";

fn ask(value: &Value, what: &str) -> bool {
    let Ok(record) = serde_json::from_value::<Record>(value.clone()) else { return false };
    match record.into_article() {
        Ok(article) => {
            let asked = std::panic::catch_unwind(|| walk::walk(&article));
            assert!(asked.is_ok(), "an article panics: {what}");
            true
        }
        Err(error) => {
            assert!(!error.to_string().is_empty());
            false
        }
    }
}

/// Each number of a record in turn, with each of these values.
#[test]
fn every_number_changed() {
    let article = Parser::new().parse(PAGE).expect("an article");
    let record = serde_json::to_value(Record::from(article)).expect("a record serializes");
    let (places, mut refused, mut taken) = (numbers::places(&record, "/nodes"), 0u32, 0u32);
    assert!(places.len() > 100, "{} numbers", places.len());
    let len = PAGE.len() as u64;
    for place in &places {
        let old = record.pointer(place).and_then(Value::as_u64).expect("a number");
        let near = [old + 1, old.saturating_sub(1), old + 7, old.saturating_sub(7)];
        let far = [0, 1, 2, 3, 5, len / 3, len / 2, len - 1, len, len + 1, u64::from(u32::MAX), u64::MAX];
        for value in near.into_iter().chain(far) {
            let mut changed = record.clone();
            *changed.pointer_mut(place).expect("a place") = json!(value);
            if ask(&changed, &format!("{place} = {value}")) {
                taken += 1;
            } else {
                refused += 1;
            }
        }
    }
    println!("{} numbers: {refused} records refused, {taken} taken", places.len());
    assert!(refused > 0 && taken > 0);
}

/// Several numbers at once, as far as the text goes: spans that are pieces of it, and stand where none can.
#[test]
fn several_numbers_changed() {
    let article = Parser::new().parse(PAGE).expect("an article");
    let record = serde_json::to_value(Record::from(article)).expect("a record serializes");
    let places = numbers::places(&record, "/nodes");
    let mut state = 1_u64;
    let mut next = |below: usize| {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (state >> 33) as usize % below
    };
    let mut taken = 0;
    for _ in 0..20_000 {
        let (mut changed, mut what) = (record.clone(), String::new());
        for _ in 0..2 + next(4) {
            let place = &places[next(places.len())];
            let most = if place.contains("start") || place.contains("end") { PAGE.len() } else { 6 };
            let value = next(most);
            let _ = write!(what, "{place} = {value}; ");
            *changed.pointer_mut(place).expect("a place") = json!(value);
        }
        taken += usize::from(ask(&changed, &what));
    }
    println!("{taken} of 20000 records taken");
    assert!(taken > 100);
}

/// A part of a record that has another type than it should is named in the error.
#[test]
fn every_type_changed() {
    let article = Parser::new().parse(PAGE).expect("an article");
    let record = serde_json::to_value(Record::from(article)).expect("a record serializes");
    let places = numbers::places(&record, "/nodes");
    for place in
        places.iter().map(String::as_str).chain(["/source", "/nodes", "/nodes/blocks", "/nodes/head"])
    {
        let field = place.rsplit('/').find(|part| part.parse::<usize>().is_err()).expect("a field");
        for value in [json!("x"), json!(-1), json!(0.5), json!([[]]), json!({"x": 1}), json!(true)] {
            if place == "/source" && value.is_string() {
                continue;
            }
            let mut changed = record.clone();
            *changed.pointer_mut(place).expect("a place") = value.clone();
            let error = serde_json::from_value::<Record>(changed).expect_err(place).to_string();
            assert!(error.contains(field), "{place} = {value}: {error}");
        }
    }
    let mut changed = record.clone();
    changed["nodes"]["blocks"][1]["span"]["start"] = json!("x");
    let error = serde_json::from_value::<Record>(changed).expect_err("a wrong start").to_string();
    assert_eq!(error, "nodes.blocks[1].span.start: invalid type: string \"x\", expected u32");
}

/// A binary form can promise a list of a billion in a few bytes; memory is taken for what comes, not for the promise.
#[test]
fn lists_of_a_billion() {
    let article = Parser::new().parse(PAGE).expect("an article");
    let bytes = postcard::to_stdvec(&Record::from(article.clone())).expect("a record serializes");
    let back = postcard::from_bytes::<Record>(&bytes).expect("a record").into_article();
    assert_eq!(back.expect("an article"), article);
    let billion = postcard::to_stdvec(&1_000_000_000_u64).expect("a number serializes");
    let mut refused = 0;
    for at in 0..bytes.len() {
        let changed = [&bytes[..at], &billion, &bytes[at + 1..]].concat();
        let heap = allocation_counter::measure(|| match postcard::from_bytes::<Record>(&changed) {
            Ok(record) => drop(record.into_article().map(|article| walk::walk(&article))),
            Err(_) => refused += 1,
        });
        assert!(heap.bytes_max < 16 << 20, "{} bytes of heap for a billion at {at}", heap.bytes_max);
    }
    assert!(refused > bytes.len() / 4, "{refused} of {}", bytes.len());
}
