//! The SQL functions: text in, structs and lists out.

use crate::column::Column;
use crate::schema::{
    ArticleColumn, BylineColumn, DatelineColumn, Parsed, QuotesColumn, StructureColumn, quotes,
};
use datafusion::arrow::array::{ArrayRef, AsArray};
use datafusion::arrow::compute::cast;
use datafusion::arrow::datatypes::DataType;
use datafusion::common::{Result, ScalarValue, exec_err, plan_err};
use datafusion::logical_expr::{
    ColumnarValue, ScalarFunctionArgs, ScalarUDF, ScalarUDFImpl, Signature, Volatility,
};
use std::hash::{Hash, Hasher};
use std::sync::atomic::{AtomicU64, Ordering};
use wirecopy::{Byline, Dateline, Parser};

/// Texts of one batch; `None` is NULL.
type Texts<'t> = Box<dyn Iterator<Item = Option<&'t str>> + 't>;

static PARSED: AtomicU64 = AtomicU64::new(0);

/// How many texts the functions have parsed in this process so far. NULLs are not counted.
pub fn parsed() -> u64 {
    PARSED.load(Ordering::Relaxed)
}

/// The functions, to be registered with each context, scheduler and executor.
///
/// ```
/// let names: Vec<_> = wirecopy_datafusion::functions().iter().map(|it| it.name().to_string()).collect();
/// assert_eq!(names, ["parse_article", "article_quotes", "article_structure", "parse_byline", "parse_dateline"]);
/// ```
pub fn functions() -> [ScalarUDF; 5] {
    [
        Function::new::<ArticleColumn>("parse_article", article),
        Function::new::<QuotesColumn>("article_quotes", article_quotes),
        Function::new::<StructureColumn>("article_structure", structure),
        Function::new::<BylineColumn>("parse_byline", byline),
        Function::new::<DatelineColumn>("parse_dateline", dateline),
    ]
    .map(ScalarUDF::from)
}

fn article(texts: Texts<'_>) -> ArrayRef {
    parse_each(Parser::new(), texts, |column: &mut ArticleColumn, parsed| column.push(Some(parsed)))
}

fn structure(texts: Texts<'_>) -> ArrayRef {
    let parser = Parser::new().structure_only(true);
    parse_each(parser, texts, |column: &mut StructureColumn, parsed| column.push(Some(parsed)))
}

fn article_quotes(texts: Texts<'_>) -> ArrayRef {
    parse_each(Parser::new(), texts, |column: &mut QuotesColumn, parsed| {
        column.push(parsed.ok().and_then(quotes))
    })
}

fn byline(texts: Texts<'_>) -> ArrayRef {
    let mut column = BylineColumn::default();
    for text in texts {
        column.push(text.inspect(count).and_then(Byline::parse));
    }
    column.finish()
}

fn dateline(texts: Texts<'_>) -> ArrayRef {
    let mut column = DatelineColumn::default();
    for text in texts {
        column.push(text.inspect(count).and_then(Dateline::parse));
    }
    column.finish()
}

fn count(_: &&str) {
    PARSED.fetch_add(1, Ordering::Relaxed);
}

/// Parses each text once, with one worker for the batch, and has `push` make a row of it. NULL stays NULL.
fn parse_each<C: Column>(
    parser: Parser,
    texts: Texts<'_>,
    push: impl for<'v> Fn(&mut C, Parsed<'v>),
) -> ArrayRef {
    let mut worker = parser.worker();
    let mut column = C::default();
    for text in texts {
        match text.inspect(count).map(|text| worker.parse(text)) {
            None => column.push(None),
            Some(Ok(article)) => {
                push(&mut column, Ok(&article));
                worker.recycle(article);
            }
            Some(Err(error)) => push(&mut column, Err(&error)),
        }
    }
    column.finish()
}

/// A function of one text. It is told apart from others by its name.
#[derive(Debug)]
struct Function {
    name: &'static str,
    returns: DataType,
    run: fn(Texts<'_>) -> ArrayRef,
    signature: Signature,
}

impl Function {
    fn new<C: Column>(name: &'static str, run: fn(Texts<'_>) -> ArrayRef) -> Self {
        let signature = Signature::user_defined(Volatility::Immutable);
        Function { name, returns: C::data_type(), run, signature }
    }
}

impl PartialEq for Function {
    fn eq(&self, other: &Self) -> bool {
        self.name == other.name
    }
}

impl Eq for Function {}

impl Hash for Function {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.name.hash(state);
    }
}

impl ScalarUDFImpl for Function {
    fn name(&self) -> &str {
        self.name
    }

    fn signature(&self) -> &Signature {
        &self.signature
    }

    fn return_type(&self, _: &[DataType]) -> Result<DataType> {
        Ok(self.returns.clone())
    }

    fn coerce_types(&self, given: &[DataType]) -> Result<Vec<DataType>> {
        match given {
            [DataType::Null] => Ok(vec![DataType::Utf8View]),
            [given] if is_text(given) => Ok(vec![given.clone()]),
            [given] => plan_err!("{} takes text, not {given}", self.name),
            _ => plan_err!("{} takes one text, not {} arguments", self.name, given.len()),
        }
    }

    fn invoke_with_args(&self, args: ScalarFunctionArgs) -> Result<ColumnarValue> {
        match args.args.as_slice() {
            [ColumnarValue::Array(texts)] => Ok(ColumnarValue::Array(self.run(texts)?)),
            [ColumnarValue::Scalar(text)] => {
                let row = self.run(&text.to_array()?)?;
                Ok(ColumnarValue::Scalar(ScalarValue::try_from_array(&row, 0)?))
            }
            _ => exec_err!("{} takes one text, not {} arguments", self.name, args.args.len()),
        }
    }
}

impl Function {
    fn run(&self, texts: &ArrayRef) -> Result<ArrayRef> {
        Ok(match texts.data_type() {
            DataType::Utf8 => (self.run)(Box::new(texts.as_string::<i32>().iter())),
            DataType::LargeUtf8 => (self.run)(Box::new(texts.as_string::<i64>().iter())),
            DataType::Utf8View => (self.run)(Box::new(texts.as_string_view().iter())),
            // Views into the values of a dictionary copy no text.
            _ => (self.run)(Box::new(cast(texts, &DataType::Utf8View)?.as_string_view().iter())),
        })
    }
}

fn is_text(given: &DataType) -> bool {
    match given {
        DataType::Dictionary(_, values) => is_text(values),
        DataType::Utf8 | DataType::LargeUtf8 | DataType::Utf8View => true,
        _ => false,
    }
}
