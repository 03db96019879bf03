//! Which platform and which token a call uses.

use std::fmt::Write as _;
use std::process::Command;

use houston_tests::installed;
use houston_tests::server::{Script, Server, closing};

use crate::environment::{Environment, Ran};

fn platform() -> Server {
    Server::new(Script::Write(closing("200 OK", r#"{"data":{"workspaces":[]}}"#)))
}

/// The token of the last request; `none` without one.
fn sent(server: &Server) -> String {
    let seen = server.seen().pop().unwrap_or_default();
    let mut fields = seen.lines().filter_map(|line| line.split_once(": "));
    let header = fields.rfind(|(name, _)| name.eq_ignore_ascii_case("authorization"));
    header.map_or("none", |(_, token)| token).to_owned()
}

/// Two platforms. `current` and `own` are profiles of B with a stored token, `bare` is one without.
#[test]
fn one_order_decides_where_a_call_goes_and_with_which_token() {
    // Words, HOUSTON_URL, HOUSTON_TOKEN, and where the call goes with which token.
    let rows = [
        ("", "", "", "B own"),
        ("", "", "T", "B T"),
        ("", "A", "T", "A T"),
        ("", "A", "", "A none"),
        ("--profile own", "", "", "B own"),
        ("--profile own", "", "T", "B own"),
        ("--profile own", "A", "T", "B own"),
        ("--profile own", "A", "", "B own"),
        ("--profile own --token-file FILE", "A", "T", "B file"),
        ("HOUSTON_PROFILE=own", "", "", "B own"),
        ("HOUSTON_PROFILE=own", "", "T", "B own"),
        ("HOUSTON_PROFILE=bare", "", "T", "B T"),
        ("HOUSTON_PROFILE=command", "", "T", "B command"),
        ("HOUSTON_PROFILE=own", "A", "T", "A T"),
        ("HOUSTON_PROFILE=own --url A", "", "T", "A T"),
        ("HOUSTON_PROFILE=own --token-file FILE", "", "T", "B file"),
        ("--profile bare", "", "", "B none"),
        ("--profile bare", "", "T", "B T"),
        ("--profile bare", "A", "T", "refused 2"),
        ("--profile bare", "A", "", "B none"),
        ("--profile bare", "B", "T", "B T"),
        ("--profile bare", "not an address", "T", "refused 2"),
        ("--profile bare --token-file FILE", "A", "T", "B file"),
        ("--profile command", "A", "T", "B command"),
        ("--url A", "", "", "A none"),
        ("--url A", "", "T", "A T"),
        ("--url A", "B", "T", "refused 2"),
        ("--url A", "B", "", "A none"),
        ("--url A", "A", "T", "A T"),
        ("--url A --token-file FILE", "B", "T", "A file"),
        ("--base-domain a.invalid", "A", "T", "refused 2"),
    ];
    let (a, b) = (platform(), platform());
    let user = Environment::new();
    std::fs::create_dir_all(user.config()).unwrap();
    let origin = b.url.trim_end_matches("/v1");
    let url = &b.url;
    let config = format!(
        "current = \"current\"\n[profiles.current]\nurl = \"{url}\"\n[profiles.own]\nurl = \"{url}\"\n\
         [profiles.bare]\nurl = \"{url}\"\n[profiles.command]\nurl = \"{url}\"\ntoken-command = \"echo command\"\n"
    );
    std::fs::write(user.config().join("config.toml"), config).unwrap();
    let keep = |name: &str| format!("[{name}]\norigin = \"{origin}\"\ntoken = \"own\"\n");
    write_private(&user, &(keep("current") + &keep("own")));
    let file = user.config().join("token");
    std::fs::write(&file, "file").unwrap();
    for (words, variable, token, expected) in rows {
        let address = |word: &str| match word {
            "A" => a.url.clone(),
            "B" => b.url.clone(),
            "FILE" => file.to_str().unwrap().to_owned(),
            other => other.to_owned(),
        };
        let (set, words): (Vec<&str>, Vec<&str>) = words
            .split(' ')
            .filter(|word| !word.is_empty())
            .partition(|word| word.starts_with("HOUSTON_PROFILE="));
        let words = words.into_iter().map(address);
        let words: Vec<String> = ["workspaces".to_owned()].into_iter().chain(words).collect();
        let words: Vec<&str> = words.iter().map(String::as_str).collect();
        let mut command = user.command(&words);
        command.envs(set.iter().filter_map(|set| set.split_once('=')));
        if !variable.is_empty() {
            command.env("HOUSTON_URL", address(variable));
        }
        if !token.is_empty() {
            command.env("HOUSTON_TOKEN", token);
        }
        let went = |command: &mut Command| {
            let before = (a.seen().len(), b.seen().len());
            let ran = command.output().unwrap();
            let mut went = String::new();
            for (name, server, before) in [("A", &a, before.0), ("B", &b, before.1)] {
                if server.seen().len() > before {
                    write!(went, "{name} {}", sent(server)).unwrap();
                }
            }
            if went.is_empty() {
                write!(went, "refused {}", ran.status.code().unwrap()).unwrap();
            }
            (went, Ran::new(ran))
        };
        let (call, ran) = went(&mut command);
        assert_eq!(call, expected, "{words:?} {variable} {token}: {ran}");
        // The command of --curl goes to the same place, with a token that is for it.
        command.args(["--curl", "--fields", "id"]);
        let ran = Ran::new(command.output().unwrap());
        if ran.code != 0 || !installed::has_program("curl") {
            assert!(ran.code == 0 || expected == format!("refused {}", ran.code), "{ran}");
            continue;
        }
        let mut shell = Command::new("sh");
        shell.args(["-c", &ran.stdout]).env_remove("HOUSTON_TOKEN");
        shell.env("HOUSTON_CURL_TOKEN", "given");
        shell.envs(
            Some(token).filter(|token| !token.is_empty()).map(|token| ("HOUSTON_TOKEN", token)),
        );
        let own = ["own", "file", "command"].iter().find(|own| expected.ends_with(**own));
        let expected = own.map_or(expected.to_owned(), |own| expected.replace(own, "given"));
        assert_eq!(went(&mut shell).0, expected, "{words:?} {variable} {token}: {ran}");
    }
}

fn write_private(user: &Environment, text: &str) {
    let path = user.config().join("credentials.toml");
    std::fs::write(&path, text).unwrap();
    #[cfg(unix)]
    std::fs::set_permissions(&path, std::os::unix::fs::PermissionsExt::from_mode(0o600)).unwrap();
}

#[test]
fn a_token_for_another_platform_is_refused_and_an_empty_one_is_told() {
    let server = platform();
    let user =
        Environment::new().set("HOUSTON_TOKEN", "canary").set("HOUSTON_BASE_DOMAIN", "a.example");
    let add = format!("profile add p --url {}", server.url);
    assert_eq!(user.line(&add).code, 0);
    let shown = user.session(&[
        "workspaces --profile p",
        "doctor --profile p",
        "workspaces --profile p --fields id --dry-run",
    ]);
    assert!(server.seen().is_empty() && !shown.contains("canary"));
    insta::assert_snapshot!(shown, @"
    $ workspaces --profile p
    ------- stderr -------
    error: HOUSTON_TOKEN is for the platform of HOUSTON_BASE_DOMAIN, and this call goes to another [usage]
      The call goes to http://127.0.0.1:[PORT]/v1, from profile p (--profile).
    Nothing was sent. Give the token of this platform with `--token-file FILE`, or unset HOUSTON_BASE_DOMAIN if HOUSTON_TOKEN is for this one.
    [exit: 2]

    $ doctor --profile p
    ok       configuration  1 profile in [DIR]/config/config.toml
    ok       schema         the built-in schema
    ok       platform       http://127.0.0.1:[PORT]/v1 (from profile p (--profile))
    ok       name           127.0.0.1 resolves to 127.0.0.1
    ok       proxy          none
    ok       connection     127.0.0.1:[PORT] answers after [TIME]
    fault    token          HOUSTON_TOKEN is for the platform of HOUSTON_BASE_DOMAIN, and this call goes to another; The call goes to http://127.0.0.1:[PORT]/v1, from profile p (--profile).
                            -> Give the token of this platform with `--token-file FILE`, or unset HOUSTON_BASE_DOMAIN if HOUSTON_TOKEN is for this one.
    skipped  TLS            the call's settings cannot be used
    skipped  HTTP           the call's settings cannot be used
    skipped  GraphQL        the call's settings cannot be used
    skipped  introspection  the call's settings cannot be used
    skipped  version        the call's settings cannot be used
    skipped  clock          the call's settings cannot be used
    skipped  account        the call's settings cannot be used
    skipped  drift          the call's settings cannot be used
    ------- stderr -------
    error: the first check that failed: token [usage]
    Give the token of this platform with `--token-file FILE`, or unset HOUSTON_BASE_DOMAIN if HOUSTON_TOKEN is for this one.
    [exit: 2]

    $ workspaces --profile p --fields id --dry-run
    POST http://127.0.0.1:[PORT]/v1
    accept: application/json
    content-type: application/json
    authorization: ***

    query workspaces {
      workspaces {
        id
      }
    }

    {}
    ------- stderr -------
    note: the call would fail: HOUSTON_TOKEN is for the platform of HOUSTON_BASE_DOMAIN, and this call goes to another; The call goes to http://127.0.0.1:[PORT]/v1, from profile p (--profile). Give the token of this platform with `--token-file FILE`, or unset HOUSTON_BASE_DOMAIN if HOUSTON_TOKEN is for this one.
    [exit: 0]
    ");
    let user = Environment::new().set("HOUSTON_TOKEN", "");
    let at = |line: &str| user.line(&format!("{line} --url {}", server.url)).after(line);
    let shown = ["workspaces", "workspaces --fields id --dry-run", "auth status"].map(at);
    insta::assert_snapshot!(shown.concat(), @"
    $ workspaces
    []
    ------- stderr -------
    note: HOUSTON_TOKEN is set but empty
    [exit: 0]

    $ workspaces --fields id --dry-run
    POST http://127.0.0.1:[PORT]/v1
    accept: application/json
    content-type: application/json
    authorization: (no token: HOUSTON_TOKEN is set but empty)

    query workspaces {
      workspaces {
        id
      }
    }

    {}
    [exit: 0]

    $ auth status
    ------- stderr -------
    note: HOUSTON_TOKEN is set but empty
    error: not signed in to http://127.0.0.1:[PORT]/v1: no token [not-allowed]
    HOUSTON_TOKEN is set but empty: set it to a token, or run `houston auth login`
    [exit: 3]
    ");
}

#[test]
fn the_order_is_the_same_in_the_help_and_in_its_page() {
    let words = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    let help = words(&Environment::new().line("help environment").stdout);
    let page = std::fs::read_to_string(installed::workspace().join("docs/platform.md")).unwrap();
    let from = help.find("The platform of a call is").unwrap();
    let order = &help[from..];
    assert!(words(&page).contains(order), "{order}");
}
