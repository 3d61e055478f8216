//! Files of articles.

use crate::synthetic::Row;
use datafusion::arrow::array::{ArrayRef, Date32Array, Int64Array, RecordBatch, StringArray};
use datafusion::arrow::json::LineDelimitedWriter;
use datafusion::common::{Result, plan_err};
use datafusion::parquet::arrow::ArrowWriter;
use datafusion::parquet::basic::{Compression, ZstdLevel};
use datafusion::parquet::file::properties::WriterProperties;
use std::fs::File;
use std::io::{BufWriter, Write};
use std::path::Path;
use std::sync::Arc;

/// Articles to a row group. A file is shared out by its row groups: with many small ones, all cores have work.
const GROUP: usize = 2048;

/// Writes the same rows into each file, and says how many there were with how many bytes of text.
///
/// # Errors
///
/// When a file cannot be written, or ends neither in `.parquet` nor in `.jsonl`.
pub fn write(mut rows: impl Iterator<Item = Row>, paths: &[&Path]) -> Result<(usize, usize)> {
    let mut outs = paths.iter().map(|path| Out::new(path)).collect::<Result<Vec<_>>>()?;
    let (mut count, mut bytes) = (0, 0);
    loop {
        let group: Vec<_> = rows.by_ref().take(GROUP).collect();
        if group.is_empty() {
            break;
        }
        count += group.len();
        bytes += group.iter().map(|row| row.text.len()).sum::<usize>();
        let batch = batch(&group)?;
        for out in &mut outs {
            out.write(&batch)?;
        }
    }
    outs.into_iter().try_for_each(Out::finish)?;
    Ok((count, bytes))
}

fn batch(rows: &[Row]) -> Result<RecordBatch> {
    let columns: [(&str, ArrayRef); 4] = [
        ("id", Arc::new(rows.iter().map(|row| row.id).collect::<Int64Array>())),
        ("paper", Arc::new(rows.iter().map(|row| Some(row.paper)).collect::<StringArray>())),
        ("day", Arc::new(Date32Array::from_iter_values(rows.iter().map(|row| row.day)))),
        ("text", Arc::new(rows.iter().map(|row| Some(row.text.as_str())).collect::<StringArray>())),
    ];
    Ok(RecordBatch::try_from_iter(columns)?)
}

enum Out {
    Lines(LineDelimitedWriter<BufWriter<File>>),
    Parquet(Box<ArrowWriter<File>>),
}

impl Out {
    fn new(path: &Path) -> Result<Self> {
        match path.extension().and_then(|ending| ending.to_str()) {
            Some("jsonl") => Ok(Out::Lines(LineDelimitedWriter::new(BufWriter::new(File::create(path)?)))),
            Some("parquet") => {
                let properties = WriterProperties::builder()
                    .set_compression(Compression::ZSTD(ZstdLevel::default()))
                    .set_max_row_group_row_count(Some(GROUP))
                    .build();
                let schema = batch(&[])?.schema();
                Ok(Out::Parquet(Box::new(ArrowWriter::try_new(
                    File::create(path)?,
                    schema,
                    Some(properties),
                )?)))
            }
            _ => plan_err!("{} ends neither in .parquet nor in .jsonl", path.display()),
        }
    }

    fn write(&mut self, batch: &RecordBatch) -> Result<()> {
        match self {
            Out::Lines(out) => Ok(out.write(batch)?),
            Out::Parquet(out) => Ok(out.write(batch)?),
        }
    }

    fn finish(self) -> Result<()> {
        match self {
            Out::Lines(mut out) => {
                out.finish()?;
                Ok(out.into_inner().flush()?)
            }
            Out::Parquet(out) => {
                out.close()?;
                Ok(())
            }
        }
    }
}
