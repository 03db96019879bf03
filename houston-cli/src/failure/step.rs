//! Causes and the next step for each: one table for errors, `houston explain` and `houston doctor`.

use super::code::Code;

macro_rules! steps {
    ($($step:ident $code:ident $cause:literal $next:expr;)*) => {
        /// A cause that has a next step of its own.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub(crate) enum Step {
            $(#[doc = $cause] $step,)*
        }

        impl Step {
            /// Every cause, in the order of the layers.
            pub(crate) const ALL: &[Step] = &[$(Step::$step,)*];

            /// The code of its errors.
            pub(crate) const fn code(self) -> Code {
                match self {
                    $(Step::$step => Code::$code,)*
                }
            }

            /// The cause, as part of a sentence.
            pub(crate) const fn cause(self) -> &'static str {
                match self {
                    $(Step::$step => $cause,)*
                }
            }

            /// The next step.
            pub(crate) const fn next(self) -> &'static str {
                match self {
                    $(Step::$step => $next,)*
                }
            }
        }
    };
}

steps! {
    // The connection.
    NameUnknown NotReached "the name of the server does not resolve"
        "Check the spelling of the domain, the VPN and the name server.";
    NoConnection NotReached "the server does not accept a connection"
        if cfg!(feature = "sandbox") {
            "Check the address and that the platform is running, or try `--sandbox`."
        } else {
            "Check the address and that the platform is running."
        };
    NoRoute NotReached "the server does not answer the connection, or cannot be reached"
        "Check that the platform is running, and that no firewall or VPN blocks the connection.";
    Closed NotReached "the connection is closed before the answer is complete"
        "If it happens each time, check the port (one for TLS needs an address with `https://`), and the gateways and proxies on the way.";
    Damaged NotReached "the answer is damaged on the way"
        "Check the gateways and proxies between you and the platform.";
    // The proxy.
    NoProxy NotReached "the proxy cannot be reached"
        "Check the address of the proxy and that it is running. NO_PROXY can name hosts that need no proxy.";
    ProxyNameUnknown NotReached "the name of the proxy does not resolve"
        "Check the spelling of the proxy's address.";
    ProxyNotTls NotReached "the port of the proxy does not speak TLS"
        "Write the address of the proxy with `http://`. The call to the platform stays encrypted.";
    ProxyTls NotReached "TLS with the proxy itself fails"
        "Check the address and the certificate of the proxy. `--ca-cert FILE` also trusts the issuer of a proxy's certificate.";
    ProxyBreaks NotReached "the proxy makes no connection to the server"
        "Check that the proxy is of the kind that its address names (http, https or socks5), and that it allows this host and port.";
    Silent NotReached "the server accepts the connection and sends nothing"
        "Houston does not answer a key whose workspace was deleted, and it answers nothing while its database is down. Try another token.";
    Late NotReached "the call takes longer than its time limit"
        "Ask for less with `--fields`, or wait longer with `--timeout`. If the server sends nothing at all, try another token.";
    // TLS.
    UnknownIssuer TlsFailed "the issuer of the certificate is not trusted"
        "Trust the platform's own certificate authority with `--ca-cert FILE`.";
    MarkedAsAuthority TlsFailed "the certificate is self-signed and marked as an authority"
        "If you trust this certificate itself, give it with `--ca-cert FILE`.";
    CertificateExpired TlsFailed "the certificate has expired"
        "Check this machine's clock. If it is right, the operator of the platform must renew the certificate.";
    CertificateNotYetValid TlsFailed "the certificate is not valid yet"
        "Check this machine's clock. If it is right, the operator of the platform must replace the certificate.";
    WrongName TlsFailed "the certificate is for another name"
        "Use a name of the certificate in the address, or ask the operator of the platform for a certificate with this name.";
    NoNames TlsFailed "the certificate contains no names"
        "The operator of the platform must replace the certificate: the names must be in its extension subjectAltName.";
    CertificateRefused TlsFailed "the certificate is not valid"
        "The operator of the platform must replace the certificate.";
    ClientCertificateWanted TlsFailed "the server requires a client certificate"
        "Present one with `--client-cert FILE`.";
    ClientCertificateRefused TlsFailed "the server does not accept the client certificate"
        "Ask the operator of the platform for a certificate that it accepts.";
    NotTls TlsFailed "the port does not speak TLS"
        "Check the port. If it serves plain http, the address must begin with `http://`.";
    TlsClosed TlsFailed "the server closes the connection during the handshake"
        "Check the port, and the proxies between you and the platform.";
    Handshake TlsFailed "the two sides do not agree on TLS"
        "Check the port. The server must support TLS 1.2 or 1.3, and it may require a client certificate (`--client-cert FILE`).";
    // Files with certificates.
    PemDer Usage "a file has the format DER"
        "Convert it with `openssl x509 -inform der -in FILE -out NEW`, and give the new file.";
    PemPkcs12 Usage "a file has the format PKCS #12"
        "Convert it with `openssl pkcs12 -nodes -in FILE -out NEW`, and give the new file.";
    PemNoCertificate Usage "a file contains no certificate"
        "Give a PEM file. It contains a line `-----BEGIN CERTIFICATE-----`.";
    PemNoKey Usage "a file contains no private key"
        "Put the certificate and its key in one file: `cat CERTIFICATE KEY > FILE`.";
    PemEncryptedKey Usage "the private key is encrypted"
        "Decrypt the key with `openssl pkey -in KEY -out NEW`, and put the certificate and the new key in one file.";
    PemOtherKey Usage "the private key does not belong to the certificate"
        "Put the certificate and its own key in one file. The client's certificate comes first, its issuers after it.";
    PemDamaged Usage "a PEM file is damaged"
        "Copy the file again, with its lines `-----BEGIN …-----` and `-----END …-----`.";
    // HTTP.
    NotHttp NotReached "the answer is not HTTP"
        "Check the port. If it serves TLS, the address must begin with `https://`.";
    TooLarge TooLarge "the answer is larger than 32 MiB, or nested too deep"
        "Choose less with `--fields`.";
    PlainHttp Refused "plain http on a port for TLS"
        "The port serves TLS: the address must begin with `https://`.";
    CertificateMissing Refused "status 400, because no client certificate was presented"
        "Present a client certificate with `--client-cert FILE`.";
    CertificateUnfit Refused "status 400, because of the client certificate"
        "The server does not accept the client certificate: ask the operator of the platform for another.";
    Redirect Redirected "the server redirects to another address"
        "Redirects are not followed. Give the right address with `--url`.";
    InFront NotAllowed "status 401 or 403 without a GraphQL answer"
        "Something in front of the API asks for another sign-in: check the address, the VPN, and the proxy or gateway.";
    NotFound Refused "status 404 or 405 without a GraphQL answer"
        "Check the address: the API is at https://houston.DOMAIN/v1.";
    ProxySignIn NotAllowed "status 407 from a proxy"
        "The proxy asks for a sign-in. Write user and password in its address: http://USER:PASSWORD@HOST:PORT.";
    ProxyRefuses NotReached "the proxy refuses the connection to the server"
        "The proxy must allow connections to this host and port; for hosts that need no proxy, use NO_PROXY.";
    RequestTooLarge Refused "status 413"
        "The request is larger than the server takes: Houston through 0.16 takes 100 kB, and a gateway may take less. Send less at once.";
    TooMany Refused "status 429"
        "The gateway limits how often you may call. Wait, then try again.";
    ProxyAnswers NotReached "status 403, 500 or higher, and plain http through a proxy"
        "The proxy may have written this answer: it must reach and allow this host and port. NO_PROXY can name hosts that need no proxy.";
    BadGateway NotReached "status 502"
        "The gateway runs, and Houston behind it does not answer: check that the platform is running.";
    Unavailable NotReached "status 503"
        "The platform is starting, or it is down for maintenance. Try again later.";
    GatewayTimeout NotReached "status 504"
        "The gateway did not wait for Houston's answer. Try again, and ask for less with `--fields`.";
    // GraphQL.
    SignInPage Refused "a page of HTML instead of a GraphQL answer"
        "This is the page of a sign-in, of an app or of a proxy. Check the address: the API is at https://houston.DOMAIN/v1.";
    NotGraphQl Refused "an answer that is not GraphQL"
        "Check the address: the API is at https://houston.DOMAIN/v1.";
    Drift SchemaDrift "the server has another version of the schema"
        "`houston schema diff` shows the differences, `houston schema pull` switches to the server's schema.";
    // The account.
    TokenMissing NotAllowed "the token is missing"
        "Set HOUSTON_TOKEN, or run `houston auth login`.";
    TokenEmpty NotAllowed "HOUSTON_TOKEN is set and empty"
        "HOUSTON_TOKEN is set but empty: set it to a token, or run `houston auth login`.";
    TokenExpired NotAllowed "the token has expired"
        "Sign in again with `houston auth login`. A user's token is valid for a day; automation needs the key of a service account.";
    TokenUnanswered NotAllowed "the server answers without the token, and not with it"
        "Use another token: the server does not answer the key of a workspace that is deleted. `houston auth login` stores one.";
    KeyringMissing NotAllowed "the system keyring cannot be reached"
        "Start a keyring service on the bus of your session, such as GNOME Keyring, KWallet or KeePassXC. `houston auth login --store file` stores the token in a file instead, and HOUSTON_TOKEN needs neither.";
    KeyringLocked NotAllowed "the system keyring is locked, and was not unlocked"
        "Unlock the keyring: sign in to your desktop, or open the keyring's app. Then run the command again.";
    KeyringEmpty NotAllowed "the system keyring does not have the token of the profile"
        "Sign in again with `houston auth login --store keyring`.";
    Permission NotAllowed "the permission is missing"
        "Ask an administrator for a role with this permission: `houston describe OPERATION` names the roles.";
    // The sandbox.
    StoreHeld NotReached "another process holds the sandbox's store"
        "End the process that holds it, or set HOUSTON_STATE_DIR to use another store.";
    StoreFails Refused "the sandbox's store fails"
        "Check the free space and the permissions of the store's directory, or set HOUSTON_STATE_DIR to use another store.";
    StoreUnusable NotReached "the sandbox's store cannot be opened"
        "Check the directory, or set HOUSTON_STATE_DIR to use another store. `houston sandbox reset` makes a new one.";
}

