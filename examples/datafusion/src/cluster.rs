//! A cluster of Apache Ballista whose scheduler, executors and clients all know the functions.
//!
//! Whoever plans a query and whoever runs it must know them: a plan names its functions and does not carry them.

use crate::{configure, functions, register};
use ballista::prelude::{SessionConfigExt, SessionContextExt};
use ballista_core::registry::BallistaFunctionRegistry;
use ballista_core::utils::default_session_builder;
use datafusion::common::Result;
use datafusion::execution::FunctionRegistry;
use datafusion::execution::context::{SessionContext, SessionState};
use datafusion::prelude::SessionConfig;
use std::sync::Arc;

/// Bytes of stack of a thread that plans: a plan is walked by recursion, and code without optimizations takes much.
pub const STACK: usize = 32 << 20;

/// A context whose queries run on the cluster of the scheduler at `url` (`df://host:port`).
///
/// # Errors
///
/// When `url` is none.
pub async fn connect(url: &str, partitions: usize) -> Result<SessionContext> {
    let config = SessionConfig::new_with_ballista().with_target_partitions(partitions);
    let state = default_session_builder(configure(config))?;
    let context = SessionContext::remote_with_state(url, state).await?;
    // Only now: the state that is made for Ballista has Ballista's own functions alone.
    register(&context);
    Ok(context)
}

/// What the scheduler makes of the settings of a client.
///
/// # Errors
///
/// When Ballista cannot make a state of them.
pub fn session_state(config: SessionConfig) -> Result<SessionState> {
    let mut state = default_session_builder(config)?;
    for function in functions() {
        state.register_udf(Arc::new(function))?;
    }
    Ok(state)
}

/// What an executor knows.
///
/// # Errors
///
/// When Ballista cannot make a state of its own settings.
pub fn function_registry() -> Result<BallistaFunctionRegistry> {
    Ok(BallistaFunctionRegistry::from(&session_state(SessionConfig::new_with_ballista())?))
}
