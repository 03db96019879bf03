//! Files that are found: they are obeyed only if no other person can have written them.
#![cfg(unix)]

use std::fs::{self, Permissions};
use std::os::unix::fs::{PermissionsExt as _, symlink};
use std::path::Path;
use std::process::Command;
use std::time::{Duration, Instant};

use houston_tests::server::Server;

use crate::environment::{Environment, Ran};

fn run(user: &Environment, directory: &Path, words: &[&str]) -> Ran {
    Ran::new(user.command(words).current_dir(directory).output().unwrap())
}

fn allow(path: &Path, mode: u32) {
    fs::set_permissions(path, Permissions::from_mode(mode)).unwrap();
}

const PROJECT: &str = "profile = \"sandbox\"\n";

#[test]
fn a_project_of_another_person_is_not_obeyed() {
    let (user, project) = (Environment::new(), tempfile::tempdir().unwrap());
    let file = project.path().join(".houston.toml");
    fs::write(&file, PROJECT).unwrap();
    let call = |user: &Environment| run(user, project.path(), &["workspaces"]);
    for (of_file, of_directory, is_obeyed) in
        [(0o644, 0o755, true), (0o666, 0o755, false), (0o644, 0o777, false), (0o644, 0o1777, true)]
    {
        allow(&file, of_file);
        allow(project.path(), of_directory);
        let ran = call(&user);
        assert_eq!(ran.code == 0, is_obeyed, "{of_file:o} {of_directory:o}: {ran}");
        if !is_obeyed {
            assert!(ran.code == 2 && ran.stderr.contains("can be written by other users"), "{ran}");
        }
    }
    allow(project.path(), 0o777);
    for (safe, is_obeyed) in [
        (project.path().to_str().unwrap(), true),
        ("*", true),
        ("/:*", true),
        ("/tmp", false),
        (".", true),
        ("", false),
    ] {
        let user = Environment::new().set("HOUSTON_SAFE_DIRECTORIES", safe);
        assert_eq!(call(&user).code == 0, is_obeyed, "{safe}");
    }
    // What the call names is not found.
    assert_eq!(run(&user, project.path(), &["--profile", "sandbox", "workspaces"]).code, 0);
    let shown = call(&user).to_string().replace(project.path().to_str().unwrap(), "[DIR]");
    insta::assert_snapshot!(shown, @"
    ------- stderr -------
    error: [DIR]/.houston.toml cannot be used [usage]
      its directory [DIR] can be written by other users
    Nothing was sent. Check what is in it. Then change the owner or the permissions, or add its directory to HOUSTON_SAFE_DIRECTORIES.
    [exit: 2]
    ");
}

#[test]
fn the_target_of_a_link_counts_as_well() {
    let (user, project) = (Environment::new(), tempfile::tempdir().unwrap());
    let open = tempfile::tempdir().unwrap();
    fs::write(open.path().join("file"), PROJECT).unwrap();
    symlink(open.path().join("file"), project.path().join(".houston.toml")).unwrap();
    assert_eq!(run(&user, project.path(), &["workspaces"]).code, 0);
    allow(open.path(), 0o777);
    assert_eq!(run(&user, project.path(), &["workspaces"]).code, 2);
}

/// Another person who can write the directory of a link chooses the file.
#[test]
fn the_links_between_count_as_well() {
    let (user, project) = (Environment::new(), tempfile::tempdir().unwrap());
    let (between, own) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    fs::write(own.path().join("file"), PROJECT).unwrap();
    symlink(own.path(), between.path().join("folder")).unwrap();
    symlink(between.path().join("folder/file"), project.path().join(".houston.toml")).unwrap();
    let call = |user: &Environment| run(user, project.path(), &["workspaces"]);
    assert_eq!(call(&user).code, 0);
    allow(between.path(), 0o777);
    let ran = call(&user);
    let told = format!("{} can be written by other users", between.path().display());
    assert!(ran.code == 2 && ran.stderr.contains(&told), "{ran}");
    for (safe, is_obeyed) in [(between.path(), true), (own.path(), false), (project.path(), false)]
    {
        let user = Environment::new().set("HOUSTON_SAFE_DIRECTORIES", safe.to_str().unwrap());
        assert_eq!(call(&user).code == 0, is_obeyed, "{}", safe.display());
    }
    // One that cannot be listed is like others.
    allow(between.path(), 0o711);
    allow(own.path(), 0o711);
    assert_eq!(call(&user).code, 0);
}

#[test]
fn what_is_not_a_regular_file_is_not_read() {
    let user = Environment::new();
    for target in ["/dev/zero", "/dev/tty", "pipe", "directory"] {
        let project = tempfile::tempdir().unwrap();
        let path = |name: &str| project.path().join(name);
        fs::create_dir(path("directory")).unwrap();
        assert!(Command::new("mkfifo").arg(path("pipe")).status().unwrap().success());
        symlink(Path::new(target), path(".houston.toml")).unwrap();
        for words in [&["list"][..], &["--help"], &["createWorkspace", "--help"], &["workspaces"]] {
            let start = Instant::now();
            let ran = run(&user, project.path(), words);
            assert!(start.elapsed() < Duration::from_secs(9), "{target} {words:?}");
            let is_call = words == ["workspaces"];
            assert!(ran.code == 0 || (is_call && ran.code == 2), "{target} {words:?}: {ran}");
        }
    }
}

/// Its token-command is executed.
#[test]
fn a_configuration_of_another_person_is_not_obeyed() {
    let user = Environment::new();
    fs::create_dir_all(user.config()).unwrap();
    let (file, ran) = (user.config().join("config.toml"), user.config().join("ran"));
    let text = format!(
        "current = \"p\"\n[profiles.p]\nurl = \"https://127.0.0.1:1/v1\"\ntoken-command = \"touch '{}'\"\n",
        ran.display()
    );
    fs::write(&file, text).unwrap();
    for (of_file, of_directory) in [(0o666, 0o755), (0o644, 0o777)] {
        allow(&file, of_file);
        allow(&user.config(), of_directory);
        let ended = user.run(&["workspaces"]);
        assert_eq!(ended.code, 2, "{ended}");
        assert!(!ran.exists(), "the command ran");
    }
}

#[test]
fn the_platform_that_a_project_chooses_is_told_before_a_mutation() {
    let server =
        Server::answering("200 OK", r#"{"data":{"createWorkspace":{"id":"w","label":"a"}}}"#);
    let (user, project) =
        (Environment::new().set("HOUSTON_TOKEN", "t"), tempfile::tempdir().unwrap());
    let add = ["profile", "add", "p", "--url", &server.url];
    assert_eq!(user.run(&add).code, 0);
    fs::write(project.path().join(".houston.toml"), "profile = \"p\"\n").unwrap();
    let ran =
        run(&user, project.path(), &["createWorkspace", "--label", "a", "--fields", "id,label"]);
    let note = format!(".houston.toml) chooses {}", server.url);
    assert!(ran.stderr.contains(&note), "{ran}");
    let ran = run(&user, project.path(), &["workspaces", "--dry-run"]);
    assert!(!ran.stderr.contains("chooses"), "{ran}");
}

/// The pages of the manual and the token of the sandbox.
#[test]
fn a_link_in_a_directory_of_ours_is_replaced() {
    let (user, folder) = (Environment::new(), tempfile::tempdir().unwrap());
    let target = folder.path().join("target");
    fs::write(&target, "old").unwrap();
    let pages = folder.path().join("pages");
    fs::create_dir(&pages).unwrap();
    symlink(&target, pages.join("houston.1")).unwrap();
    assert_eq!(user.run(&["man", pages.to_str().unwrap()]).code, 0);
    assert_eq!(fs::read_to_string(&target).unwrap(), "old");
    assert!(fs::read_to_string(pages.join("houston.1")).unwrap().contains("houston"));
    let left = fs::read_dir(&pages).unwrap().any(|entry| entry.unwrap().path().is_dir());
    assert!(!left, "a temporary directory is left");
}

/// A lock, a store, a journal, roots of TLS and reports: a pipe would be waited for, and a device never ends.
#[test]
fn neighbours_of_found_files_are_regular_as_well() {
    let user = Environment::new();
    let pipe = |path: &Path| {
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        assert!(Command::new("mkfifo").arg(path).status().unwrap().success());
    };
    pipe(&user.config().join("config.toml.lock"));
    pipe(&user.store().join("houston.redb"));
    pipe(&user.runs().join("createUser-1.journal"));
    let refused = |words: &[&str], user: &Environment, why: &str| {
        let start = Instant::now();
        let ran = user.run(words);
        assert!(start.elapsed() < Duration::from_secs(50), "{words:?}");
        assert!(ran.code != 0 && ran.stderr.contains(why), "{words:?}: {ran}");
    };
    refused(&["profile", "add", "p", "--sandbox"], &user, "config.toml.lock");
    refused(&["--sandbox", "workspaces"], &user, "it is not a regular file");
    refused(&["runs", "show", "createUser-1"], &user, "it is not a regular file");
    refused(&["runs", "merge", "/dev/zero", "/dev/zero"], &user, "is not a report of rows");
    assert_eq!(user.run(&["runs", "list"]).code, 0);
}

#[test]
fn files_of_root_certificates_are_regular_and_not_large() {
    let folder = tempfile::tempdir().unwrap();
    let path = |name: &str| folder.path().join(name).to_str().unwrap().to_owned();
    let call = ["--url", "https://127.0.0.1:1/v1", "--retries", "0", "workspaces"];
    let run = |variable: &str, value: &str, why: &str| {
        let start = Instant::now();
        let ran = Environment::new().set(variable, value).run(&call);
        assert!(start.elapsed() < Duration::from_secs(50), "{variable} {value}");
        assert!(ran.code != 0 && ran.stderr.contains(why), "{variable} {value}: {ran}");
    };
    assert!(Command::new("mkfifo").arg(path("pipe")).status().unwrap().success());
    let large = fs::File::create(path("large")).unwrap();
    large.set_len(1 << 40).unwrap();
    run("SSL_CERT_FILE", "/dev/zero", "SSL_CERT_FILE: /dev/zero is not a regular file");
    run("SSL_CERT_FILE", &path("pipe"), "pipe is not a regular file");
    run("SSL_CERT_FILE", &path("large"), "large is larger than 64 MiB");
    run("SSL_CERT_DIR", &path(""), "has more than 64 MiB or 10000 files");
    // Nothing of these is read.
    fs::remove_file(path("large")).unwrap();
    for device in ["/dev/zero", "/dev/tty", "/dev/stdin"] {
        symlink(device, path(&device.replace('/', "_"))).unwrap();
    }
    run("SSL_CERT_DIR", &format!("{}:/dev/zero:{}", path(""), path("none")), "No CA certificates");
    run("SSL_CERT_DIR", "/dev", "No CA certificates");
}
