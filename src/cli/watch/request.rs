//! What a browser asks, and what it is told. Bytes come in, a reply goes out; no socket and no disk here. Only GET, only files
//! on the shelf by their exact paths, and only for whoever asked for this machine by its own name: a page of somebody else
//! whose name was made to mean this machine (DNS rebinding) names that other page as host.

use crate::cli::watch::shelf::Shelf;
use actfile::render::html::REPORT;
use actfile::render::html::live::EVENTS;
use std::sync::Arc;

/// What is told.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Reply {
    /// A file, with its media type.
    File(&'static str, Arc<Vec<u8>>),
    /// News, for as long as somebody listens.
    Events,
    /// That the first build has not been made; the page asks again.
    NotYet,
    /// A refusal: status and reason.
    Refused(&'static str),
}

/// Endings of files with their media types.
const TYPES: &[(&str, &str)] = &[
    (".csv", "text/csv; charset=utf-8"),
    (".html", "text/html; charset=utf-8"),
    (".json", "application/json"),
    (".md", "text/markdown; charset=utf-8"),
    (".pdf", "application/pdf"),
    (".svg", "image/svg+xml"),
];

/// Returns what is told to a request, by its lines before the first blank one.
pub(crate) fn reply(head: &str, port: u16, shelf: &Shelf) -> Reply {
    let mut lines = head.split("\r\n");
    let request: Vec<&str> = lines.next().unwrap_or_default().split(' ').collect();
    let [method, target, version] = request.as_slice() else {
        return Reply::Refused("400 Bad Request");
    };
    if !version.starts_with("HTTP/1.") || !target.starts_with('/') {
        return Reply::Refused("400 Bad Request");
    }
    if !is_for_us(lines, port) {
        return Reply::Refused("403 Forbidden");
    }
    if *method != "GET" {
        return Reply::Refused("405 Method Not Allowed");
    }
    found(target.split('?').next().unwrap_or_default(), shelf)
}

// A host that is missing, named twice or another is refused alike.
fn is_for_us<'a>(headers: impl Iterator<Item = &'a str>, port: u16) -> bool {
    let named = headers.filter_map(|line| line.split_once(':'));
    let hosts: Vec<&str> = named
        .filter(|(name, _)| name.eq_ignore_ascii_case("host"))
        .map(|(_, host)| host.trim())
        .collect();
    let ours = [format!("127.0.0.1:{port}"), format!("localhost:{port}")];
    matches!(hosts.as_slice(), [host] if ours.iter().any(|our| our.eq_ignore_ascii_case(host)))
}

// Paths are compared as they were written: what is not the path of a file of the build, such as `/../x`, is nothing.
fn found(path: &str, shelf: &Shelf) -> Reply {
    if path == EVENTS {
        return Reply::Events;
    }
    let path = match path.strip_prefix('/').unwrap_or_default() {
        "" => REPORT,
        path => path,
    };
    match shelf.file(path) {
        Some(bytes) => Reply::File(media_type(path), bytes),
        None if path == REPORT => Reply::NotYet,
        None => Reply::Refused("404 Not Found"),
    }
}

fn media_type(path: &str) -> &'static str {
    let known = TYPES.iter().find(|(ending, _)| path.ends_with(ending));
    known.map_or("text/plain; charset=utf-8", |(_, media_type)| *media_type)
}

#[cfg(test)]
mod tests {
    use super::*;
    use actfile::render::Artifact;

    const PORT: u16 = 8080;

    fn shelf() -> Shelf {
        let shelf = Shelf::default();
        let file = |path: &str| Artifact {
            path: path.to_owned(),
            bytes: b"<body></body>".to_vec(),
        };
        shelf.put(&[REPORT, "gaps.csv", "systems/one.md", "SHA256SUMS"].map(file));
        shelf
    }

    #[track_caller]
    fn refused(head: &str, status: &str) {
        let Reply::Refused(found) = reply(head, PORT, &shelf()) else {
            panic!("{head:?} is answered");
        };
        assert!(found.starts_with(status), "{head:?}: {found}");
    }

    #[test]
    fn a_file_is_found_by_its_exact_path() {
        for (target, expected) in [
            ("/", "text/html"),
            ("/report.html", "text/html"),
            ("/report.html?x=1", "text/html"),
            ("/gaps.csv", "text/csv"),
            ("/systems/one.md", "text/markdown"),
            ("/SHA256SUMS", "text/plain"),
        ] {
            for host in ["127.0.0.1:8080", "localhost:8080", "LocalHost:8080"] {
                let head = format!("GET {target} HTTP/1.1\r\nhost: {host}\r\naccept: */*");
                let Reply::File(media_type, _) = reply(&head, PORT, &shelf()) else {
                    panic!("{target} is not found");
                };
                assert!(media_type.starts_with(expected), "{target}: {media_type}");
            }
        }
        let head = "GET /events HTTP/1.1\r\nHost: localhost:8080";
        assert_eq!(reply(head, PORT, &shelf()), Reply::Events);
        let head = "GET / HTTP/1.1\r\nHost: localhost:8080";
        assert_eq!(reply(head, PORT, &Shelf::default()), Reply::NotYet);
    }

    #[test]
    fn nothing_else_is_found() {
        for target in [
            "/../Cargo.toml",
            "/systems/../SHA256SUMS",
            "/%2e%2e/Cargo.toml",
            "/systems",
            "/systems/",
            "//SHA256SUMS",
            "/SHA256SUMS/",
            "/./SHA256SUMS",
            "/systems\\one.md",
            "/events/x",
        ] {
            refused(&format!("GET {target} HTTP/1.1\r\nHost: localhost:8080"), "404");
        }
    }

    #[test]
    fn whoever_names_another_host_or_none_is_refused() {
        for hosts in [
            "",
            "Host: example.org",
            "Host: example.org:8080",
            "Host: localhost",
            "Host: localhost:80",
            "Host: 127.0.0.1:8080.example.org",
            "Host: localhost:8080\r\nHost: localhost:8080",
            "Host: localhost:8080\r\nHost: example.org",
            "Host: [::1]:8080",
            "X-Host: localhost:8080",
        ] {
            refused(&format!("GET / HTTP/1.1\r\n{hosts}"), "403");
            refused(&format!("POST / HTTP/1.1\r\n{hosts}"), "403");
        }
    }

    #[test]
    fn only_get_is_answered_and_only_whole_requests() {
        for method in ["POST", "HEAD", "PUT", "OPTIONS", "get", "TRACE"] {
            refused(&format!("{method} / HTTP/1.1\r\nHost: localhost:8080"), "405");
        }
        for head in [
            "",
            "GET",
            "GET /",
            "GET / HTTP/2\r\nHost: localhost:8080",
            "GET http://example.org/ HTTP/1.1\r\nHost: localhost:8080",
            "GET / x HTTP/1.1\r\nHost: localhost:8080",
            "\r\nGET / HTTP/1.1\r\nHost: localhost:8080",
        ] {
            refused(head, "400");
        }
    }
}
