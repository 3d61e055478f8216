//! Runs the programs of `examples/`.

use serde_json::Value;
use std::collections::HashMap;
use std::io::{Write, pipe};
use std::path::PathBuf;
use std::process::{Command, Output, Stdio};
use std::sync::OnceLock;

/// What a program printed, and its exit status.
#[derive(PartialEq, Eq, Debug)]
pub(crate) struct Ran {
    pub(crate) status: i32,
    pub(crate) out: String,
    pub(crate) err: String,
}

impl Ran {
    /// Status 0, and nothing on standard error.
    pub(crate) fn fine(out: &str) -> Self {
        Ran { status: 0, out: out.to_string(), err: String::new() }
    }

    fn of(output: Output) -> Self {
        let text = |bytes| String::from_utf8(bytes).expect("UTF-8");
        let status = output.status.code().expect("no signal");
        Ran { status, out: text(output.stdout), err: text(output.stderr) }
    }
}

/// The programs by name, built first: `cargo test --test NAME` builds no examples, and may find old ones.
fn programs() -> &'static HashMap<String, PathBuf> {
    static PROGRAMS: OnceLock<HashMap<String, PathBuf>> = OnceLock::new();
    PROGRAMS.get_or_init(|| {
        let built = Command::new(env!("CARGO"))
            .args(["build", "--frozen", "--message-format=json", "--manifest-path"])
            .arg(concat!(env!("CARGO_MANIFEST_DIR"), "/Cargo.toml"))
            .args(["--example", "parse", "--example", "jsonl", "--example", "report"])
            .output()
            .expect("cargo runs");
        assert!(built.status.success(), "{}", String::from_utf8_lossy(&built.stderr));
        let messages = built.stdout.split(|byte| *byte == b'\n').filter(|line| !line.is_empty());
        messages
            .map(|line| serde_json::from_slice::<Value>(line).expect("cargo writes JSON"))
            .filter_map(|it| Some((it["target"]["name"].as_str()?.into(), it["executable"].as_str()?.into())))
            .collect()
    })
}

fn command(program: &str, args: &[&str]) -> Command {
    let mut command = Command::new(&programs()[program]);
    command.args(args);
    for variable in ["NO_COLOR", "CLICOLOR", "CLICOLOR_FORCE"] {
        command.env_remove(variable);
    }
    command
}

fn finish(mut command: Command, input: &str) -> Ran {
    let mut child = command.stdin(Stdio::piped()).stderr(Stdio::piped()).spawn().expect("it runs");
    let mut stdin = child.stdin.take().expect("a pipe");
    std::thread::scope(|scope| {
        // A program that does not read its input closes the pipe.
        scope.spawn(move || stdin.write_all(input.as_bytes()).ok());
        Ran::of(child.wait_with_output().expect("it ends"))
    })
}

/// Runs a program on `input`, its output piped to here.
pub(crate) fn run(program: &str, args: &[&str], input: &str, variables: &[(&str, &str)]) -> Ran {
    let mut command = command(program, args);
    command.envs(variables.iter().copied()).stdout(Stdio::piped());
    finish(command, input)
}

/// The same without input, in a folder.
pub(crate) fn run_in(folder: &str, program: &str, args: &[&str]) -> Ran {
    let mut command = command(program, args);
    command.current_dir(folder).stdout(Stdio::piped());
    finish(command, "")
}

/// The same where nobody reads what it prints.
#[expect(clippy::incompatible_msrv, reason = "tests may ask for a newer compiler than the library")]
pub(crate) fn run_into_closed_pipe(program: &str, args: &[&str], input: &str) -> Ran {
    let (reader, writer) = pipe().expect("a pipe");
    drop(reader);
    let mut command = command(program, args);
    command.stdout(writer);
    finish(command, input)
}

/// A file of this name with these bytes, for one test alone.
pub(crate) fn scratch(name: &str, bytes: impl AsRef<[u8]>) -> String {
    let path = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
    std::fs::write(&path, bytes).expect("a folder for tests");
    path.into_os_string().into_string().expect("a path in UTF-8")
}
