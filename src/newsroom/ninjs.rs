//! IPTC ninjs → a draft. The names of 1.x, 2.x and 3.x are all read, whatever version an item says it has:
//!
//! | 1.x | 2.x | 3.x |
//! | --- | --- | --- |
//! | `headline`, `headline_…` | `headlines` | `headlines` |
//! | `byline` | `by` | `by` |
//! | `body_…` | `bodies`, `contenttype` | `bodies`, `contentType` |
//! | `description_…` | `descriptions` | `descriptions` |
//! | `infosource` | `infosources` | `infoSources` |
//! | `firstcreated` | `firstcreated` | `firstCreated` |
//! | `associations`, an object | `associations`, a list | `associations`, a list |

use super::draft::{Draft, Filed, Picture, Signed};
use super::error::{NewsroomError, check};
use super::html;
use super::story::{Part, Story};
use crate::head_matter::{byline, one_line};
use crate::layout::{BlockKind, paragraphs};
use serde_json::{Map, Value};

type Object = Map<String, Value>;

/// Takes an item apart.
pub(super) fn draft(json: &str) -> Result<Draft, NewsroomError> {
    check(json.len())?;
    let value: Value = serde_json::from_str(json).map_err(|error| not_json(&error))?;
    let Value::Object(item) = value else { return Err(NewsroomError::NotNinjs) };
    let headlines = variants(&item, "headline", "headlines");
    let is_deck = |variant: &Variant| ["subhead", "subheadline", "deck"].contains(&variant.role.as_str());
    let headline = headlines.iter().find(|it| it.role == "main").or(headlines.iter().find(|it| !is_deck(it)));
    let created = said(&item, &["firstCreated", "firstcreated", "contentCreated", "contentcreated"]);
    Ok(Draft {
        headline: headline.map(Variant::line).or(said(&item, &["title"])),
        deck: headlines.iter().find(|it| is_deck(it)).map(Variant::line),
        bylines: said(&item, &["by", "byline"])
            .and_then(|by| byline(&by))
            .map(|line| Signed { line, people: Vec::new() })
            .into_iter()
            .collect(),
        dateline: said(&item, &["located"]).map(|line| Filed { line, ..Filed::default() }),
        published: created,
        updated: said(&item, &["versionCreated", "versioncreated"]),
        pictures: pictures(&item),
        story: story(&item)?,
        tagline: None,
        publication: None,
        distributor: ["infoSources", "infosources", "infosource"].iter().find_map(|key| {
            item.get(*key)?.as_array()?.iter().find_map(|source| said(source.as_object()?, &["name"]))
        }),
        summary: summary(&item),
        language: said(&item, &["language"]),
        copyright: said(&item, &["copyrightHolder", "copyrightholder", "copyrightNotice", "copyrightnotice"]),
    })
}

fn not_json(error: &serde_json::Error) -> NewsroomError {
    // The only error of its kind that has no kind of its own.
    if error.to_string().starts_with("recursion limit") {
        NewsroomError::TooDeep
    } else {
        NewsroomError::NotJson { line: error.line(), column: error.column() }
    }
}

/// The first of `keys` that says anything, on one line.
fn said(object: &Object, keys: &[&str]) -> Option<String> {
    let line = |key: &&str| object.get(*key)?.as_str().map(one_line);
    keys.iter().filter_map(line).find(|line| !line.is_empty())
}

/// One of several headlines, bodies or descriptions.
struct Variant<'v> {
    role: String,
    /// The type of its content; in 1.x, where none is named, the end of its key.
    form: String,
    value: &'v str,
}

impl Variant<'_> {
    fn line(&self) -> String {
        self.text().unwrap_or_else(|_| one_line(self.value))
    }

    fn is_html(&self) -> bool {
        self.form.contains("html") || self.form.is_empty() && self.value.contains("</p>")
    }

    /// The text, without its markup if it has any.
    fn text(&self) -> Result<String, NewsroomError> {
        if !self.is_html() {
            return Ok(one_line(self.value));
        }
        let mut story = Story::default();
        html::read(self.value, &mut story)?;
        let parts: Vec<_> = story.finish().into_iter().map(|part| part.text).collect();
        Ok(parts.join(" "))
    }
}

/// The values of the list `plural`, and of `single` and `single_…`, that say anything.
fn variants<'v>(object: &'v Object, single: &str, plural: &str) -> Vec<Variant<'v>> {
    let listed = object.get(plural).and_then(Value::as_array).into_iter().flatten().filter_map(|value| {
        let part = value.as_object()?;
        let form = said(part, &["contentType", "contenttype"]).unwrap_or_default();
        let role = said(part, &["role"]).unwrap_or_else(|| "main".to_string());
        Some(Variant { role, form, value: part.get("value")?.as_str()? })
    });
    let keyed = object.iter().filter_map(|(key, value)| {
        let end = key.strip_prefix(single)?;
        let end = if end.is_empty() { "main" } else { end.strip_prefix('_')? };
        let form = if end == "main" { String::new() } else { end.to_string() };
        Some(Variant { role: end.to_string(), form, value: value.as_str()? })
    });
    listed.chain(keyed).filter(|variant| !variant.value.trim().is_empty()).collect()
}

fn summary(object: &Object) -> Option<String> {
    let found = variants(object, "description", "descriptions");
    let summary = found.iter().find(|it| it.role == "summary").or(found.first());
    summary.map(Variant::line).filter(|line| !line.is_empty())
}

/// The parts of the body: of one in HTML, which tells its paragraphs, rather than of one in plain text.
fn story(item: &Object) -> Result<Vec<Part>, NewsroomError> {
    let bodies = variants(item, "body", "bodies");
    // XML of other sorts than HTML is nothing that could be read.
    let plain = |it: &&Variant| !it.is_html() && !it.form.contains("xml");
    let mut broken = None;
    for body in bodies.iter().filter(|it| it.is_html()) {
        let mut story = Story::default();
        match html::read(body.value, &mut story) {
            Ok(()) => {
                let parts = story.finish();
                if !parts.is_empty() {
                    return Ok(parts);
                }
            }
            Err(error) => broken = Some(error),
        }
    }
    let Some(body) = bodies.iter().find(plain) else {
        return Err(broken.unwrap_or(NewsroomError::NoBody));
    };
    let mut story = Story::default();
    for paragraph in paragraphs(body.value) {
        story.add(BlockKind::Paragraph, paragraph.of(body.value));
    }
    Ok(story.finish())
}

/// The pictures that come with the item.
fn pictures(item: &Object) -> Vec<Picture> {
    let linked: Vec<&Object> = match item.get("associations") {
        Some(Value::Array(list)) => list.iter().filter_map(Value::as_object).collect(),
        Some(Value::Object(named)) => named.values().filter_map(Value::as_object).collect(),
        _ => Vec::new(),
    };
    let shows = |it: &&Object| {
        said(it, &["type"]).is_some_and(|sort| ["picture", "graphic", "video"].contains(&sort.as_str()))
    };
    let picture = |it: &Object| Picture {
        caption: summary(it).unwrap_or_default(),
        producer: said(it, &["by", "byline"]).unwrap_or_default(),
    };
    linked.into_iter().filter(shows).map(picture).filter(|it| !it.line().is_empty()).collect()
}
