//! Texts that once broke something, cut down to what broke it. A finding is named after what went wrong.

#[path = "support/findings.rs"]
mod findings;
#[path = "support/laws.rs"]
mod laws;

use laws::{PARSERS, parser};

#[test]
fn laws_hold_on_what_broke_them() {
    for (name, text) in findings::BROKE_A_LAW {
        for bits in 0..PARSERS {
            let held = std::panic::catch_unwind(|| laws::parse(&parser(bits), text));
            assert!(matches!(held, Ok(Ok(()))), "{name}, options {bits}: {text:?}");
        }
    }
}

/// Name of the finding, and what a text of half a megabyte opens and goes on with.
///
/// Each took minutes when work grew with the square of the length. No clock is asked: that the test ends is the test.
const GREW_WITH_ITS_SQUARE: &[(&str, &str, &str)] = &[
    ("pronouns_after_a_name_of_ten_thousand_words", "N ", "he said "),
    ("pronouns_after_a_word_without_an_end", "Inc.", " he said, "),
    ("pronouns_without_an_organization_among_many_speakers", "N said it was so. ", "They said it was not. "),
    ("stops_that_only_a_zero_width_space_follows", "Inc.\u{200B}", ".\u{200B}"),
];

#[test]
fn what_grew_with_its_square_ends() {
    for (name, opening, rest) in GREW_WITH_ITS_SQUARE {
        let mut text = String::new();
        // An N stands for a name that is used once.
        for number in 0u32.. {
            let unit = match text.len() / 250_000 {
                0 => opening,
                1 => rest,
                _ => break,
            };
            let letters =
                number.to_string().bytes().map(|digit| char::from(digit - b'0' + b'a')).collect::<String>();
            text.push_str(&unit.replace('N', &format!("X{letters} Ob{letters}")));
        }
        let article = wirecopy::parse(&text).expect("an article");
        assert!(article.blocks().len() > 0, "{name}");
    }
}

/// Lengths in bytes counted a line end twice where it was CRLF, and block kinds hang on lengths.
#[test]
fn a_wrapped_block_is_no_longer_with_crlf() {
    let kinds = |text: &str| {
        let article = wirecopy::parse(text).expect("an article");
        article.blocks().map(|block| block.kind()).collect::<Vec<_>>()
    };
    let line = "the bridge over the Lunn was shut and nobody could say when\n";
    for words in 1..120 {
        let first: Vec<_> = line.repeat(12).split_inclusive(' ').take(words).map(str::to_string).collect();
        for stop in ["", ".", ".”"] {
            let text =
                format!("    {}{stop}\n    Traffic was sent by way of Harlow.\n", first.concat().trim_end());
            assert_eq!(kinds(&text), kinds(&text.replace('\n', "\r\n")), "{words} words: {text:?}");
        }
    }
}

/// "who" hangs on a noun of its own sentence: a name that ends the block before it is nobody's antecedent.
#[test]
fn who_reaches_over_no_block() {
    let text = "Bridge Shut\n\nA note from Ida Voss\n\nthe people who said it was time left.";
    let article = wirecopy::parse(text).expect("an article");
    assert!(
        article.speakers().all(|speaker| speaker.name() != "Ida Voss"),
        "{:?}",
        article.attributions().last()
    );
}
