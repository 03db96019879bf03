//! `houston auth`: signing in and out, and who is signed in.

mod account;
mod login;
mod logout;
mod status;
mod token;
pub(crate) mod whoami;

use clap::{Args, Subcommand};

use crate::commands::profile;
use crate::failure::Failure;

/// Sign in and out, and show who is signed in
#[derive(Args)]
#[command(disable_help_subcommand = true)]
pub(crate) struct Auth {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    Login(login::Login),
    Status(status::Status),
    Token(token::Token),
    Switch(profile::Use),
    Logout(logout::Logout),
}

pub(crate) fn run(auth: Auth) -> Result<(), Failure> {
    match auth.command {
        Command::Login(login) => login::run(login),
        Command::Status(status) => status::run(status),
        Command::Token(token) => token::run(token),
        Command::Switch(choice) => profile::switch(choice),
        Command::Logout(logout) => logout::run(logout),
    }
}
