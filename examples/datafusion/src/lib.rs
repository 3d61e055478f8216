//! wirecopy as SQL functions of Apache DataFusion: the press articles of a table, parsed where they lie.
//!
//! ```
//! # #[tokio::main]
//! # async fn main() -> datafusion::error::Result<()> {
//! let context = wirecopy_datafusion::context(1);
//! let rows = context
//!     .sql("SELECT quote['speaker'] AS speaker FROM (SELECT unnest(article_quotes('“Yes,” said Ida Voss.')) AS quote)")
//!     .await?
//!     .to_string()
//!     .await?;
//! assert!(rows.contains("Ida Voss"));
//! # Ok(())
//! # }
//! ```
#![forbid(unsafe_code)]

pub mod archive;
#[cfg(feature = "cluster")]
pub mod cluster;
mod column;
mod function;
pub mod options;
pub mod query;
mod schema;
pub mod synthetic;

pub use function::{functions, parsed};

use datafusion::execution::context::SessionContext;
use datafusion::prelude::SessionConfig;

/// A context of its own that knows the functions and works on so many partitions at once.
pub fn context(partitions: usize) -> SessionContext {
    let context =
        SessionContext::new_with_config(configure(SessionConfig::new().with_target_partitions(partitions)));
    register(&context);
    context
}

/// Makes the functions known to a context.
pub fn register(context: &SessionContext) {
    for function in functions() {
        context.register_udf(function);
    }
}

/// Settings under which a text is parsed once, however many fields of its article a query reads.
pub fn configure(config: SessionConfig) -> SessionConfig {
    // It would move each field that is read to where its table is read, with a parse of its own.
    config.set_bool("datafusion.optimizer.enable_leaf_expression_pushdown", false)
}
