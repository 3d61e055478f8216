//! Out to JSON and in again, by text, bytes, reader and value; and a record that somebody has tampered with is refused,
//! or gives an article that can be looked at all over.

use crate::{laws, numbers, walk};
use serde_json::Value;
use wirecopy::{Article, Record};

pub(crate) fn run(bytes: &[u8]) {
    let Ok(text) = std::str::from_utf8(bytes) else { return };
    let bits = bytes.first().map_or(0, |byte| byte % laws::PARSERS);
    let Ok(article) = laws::parser(bits).parse(text) else { return };
    let owned: Article<'static> = article.clone().into_owned();
    assert!(owned == article);
    let form = serde_json::to_string(&article).expect("an article serializes");
    assert_eq!(serde_json::to_string(&owned).expect("an article serializes"), form);

    let record = serde_json::to_string(&Record::from(article.clone())).expect("a record serializes");
    let value: Value = serde_json::from_str(&record).expect("a record is JSON");
    let pretty = serde_json::to_string_pretty(&value).expect("a value serializes");
    for back in [
        serde_json::from_str::<Record>(&record),
        serde_json::from_slice::<Record>(pretty.as_bytes()),
        serde_json::from_reader::<_, Record>(record.as_bytes()),
        serde_json::from_value::<Record>(value.clone()),
    ] {
        let back = back.expect("a record is read back").into_article().expect("a record is sound");
        assert!(back == article, "the article of a record differs");
    }
    // By the text: every input has another place and another number.
    let mut seed = bytes.iter().fold(0xCBF2_9CE4_8422_2325, |hash: u64, byte| {
        (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01B3)
    });
    for _ in 0..4 {
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        tampered(value.clone(), seed);
    }
}

/// Changes one number of the nodes.
fn tampered(mut value: Value, seed: u64) {
    let places = numbers::places(&value, "/nodes");
    if places.is_empty() {
        return;
    }
    let place = &places[(seed >> 32) as usize % places.len()];
    let number = value.pointer_mut(place).expect("a place of the value");
    let old = number.as_u64().unwrap_or(0);
    *number = match (seed >> 16) % 6 {
        0 => old.wrapping_add(1),
        1 => old.saturating_sub(1),
        2 => 0,
        3 => u64::from(u32::MAX),
        4 => old * 2,
        _ => (seed >> 8) % 256,
    }
    .into();
    if let Ok(Ok(article)) = serde_json::from_value::<Record>(value).map(Record::into_article) {
        walk::walk(&article);
    }
}
