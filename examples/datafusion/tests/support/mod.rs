//! The texts of `seeds/`, tables in memory, and rows as JSON.

#![allow(dead_code)]

use datafusion::arrow::array::{ArrayRef, RecordBatch, StringArray};
use datafusion::arrow::json::writer::{LineDelimited, WriterBuilder};
use datafusion::prelude::SessionContext;
use serde_json::Value;
use std::fs;
use std::path::Path;

/// The articles of `seeds/`, in the order of their names.
pub fn seeds() -> Vec<String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../seeds");
    let mut paths: Vec<_> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    let texts: Vec<_> = paths.iter().map(|path| fs::read_to_string(path).unwrap()).collect();
    assert!(texts.len() > 9);
    texts
}

/// A context in which `articles` has one column, `text`.
pub fn with_texts(texts: ArrayRef) -> SessionContext {
    with_columns([("text", texts)])
}

/// A context in which `articles` has these columns.
pub fn with_columns<const N: usize>(columns: [(&str, ArrayRef); N]) -> SessionContext {
    let context = wirecopy_datafusion::context(2);
    context
        .register_batch("articles", RecordBatch::try_from_iter_with_nullable(nullable(columns)).unwrap())
        .unwrap();
    context
}

fn nullable<const N: usize>(columns: [(&str, ArrayRef); N]) -> impl Iterator<Item = (&str, ArrayRef, bool)> {
    columns.into_iter().map(|(name, column)| (name, column, true))
}

pub fn strings<'t>(texts: impl IntoIterator<Item = Option<&'t str>>) -> ArrayRef {
    std::sync::Arc::new(StringArray::from_iter(texts))
}

/// The rows of a query, each as an object in which NULL is `null`.
pub async fn rows(context: &SessionContext, query: &str) -> Vec<Value> {
    let batches = context.sql(query).await.unwrap().collect().await.unwrap();
    let mut writer = WriterBuilder::new().with_explicit_nulls(true).build::<_, LineDelimited>(Vec::new());
    writer.write_batches(&batches.iter().collect::<Vec<_>>()).unwrap();
    writer.finish().unwrap();
    String::from_utf8(writer.into_inner())
        .unwrap()
        .lines()
        .map(|row| serde_json::from_str(row).unwrap())
        .collect()
}
