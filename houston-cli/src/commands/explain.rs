//! `houston explain CODE`: what a failure means, offline.

use clap::Args;
use houston_client::outcome::{Proof, Refusal};
use serde_json::{Value, json};

use crate::failure::{Code, Exit, Failure, Step};
use crate::settings::options::Facts;
use crate::terminal::suggest::did_you_mean;
use crate::terminal::text::short;
use crate::terminal::{output, pager};

/// Explain an error code, an error text or an exit code
#[derive(Args)]
pub(crate) struct Explain {
    /// Error code, exit code or text of the server, such as not-allowed or 7 [default: list every code]
    code: Vec<String>,
    #[command(flatten)]
    output: Facts,
}

pub(crate) fn run(explain: Explain) -> Result<(), Failure> {
    let (facts, text) = known(&explain.code.join(" "))?;
    match explain.output.format {
        Some(format) => output::facts(format, &facts),
        None => pager::text(&text),
    }
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
        let Some(code) = Exit::code_of(*exit) else {
            return Ok((json!({ "exit": exit, "meaning": meaning }), text));
        };
        let others = Exit::others_of(*exit);
        let mut facts = json!({ "exit": exit, "meaning": meaning, "code": row(code) });
        if others.is_empty() {
            return Ok((facts, format!("{text}\n\nIts usual error code is {}", of_code(code))));
        }
        facts["others"] = others.iter().copied().map(row).collect();
        let all = others.iter().copied().chain([code]);
        let all = all.map(|code| format!("\n\nIts error code can be {}", of_code(code)));
        return Ok((facts, text + &all.collect::<String>()));
    }
    if let Some(code) = Code::of_word(asked) {
        return Ok((row(code), of_code(code)));
    }
    let texts = Code::of_text(asked);
    if texts.is_empty() {
        let meant = did_you_mean(asked, Code::ALL.iter().map(|code| code.word()));
        let failure = Failure::usage(format!("unknown code `{}`{meant}", short(asked)));
        return Err(failure.help("List every code with `houston explain`."));
    }
    let one = |(text, code): &(&Refusal, Code)| of_text(text, *code, texts.len() > 1);
    let text: Vec<String> = texts.iter().map(one).collect();
    let rows = texts.iter().map(|(text, code)| {
        let mut row = row(*code);
        row["proves-no-effect"] = (text.proves >= Proof::Field).into();
        row["operations"] = json!(text.operations);
        row["next"] = next(text, *code).into();
        row
    });
    let facts = match rows.len() {
        1 => rows.collect::<Vec<_>>().remove(0),
        _ => rows.collect(),
    };
    Ok((facts, text.join("\n\n")))
}

/// The explanation of a code, with its causes.
fn of_code(code: Code) -> String {
    let mut text = format!("{}\n\n{}\n\nNext: {}", code.word(), code.meaning(), code.next());
    for (at, step) in causes(code).enumerate() {
        text += if at == 0 { "\n\nNext, by cause:" } else { "" };
        text += &format!("\n- {}: {}", step.cause(), step.next());
    }
    text
}

/// The explanation of a text of the server. It may be one of several, for different operations.
fn of_text(text: &Refusal, code: Code, is_one_of_several: bool) -> String {
    if text.next.is_empty() && text.operations.is_empty() && !is_one_of_several {
        return of_code(code);
    }
    let operations = match text.operations.join(", ") {
        all if all.is_empty() && is_one_of_several => {
            " in answer to every other operation".to_owned()
        }
        all if all.is_empty() => String::new(),
        some => format!(" in answer to {some}"),
    };
    let (word, meaning, next) = (code.word(), code.meaning(), next(text, code));
    format!("{word}{operations}\n\n{meaning}\n\nNext: {next}")
}

fn next(text: &Refusal, code: Code) -> &str {
    if text.next.is_empty() { code.next() } else { &text.next }
}

/// The causes that this code stands for.
fn causes(code: Code) -> impl Iterator<Item = Step> {
    Step::ALL.iter().copied().filter(move |step| step.code() == code)
}

fn row(code: Code) -> Value {
    let cause = |step: Step| json!({ "cause": step.cause(), "next": step.next() });
    let causes: Vec<Value> = causes(code).map(cause).collect();
    json!({
        "code": code.word(),
        "meaning": code.meaning(),
        "next": code.next(),
        "causes": causes,
    })
}
