//! The pages of `examples/report`: nothing of an article is lost on them, and nothing of it is taken for HTML.

#[path = "../examples/report/pages/mod.rs"]
mod pages;
#[path = "../benches/shared/seeds.rs"]
mod seeds;

use pages::cut::{Mark, cut};
use pages::{Entry, address};
use proptest::prelude::*;
use proptest::sample::select;
use regex::Regex;
use std::collections::{BTreeSet, HashMap};
use wirecopy::{Parser, Quote, Span, parse};

const HOSTILE: &str = "\
Mayor & council <script>alert(1)</script> at odds

By Dana \"Whit\" O’Lock & Bo <b>Ames</b>

HARLOW, Ohio — The bridge & the ferry were shut on Monday. “We saw <img src=x onerror=alert(2)> &amp; ‘cracks’,” said \
Ida \"Ace\" Voss-<i>Lund</i>, an <em>engineer</em>. “]]> --> </article></style></script>”

“He said ‘no <& \"yes\"’ twice,” Voss told the council. She denied </p> the claims.
";

fn entry(file: &str, text: &str) -> Entry {
    let article = parse(text).expect("an article").into_owned();
    let address = address(file, &mut BTreeSet::new());
    Entry { article, file: file.to_string(), address }
}

fn entries() -> Vec<Entry> {
    let hostile = ("\"><img src=y>&".to_string(), HOSTILE.to_string());
    seeds::seeds().into_iter().chain([hostile]).map(|(name, text)| entry(&name, &text)).collect()
}

fn page(entry: &Entry) -> String {
    pages::article(entry, true).into_string()
}

/// What a reader sees of a piece of HTML, as far as it is text.
fn text_of(html: &str) -> String {
    let bare = Regex::new("<[^>]*>").unwrap().replace_all(html, "");
    let unescaped = bare.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"");
    unescaped.replace("&amp;", "&")
}

/// The region of the page that holds the article.
fn story(page: &str) -> &str {
    let (_, from) = page.split_once("<article").expect("an article");
    let (story, _) = from.split_once("</article>").expect("its end");
    story.split_once('>').expect("its attributes").1
}

fn folded(text: &str) -> Vec<&str> {
    text.split_whitespace().collect()
}

fn all<'p>(pattern: &str, page: &'p str) -> Vec<&'p str> {
    let pattern = Regex::new(pattern).unwrap();
    pattern.captures_iter(page).map(|found| found.get(1).expect("a group").as_str()).collect()
}

