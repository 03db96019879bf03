//! The generator beside typed-graphql-builder, the fastest of its peers in other languages.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use houston_codegen::parse::syntax::{Document, TypeRef};

use crate::turns::{checked, measure, report};
use crate::{Result, workspace};

const ROUNDS: usize = 9;

pub(crate) fn run() -> Result {
    let folder = workspace().join("target/bench");
    let peer = crate::installed("typed-graphql-builder/dist/cli.js")?;
    let (houston, github) = (crate::houston()?, crate::github()?);
    let houston = crate::write("houston", &houston)?;
    let once = crate::write("github", &github)?;
    let four = crate::write("github_four_times", &four_times(&github))?;

    let xtask = &built_for_release()?;
    let ours = |schema: &Path| -> Result<Command> {
        let out = folder.join("ours/generated");
        // Every run writes all files.
        let _ = fs::remove_dir_all(folder.join("ours"));
        let mut command = Command::new(xtask);
        command.args(["codegen", "--overlay", "none", "--schema"]).arg(schema);
        command.arg("--out").arg(out);
        Ok(command)
    };
    let theirs = |schema: &Path| -> Result<Command> {
        let mut command = Command::new("node");
        command.arg(&peer).arg("--schema").arg(schema);
        command.arg("--output").arg(folder.join("theirs.ts"));
        Ok(command)
    };
    for (name, schema, due) in [("Houston", &houston, 0.12), ("GitHub", &once, 0.6)] {
        let measured = measure(ROUNDS, &[&|| ours(schema), &|| theirs(schema)])?;
        report(name, measured[0], ("typed-graphql-builder", measured[1]), due);
    }
    let measured = measure(ROUNDS, &[&|| ours(&four), &|| ours(&once)])?;
    report("GitHub four times", measured[0], ("GitHub once", measured[1]), 4.3);
    Ok(())
}

/// The generator, optimized: what a maintainer waits for is measured, not a build for debugging.
fn built_for_release() -> Result<PathBuf> {
    let mut build = Command::new("cargo");
    build.args(["build", "--release", "--quiet", "--locked", "-p", "xtask"]);
    checked(build.current_dir(workspace()))?;
    Ok(workspace().join("target/release/xtask"))
}

/// Four copies of all types, renamed; the root types have the fields of all four.
fn four_times(one: &Document) -> Document {
    const ROOTS: [&str; 2] = ["Query", "Mutation"];
    let mut four = Document { types: Vec::new(), ..one.clone() };
    let own: Vec<&str> = one.types.iter().map(|ty| ty.name.text.as_str()).collect();
    for copy in 0..4 {
        let renamed = |name: &str| {
            let as_it_is = copy == 0 || ROOTS.contains(&name) || !own.contains(&name);
            if as_it_is { name.to_owned() } else { format!("{name}{copy}") }
        };
        for ty in &one.types {
            let mut ty = ty.clone();
            let is_root = ROOTS.contains(&ty.name.text.as_str());
            ty.name.text = renamed(&ty.name.text);
            ty.implements.iter_mut().chain(&mut ty.members).for_each(|name| *name = renamed(name));
            for field in &mut ty.fields {
                rename(&mut field.ty, &renamed);
                let arguments = field.arguments.iter_mut();
                arguments.for_each(|argument| rename(&mut argument.ty, &renamed));
                if is_root && copy > 0 {
                    field.name.text += &copy.to_string();
                }
            }
            ty.input_fields.iter_mut().for_each(|field| rename(&mut field.ty, &renamed));
            match four.types.iter_mut().find(|known| known.name == ty.name && is_root) {
                Some(root) => root.fields.extend(ty.fields),
                None => four.types.push(ty),
            }
        }
    }
    four
}

fn rename(ty: &mut TypeRef, renamed: &impl Fn(&str) -> String) {
    match ty {
        TypeRef::Named(name) => *name = renamed(name),
        TypeRef::List(inner) | TypeRef::NonNull(inner) => rename(inner, renamed),
    }
}
