//! Options of programs, each with a value: `--port 50050`.

use std::collections::BTreeMap;
use std::fmt::Display;
use std::str::FromStr;

/// The options of a program, and what else it was given.
#[derive(Clone, Debug)]
pub struct Options {
    values: BTreeMap<&'static str, String>,
    /// The arguments that belong to no option, in order.
    pub rest: Vec<String>,
}

impl Options {
    /// Reads arguments. `known` are the options with the values that they have unless others are given.
    ///
    /// # Errors
    ///
    /// A sentence that names what is not known or lacks its value.
    ///
    /// ```
    /// use wirecopy_datafusion::options::Options;
    ///
    /// let args = ["--port", "7", "out.jsonl"].map(String::from);
    /// let options = Options::parse(args, &[("--port", "50050"), ("--host", "localhost")]).unwrap();
    /// assert_eq!(options.get::<u16>("--port"), Ok(7));
    /// assert_eq!(options.get::<String>("--host"), Ok("localhost".to_string()));
    /// assert_eq!(options.rest, ["out.jsonl"]);
    /// ```
    pub fn parse(
        args: impl IntoIterator<Item = String>,
        known: &[(&'static str, &str)],
    ) -> Result<Self, String> {
        let values = known.iter().map(|(name, value)| (*name, (*value).to_string())).collect();
        let mut options = Options { values, rest: Vec::new() };
        let mut args = args.into_iter();
        while let Some(arg) = args.next() {
            if !arg.starts_with("--") {
                options.rest.push(arg);
                continue;
            }
            let value =
                options.values.get_mut(arg.as_str()).ok_or_else(|| format!("there is no option {arg}"))?;
            *value = args.next().ok_or_else(|| format!("{arg} lacks its value"))?;
        }
        Ok(options)
    }

    /// The value of an option.
    ///
    /// # Errors
    ///
    /// A sentence that says that the value is none of the type asked for.
    ///
    /// # Panics
    ///
    /// When the option is none of those that were known.
    pub fn get<T: FromStr<Err: Display>>(&self, name: &str) -> Result<T, String> {
        let value = &self.values[name];
        value.parse().map_err(|error| format!("{name} {value}: {error}"))
    }
}