/// The ids of a page, each of which may be there once.
fn ids(page: &str) -> BTreeSet<&str> {
    let listed = all(r#" id="([^"]*)""#, page);
    let ids: BTreeSet<_> = listed.iter().copied().collect();
    assert_eq!(ids.len(), listed.len(), "an id twice: {listed:?}");
    ids
}

fn check_links(page: &str) {
    let ids = ids(page);
    for pattern in
        [r##" href="#([^"]*)""##, r#" aria-labelledby="([^"]*)""#, r#" aria-describedby="([^"]*)""#]
    {
        for target in all(pattern, page) {
            assert!(ids.contains(target), "{pattern} {target}");
        }
    }
}

/// The words of a quotation without those of the quotations inside it.
fn own_words(entry: &Entry, quote: Quote) -> String {
    let inner =
        entry.article.quotes().filter(|other| other.nested_in().map(Quote::index) == Some(quote.index()));
    let inner: Vec<Span> = inner.map(|other| other.span()).collect();
    let letters = quote.text().char_indices().filter(|(at, _)| {
        let at = quote.span().start + *at as u32;
        !inner.iter().any(|span| span.start <= at && at < span.end)
    });
    letters.map(|(_, letter)| letter).collect()
}

fn check_quotations(entry: &Entry, page: &str) {
    let link = Regex::new(r##"(?s)<a class="quote [^>]* href="#why-(\d+)"[^>]*>(.*?)</a>"##).unwrap();
    let mut shown: HashMap<usize, String> = HashMap::new();
    for found in link.captures_iter(story(page)) {
        shown.entry(found[1].parse().unwrap()).or_default().push_str(&text_of(&found[2]));
    }
    let ids = ids(page);
    for quote in entry.article.quotes() {
        assert_eq!(shown.get(&quote.index()), Some(&own_words(entry, quote)), "{quote:?}");
        assert!(ids.contains(format!("quote-{}", quote.index()).as_str()), "{quote:?}");
        assert!(ids.contains(format!("why-{}", quote.index()).as_str()), "{quote:?}");
    }
    assert_eq!(shown.len(), entry.article.quotes().len());
}

fn check(entry: &Entry) {
    let page = page(entry);
    assert_eq!(folded(&text_of(story(&page))), folded(entry.article.source()));
    check_links(&page);
    check_quotations(entry, &page);
}

#[test]
fn an_article_is_on_its_page_whole() {
    let entries = entries();
    assert!(entries.iter().map(|entry| entry.article.quotes().len()).sum::<usize>() > 100);
    entries.iter().for_each(check);
}

#[test]
fn nothing_of_an_article_is_markup() {
    let entry = entries().pop().unwrap();
    for page in [page(&entry), pages::index(&[entry]).into_string()] {
        for markup in ["<script>alert", "<img", "<b>Ames", "<i>Lund", "<em>", "]]>"] {
            assert!(!page.contains(markup), "{markup}\n{page}");
        }
        assert!(page.contains("Mayor &amp; council &lt;script&gt;alert(1)&lt;/script&gt; at odds"));
        assert!(page.matches("<script").count() <= 1 && page.matches("</style>").count() == 1);
        assert!(page.contains("default-src 'none'"));
    }
}

#[test]
fn headings_are_in_order() {
    let entries = entries();
    let body = Parser::new().body_only(true).parse("“We saw cracks,” said Ida Voss.").unwrap();
    let headless = Entry { article: body.into_owned(), ..entry("notes", "A note") };
    assert!(headless.article.headline().is_none());
    let index = pages::index(&entries).into_string();
    for page in entries.iter().chain([&headless]).map(page).chain([index]) {
        let levels: Vec<u32> = all("<h([1-6])", &page).iter().map(|level| level.parse().unwrap()).collect();
        assert_eq!(levels.iter().filter(|level| **level == 1).count(), 1);
        let steps = [0].iter().chain(&levels).zip(&levels).all(|(from, to)| *to <= from + 1);
        assert!(steps, "{levels:?}");
        for landmark in ["<main", "<header", "<footer", "lang=\"en\"", "name=\"viewport\""] {
            assert_eq!(page.matches(landmark).count(), 1, "{landmark}");
        }
    }
}

#[test]
fn what_is_marked() {
    let text = "“We saw cracks,” Ida Voss said. She said that it was time. The “wobbly lady” rests.";
    let page = page(&entry("one", text));
    for part in [
        "“<a class=\"quote voice-1\" id=\"quote-0\" href=\"#why-0\" aria-describedby=\"why-0\" data-of=\"0\" \
         data-key=\"A\">We saw cracks,</a>”",
        "<span class=\"mention voice-1\" data-of=\"0\">Ida Voss</span> \
         <span class=\"cue voice-1\" data-of=\"0\">said</span>",
        "<span class=\"reported voice-1\" data-of=\"1\" data-key=\"A\">it was time</span>",
        "“<a class=\"quote voice-none\" id=\"quote-1\" href=\"#why-1\" aria-describedby=\"why-1\">wobbly lady</a>”",
        "<dt>Words</dt><dd><span class=\"count\">3</span><span class=\"bar\" aria-hidden=\"true\">\
         <span style=\"width:60%\"></span></span><span class=\"share\">60%</span></dd>",
        "<p id=\"why-0\" tabindex=\"-1\">Ida Voss: a clause after it, “Ida Voss said”",
    ] {
        assert!(page.contains(part), "{part}\n{page}");
    }
}

#[test]
fn the_index_counts_each_name_once() {
    let texts = [
        ("one", "“We saw cracks,” Ida Voss said. “It was time,” a council official said."),
        ("two", "“Not again,” Ida Voss said. “We knew,” Bo Lund said."),
    ];
    let page = pages::index(&texts.map(|(file, text)| entry(file, text))).into_string();
    let rows: Vec<Vec<String>> = all("(?s)<tr>(.*?)</tr>", &page)
        .iter()
        .map(|row| all("(?s)<t[hd][^>]*>(.*?)</t[hd]>", row).into_iter().map(text_of).collect())
        .collect();
    assert!(
        rows.contains(&["Ida Voss", "person", "2", "2", "5", "50%"].map(String::from).to_vec()),
        "{rows:?}"
    );
    assert!(rows.contains(&["two", "", "", "2", "100%", "2", "0"].map(String::from).to_vec()), "{rows:?}");
    assert!(page.contains("<dd id=\"figure-sources\">3</dd>"), "{page}");
    assert!(page.contains("<dd id=\"figure-unnamed\">33%</dd>"), "{page}");
    assert!(page.contains("<dd id=\"figure-their-words\">30%</dd>"), "{page}");
}

#[test]
fn the_index_leads_to_the_pages() {
    let entries = entries();
    let written: HashMap<_, _> = entries.iter().map(|entry| (entry.address.as_str(), page(entry))).collect();
    let index = pages::index(&entries).into_string();
    check_links(&index);
    let links = all(r##" href="([^"#][^"]*)""##, &index);
    assert!(links.len() > entries.len());
    for link in links {
        let (address, target) = link.split_once('#').unwrap_or((link, "story"));
        assert!(ids(&written[address]).contains(target), "{link}");
    }
}

#[test]
fn addresses_are_safe_and_differ() {
    let mut taken = BTreeSet::from([pages::INDEX.to_string()]);
    let files = ["a/One.txt", "b/one.txt", "Ö & <x>.txt", "index.txt", "one-2.txt"];
    let addresses = files.map(|file| address(file, &mut taken));
    assert_eq!(addresses, ["one.html", "one-2.html", "-----x-.html", "index-2.html", "one-2-2.html"]);
}

/// How far apart two colours are by the Web Content Accessibility Guidelines.
fn contrast(one: &str, other: &str) -> f64 {
    let light = |colour: &str| {
        let part = |at: usize| {
            let part = f64::from(u8::from_str_radix(&colour[at..at + 2], 16).unwrap()) / 255.0;
            if part <= 0.04045 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
        };
        0.2126 * part(1) + 0.7152 * part(3) + 0.0722 * part(5)
    };
    let (one, other) = (light(one), light(other));
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

#[test]
fn colours_can_be_read() {
    let style = include_str!("../examples/report/colours.css");
    let (light, dark) = style.split_once("prefers-color-scheme: dark").unwrap();
    let (dark, rest) = dark.split_once("\n}\n").unwrap();
    let colour = Regex::new(r"--([a-z0-9-]+): (#[0-9a-f]{6});").unwrap();
    for theme in [light, dark] {
        let colours: HashMap<_, _> =
            colour.captures_iter(theme).map(|found| (found[1].to_string(), found[2].to_string())).collect();
        let reads = |one: &str, other: &str| {
            let contrast = contrast(&colours[one], &colours[other]);
            assert!(contrast >= 4.5, "{one} on {other}: {contrast:.2}");
        };
        reads("ink", "paper");
        reads("soft", "paper");
        for voice in ["none", "1", "2", "3", "4", "5", "6", "7", "8"] {
            let (voice, tint) = (format!("voice-{voice}"), format!("tint-{voice}"));
            reads(&voice, "paper");
            reads(&voice, &tint);
            reads("ink", &tint);
            reads("soft", &tint);
            assert!(rest.contains(&format!(".{voice} {{")), "{voice} has no class");
        }
    }
    assert!((contrast("#000000", "#ffffff") - 21.0).abs() < 0.01);
}

const PIECES: &[&str] = &[
    "“",
    "”",
    "\"",
    "‘",
    "’",
    "''",
    " ",
    " ",
    "\n",
    "\n\n",
    ".",
    ",",
    "—",
    "<",
    ">",
    "&",
    "&lt;",
    "<!--",
    "</p>",
    "said",
    " he said ",
    "Ida Voss",
    "Mr. Lund",
    " said that ",
    "a spokesman",
    "By Ida Voss",
    "HARLOW, Ohio (AP) — ",
    "denied ",
    "We saw cracks",
    "The bridge was shut on Monday.",
    "according to ",
    "é",
    "日本",
    "• ",
    "Q: ",
    "(Nina Voss/AP)",
];

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, ..ProptestConfig::default() })]

    #[test]
    fn noise_is_on_its_page_whole(pieces in prop::collection::vec(select(PIECES), 1..80)) {
        let text = pieces.concat();
        if parse(&text).is_ok() {
            check(&entry("noise", &text));
        }
    }

    #[test]
    fn pieces_tile(from in 0u32..20, length in 1u32..40, spans in prop::collection::vec((0u32..70, 0u32..30), 0..12)) {
        let whole = Span::new(from, from + length);
        let marks: Vec<_> = spans
            .iter()
            .enumerate()
            .map(|(what, (start, length))| Mark { span: Span::new(*start, start + length), what })
            .collect();
        let pieces = cut(whole, marks.clone());
        let ends = pieces.iter().map(|piece| piece.span.end);
        let starts: Vec<_> = pieces.iter().map(|piece| piece.span.start).chain([whole.end]).collect();
        prop_assert_eq!(starts, std::iter::once(from).chain(ends).collect::<Vec<_>>());
        for piece in &pieces {
            prop_assert!(!piece.span.is_empty());
            for at in piece.span.range() {
                let covering = marks.iter().filter(|mark| mark.span.range().contains(&at)).map(|mark| mark.what);
                let shown: BTreeSet<_> = piece.marks.iter().copied().collect();
                prop_assert_eq!(shown.len(), piece.marks.len());
                prop_assert_eq!(shown, covering.collect::<BTreeSet<_>>());
            }
            let spans: Vec<_> = piece.marks.iter().map(|what| marks[*what].span).collect();
            prop_assert!(spans.windows(2).all(|pair| pair[0].start <= pair[1].start));
        }
    }
}
