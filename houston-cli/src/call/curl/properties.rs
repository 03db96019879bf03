//! Properties of the printed command: a real shell makes the body of it.
#![cfg(unix)]

use std::process::Command;

use houston_tests::installed::has_program;
use houston_tests::property::{cases, json, text};
use proptest::collection::vec;
use proptest::prelude::*;
use serde_json::{Map, Value, json};

use super::{holes, words};
use crate::arguments;

proptest! {
    #![proptest_config(cases(48))]

    #[test]
    fn a_shell_makes_the_body_of_the_printed_words(
        document in text(),
        values in vec((json(), any::<bool>()), 1..6),
    ) {
        let named = |at: usize| format!("a{at}");
        let secrets: Vec<String> = (0..values.len())
            .filter(|at| values[*at].1)
            .map(|at| format!("/{}", named(at)))
            .collect();
        let values = values.into_iter().enumerate();
        let variables: Map<String, Value> = values.map(|(at, (value, _))| (named(at), value)).collect();
        let body = |variables: &Value| json!({ "query": document, "variables": variables });
        let whole = body(&json!(variables));
        let mark = (0..).map(|at| format!("hole-{at}")).find(|mark| !whole.to_string().contains(mark));
        let mark = mark.unwrap();
        let holes = holes(&json!(variables), &secrets);
        let masked = body(&arguments::replaced(&variables, &secrets, &mark)).to_string();
        let line = format!("printf %s {}", words(&masked, &mark, &holes));
        for shell in ["sh", "bash"] {
            if shell != "sh" && !has_program(shell) {
                continue;
            }
            let mut command = Command::new(shell);
            command.args(["-uc", &line]);
            for (place, hole) in secrets.iter().zip(&holes) {
                let value = json!(variables).pointer(place).unwrap().to_string();
                let value = if hole.is_text { &value[1..value.len() - 1] } else { &*value };
                command.env(&hole.name, value);
            }
            let ran = command.output().unwrap();
            let made = serde_json::from_slice::<Value>(&ran.stdout).ok();
            prop_assert_eq!(made.as_ref(), Some(&whole), "{}\n{:?}", line, ran);
        }
    }
}