/// What servers for TLS write with status 400: nginx, Apache and Go.
const FROM_TLS: [(&str, Step); 5] = [
    ("plain HTTP request was sent to HTTPS port", Step::PlainHttp),
    ("speaking plain HTTP to an SSL-enabled server port", Step::PlainHttp),
    ("sent an HTTP request to an HTTPS server", Step::PlainHttp),
    ("No required SSL certificate was sent", Step::CertificateMissing),
    ("The SSL certificate error", Step::CertificateUnfit),
];

impl Step {
    /// Whether the next step is to send the call again.
    pub(crate) fn repeats(self) -> bool {
        matches!(
            self,
            Step::TooLarge
                | Step::Closed
                | Step::Late
                | Step::TooMany
                | Step::Unavailable
                | Step::GatewayTimeout
        )
    }

    /// The cause of an answer that is not GraphQL. `is_of_proxy` tells whether a proxy may have written it.
    pub(crate) fn of_foreign(status: u16, body: &str, is_of_proxy: bool) -> Step {
        let is_page = body.trim_start().starts_with('<');
        if status == 400
            && let Some((_, step)) = FROM_TLS.iter().find(|(text, _)| body.contains(text))
        {
            return *step;
        }
        match status {
            300..=399 => Step::Redirect,
            403 | 500.. if is_of_proxy => Step::ProxyAnswers,
            401 | 403 => Step::InFront,
            404 | 405 => Step::NotFound,
            407 => Step::ProxySignIn,
            413 => Step::RequestTooLarge,
            429 => Step::TooMany,
            502 => Step::BadGateway,
            503 => Step::Unavailable,
            504 => Step::GatewayTimeout,
            200..=299 if is_page => Step::SignInPage,
            _ => Step::NotGraphQl,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Step;

    #[test]
    fn each_cause_has_its_own_words() {
        for step in Step::ALL {
            let others = || Step::ALL.iter().filter(|other| *other != step);
            assert!(others().all(|other| other.cause() != step.cause()), "{step:?}");
            assert!(step.next().ends_with('.') && !step.cause().ends_with('.'), "{step:?}");
        }
    }

    #[test]
    fn a_foreign_answer_is_known_by_status_and_body() {
        for (status, body, step) in [
            (302, "", Step::Redirect),
            (400, "<title>400 The plain HTTP request was sent to HTTPS port", Step::PlainHttp),
            (400, "Client sent an HTTP request to an HTTPS server.", Step::PlainHttp),
            (400, "<title>400 No required SSL certificate was sent", Step::CertificateMissing),
            (400, "<title>400 The SSL certificate error", Step::CertificateUnfit),
            (400, "<html>", Step::NotGraphQl),
            (401, "<html>", Step::InFront),
            (404, "", Step::NotFound),
            (407, "", Step::ProxySignIn),
            (413, "<html>", Step::RequestTooLarge),
            (429, "", Step::TooMany),
            (502, "<html>", Step::BadGateway),
            (503, "", Step::Unavailable),
            (504, "", Step::GatewayTimeout),
            (200, " <!doctype html>", Step::SignInPage),
            (200, "{}", Step::NotGraphQl),
            (500, "<html>", Step::NotGraphQl),
        ] {
            assert_eq!(Step::of_foreign(status, body, false), step, "{status} {body}");
        }
        for (status, step) in [
            (200, Step::SignInPage),
            (401, Step::InFront),
            (403, Step::ProxyAnswers),
            (502, Step::ProxyAnswers),
        ] {
            assert_eq!(Step::of_foreign(status, "<html>", true), step, "{status}");
        }
    }
}
