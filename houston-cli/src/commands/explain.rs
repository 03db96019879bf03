//! `houston explain CODE`: what a failure means, offline.

use clap::Args;
use serde_json::{Value, json};

use crate::failure::stop::Stop;
use crate::failure::{Code, Exit, Failure};
use crate::settings::options::Facts;
use crate::terminal::output;
use crate::terminal::suggest::did_you_mean;
use crate::terminal::text::short;

/// Explain an error code, an error text or an exit code
#[derive(Args)]
pub(crate) struct Explain {
    /// Error code, exit code or text of the server, such as not-allowed or 7 [default: list every code]
    code: Vec<String>,
    #[command(flatten)]
    output: Facts,
}

pub(crate) fn run(explain: Explain) -> Result<(), Stop> {
    let (facts, text) = known(&explain.code.join(" "))?;
    match explain.output.format {
        Some(format) => output::facts(format, &facts)?,
        None => output::text(&text)?,
    }
    Ok(())
}

/// The explanation, for programs and for people.
fn known(asked: &str) -> Result<(Value, String), Failure> {
    if asked.is_empty() {
        let words: Vec<&str> = Code::ALL.iter().map(|code| code.word()).collect();
        return Ok((Code::ALL.iter().copied().map(row).collect(), words.join("\n")));
    }
    if let Some((exit, meaning)) = Exit::MEANINGS.iter().find(|(exit, _)| exit.to_string() == asked)
    {
        let text = format!("exit code {exit}: {meaning}");
        return Ok((json!({ "exit": exit, "meaning": meaning }), text));
    }
    let Some(code) = Code::of_word(asked).or_else(|| Code::of_text(asked)) else {
        let meant = did_you_mean(asked, Code::ALL.iter().map(|code| code.word()));
        let failure = Failure::usage(format!("there is no code `{}`{meant}", short(asked)));
        return Err(failure.help("List every code with `houston explain`."));
    };
    Ok((row(code), format!("{}\n\n{}\n\nNext: {}", code.word(), code.meaning(), code.next())))
}

fn row(code: Code) -> Value {
    json!({ "code": code.word(), "meaning": code.meaning(), "next": code.next() })
}
