//! Texts that no newsroom prints and anyone may send: each repeats what makes a careless parser look twice.

/// One way to write a text that is hard to parse.
pub(crate) struct Member {
    pub(crate) name: &'static str,
    write: fn(usize) -> String,
}

impl Member {
    /// About `len` bytes of it.
    pub(crate) fn text(&self, len: usize) -> String {
        (self.write)(len)
    }
}

/// Every member, by what it repeats.
pub(crate) const FAMILY: &[Member] = &[
    Member { name: "straight_marks", write: |len| "\"".repeat(len) },
    Member { name: "opening_marks", write: |len| filled(len, "“") },
    Member { name: "marks_and_letters", write: |len| filled(len, "\"a") },
    Member { name: "said", write: |len| filled(len, "said ") },
    Member { name: "by", write: |len| filled(len, "By ") },
    Member { name: "names", write: |len| filled(len, "A, B, ") },
    Member { name: "newlines", write: |len| format!("A{}B", "\n".repeat(len)) },
    Member { name: "one_word", write: |len| filled(len, "bridge ") },
    Member { name: "agency_dashes", write: |len| filled(len, "(AP) — ") },
    Member { name: "nested_quotations", write: nested },
    Member {
        name: "quotations_in_quotations",
        write: |len| filled(len, "“He told me ‘no’ twice,” she said. "),
    },
    Member { name: "titles", write: |len| filled(len, "Mr. ") },
    Member { name: "one_speaker", write: |len| filled(len, "“It was time,” Ida Voss said. ") },
    Member { name: "many_speakers", write: |len| speakers(len, " ") },
    Member { name: "many_speakers_in_paragraphs", write: |len| speakers(len, "\n\n") },
    Member { name: "no_space", write: |len| filled(len, "bridge") },
    Member { name: "no_space_with_stops", write: |len| filled(len, "Mr.Voss,said.") },
    Member { name: "combining_marks", write: |len| format!("e{}", filled(len, "\u{301}")) },
    Member { name: "participles", write: |len| filled(len, "saying ") },
    Member { name: "colons", write: |len| filled(len, "A: “b” ") },
    Member { name: "no_antecedent", write: |len| filled(len, "he said ") },
];

/// `unit` over and over, to `len` bytes or a little less.
pub(crate) fn filled(len: usize, unit: &str) -> String {
    unit.repeat(len / unit.len())
}

/// Quotations that all open before the first closes, double and single marks in turn.
fn nested(len: usize) -> String {
    let pairs = len / ("“a ‘a ".len() + "’ ” ".len());
    "“a ‘a ".repeat(pairs) + &"’ ” ".repeat(pairs)
}

/// Quotations, each of somebody else: fifty thousand people in two megabytes.
fn speakers(len: usize, gap: &str) -> String {
    let mut text = String::with_capacity(len);
    for number in 0.. {
        let quotation = format!("“It was time,” {} {} said.{gap}", name(number * 31), name(number));
        if text.len() + quotation.len() > len {
            break;
        }
        text.push_str(&quotation);
    }
    text
}

/// A name that no other number has.
fn name(mut number: usize) -> String {
    const PARTS: [&str; 16] = [
        "ba", "den", "fi", "gor", "ha", "jun", "kel", "lo", "mar", "nie", "po", "ras", "sul", "ti", "vor",
        "wen",
    ];
    let mut name = String::new();
    loop {
        name.push_str(PARTS[number % PARTS.len()]);
        number /= PARTS.len();
        if number == 0 {
            break;
        }
    }
    name[..1].to_uppercase() + &name[1..]
}
