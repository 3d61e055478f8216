//! Parses one fixed input once, so that its instructions can be counted: `once INPUT [structure]`, or
//! `once INPUT BYTES` for a text that is written to be slow. Without arguments it lists the inputs.
//!
//! `.ci/instructions.py` runs it under callgrind.

#[path = "../benches/shared/adversarial.rs"]
mod adversarial;
#[path = "../benches/shared/classes.rs"]
mod classes;
#[path = "../benches/shared/seeds.rs"]
mod seeds;

use std::process::ExitCode;
use wirecopy::Parser;

fn main() -> ExitCode {
    let args: Vec<_> = std::env::args().skip(1).collect();
    let Some(name) = args.first() else {
        for (name, _) in classes::classes() {
            println!("{name}");
        }
        for member in adversarial::FAMILY {
            println!("{} BYTES", member.name);
        }
        return ExitCode::SUCCESS;
    };
    let text = match args.get(1).and_then(|bytes| bytes.parse().ok()) {
        Some(bytes) => {
            adversarial::FAMILY.iter().find(|member| member.name == name).map(|member| member.text(bytes))
        }
        None => classes::classes().into_iter().find(|class| class.0 == name).map(|class| class.1),
    };
    let Some(text) = text else {
        eprintln!("once: there is no input {name}");
        return ExitCode::from(2);
    };
    let structure = args.get(1).is_some_and(|only| only == "structure");
    let parser = Parser::new().structure_only(structure);
    println!(
        "{} bytes, {} blocks",
        text.len(),
        parser.parse(&text).map_or(0, |article| article.blocks().len())
    );
    ExitCode::SUCCESS
}
