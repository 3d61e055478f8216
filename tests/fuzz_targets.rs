//! What the fuzz targets assert, on the seeds, on the pieces of the dictionary and on every past finding: `fuzz/` runs the
//! same code on what a fuzzer makes of them.

#[path = "../benches/shared/adversarial.rs"]
mod adversarial;
#[path = "targets/dos.rs"]
mod dos;
#[path = "targets/edit.rs"]
mod edit;
#[path = "support/findings.rs"]
mod findings;
#[path = "targets/grammar.rs"]
mod grammar;
#[path = "support/laws.rs"]
mod laws;
#[path = "support/numbers.rs"]
mod numbers;
#[path = "targets/roundtrip.rs"]
mod roundtrip;
#[path = "targets/speech.rs"]
mod speech;
#[path = "support/walk.rs"]
mod walk;

type Target = (&'static str, fn(&[u8]));

const TARGETS: &[Target] = &[
    ("dos", memory),
    ("edit", edit::run),
    ("grammar", grammar::run),
    ("parse", parse),
    ("roundtrip", roundtrip::run),
    ("speech", speech::run),
];

/// Time is looked at by the fuzzer alone: no test asserts one.
fn memory(bytes: &[u8]) {
    dos::hold(bytes, false);
}

fn parse(bytes: &[u8]) {
    if let Ok(text) = std::str::from_utf8(bytes) {
        let _ = laws::parse(&laws::parser(bytes.first().map_or(0, |byte| byte % laws::PARSERS)), text);
    }
}

/// Every file of a folder, with its path.
fn files(folder: &str) -> Vec<(String, Vec<u8>)> {
    let Ok(entries) = std::fs::read_dir(folder) else { return Vec::new() };
    let mut files: Vec<_> = entries.map(|entry| entry.expect("an entry").path()).collect();
    files.sort();
    files
        .into_iter()
        .map(|path| (path.display().to_string(), std::fs::read(&path).expect("a file")))
        .collect()
}

#[test]
fn seeds() {
    let seeds = files("seeds");
    assert!(seeds.len() >= 12, "no seeds");
    for (name, run) in TARGETS {
        for (path, text) in &seeds {
            eprintln!("{name}: {path}");
            run(text);
        }
    }
}

#[test]
fn findings_of_every_target() {
    for (name, run) in TARGETS {
        for (finding, text) in findings::BROKE_A_LAW {
            eprintln!("{name}: {finding}");
            run(text.as_bytes());
        }
    }
}

/// What the benches repeat to be slow takes no more memory than other texts.
#[test]
fn memory_of_slow_texts() {
    for member in adversarial::FAMILY {
        eprintln!("{}", member.name);
        memory(member.text(300).as_bytes());
    }
}

/// The words of the dictionary, in pairs: what a fuzzer puts side by side first.
#[test]
fn pairs_of_dictionary_words() {
    let dictionary = std::fs::read_to_string("fuzz/press.dict").expect("the dictionary");
    let entries = dictionary.lines().filter(|line| !line.starts_with('#'));
    let words: Vec<_> = entries.filter_map(|line| Some(word(line.split_once('=')?.1))).collect();
    assert!(words.len() > 50, "the dictionary is not read");
    for (name, run) in TARGETS.iter().filter(|target| target.0 != "roundtrip") {
        for (at, first) in words.iter().enumerate() {
            let text: Vec<_> =
                words.iter().flat_map(|second| [first, &b" "[..], second, b"\n"].concat()).collect();
            eprintln!("{name}: word {at}");
            run(&text);
        }
    }
}

/// An entry of a libFuzzer dictionary: in marks, `\\xAB` for a byte.
fn word(line: &str) -> Vec<u8> {
    let inside = line.trim().trim_start_matches('"').strip_suffix('"').expect("an entry in marks");
    let mut bytes = inside.bytes();
    let mut word = Vec::new();
    while let Some(byte) = bytes.next() {
        word.push(match (byte, byte == b'\\') {
            (_, true) => match bytes.next() {
                Some(b'x') => {
                    let digits: String = bytes.by_ref().take(2).map(char::from).collect();
                    u8::from_str_radix(&digits, 16).expect("two digits")
                }
                other => other.expect("an escaped character"),
            },
            _ => byte,
        });
    }
    word
}

/// What a fuzzer has grown here, which git ignores: `cargo test --release --test fuzz_targets -- --ignored`.
#[test]
#[ignore = "takes as long as the corpus is large"]
fn grown_corpora() {
    for (name, run) in TARGETS {
        for (path, text) in files(&format!("fuzz/corpus/{name}")) {
            eprintln!("{path}");
            run(&text);
        }
    }
}
