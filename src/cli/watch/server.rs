//! Answers browsers on this machine: one thread for each question, few at a time, each with little patience. The only file
//! that opens a socket, and it listens on 127.0.0.1 alone; the program calls nobody. Written by hand, because what is needed
//! of HTTP is a request line and one header, and a crate would bring bodies, encodings and connections that are kept.
#![expect(
    clippy::disallowed_types,
    reason = "listens on loopback, for a browser on the same machine, while `watch` runs"
)]

use crate::cli::watch::request::{Reply, reply};
use crate::cli::watch::shelf::Shelf;
use actfile::failure::Failure;
use actfile::render::html::icon;
use std::io::{self, Read, Write};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;
use std::time::Duration;

/// The longest request that is read.
const LONGEST_REQUEST: usize = 8 * 1024;
/// The most pieces in which it may arrive.
const MOST_PIECES: usize = 16;
/// How long is waited for a piece, and for a browser that takes what it asked for.
const PATIENCE: Duration = Duration::from_secs(5);
/// How long a listener hears nothing before it is asked whether it is still there.
const SILENCE: Duration = Duration::from_secs(10);
/// The most questions that are answered at a time; a page that listens is one of them.
const MOST_AT_ONCE: usize = 32;

/// What every answer says besides its type: nothing is kept, nothing is guessed, no page of others may hold it.
const HEADERS: &str = "Cache-Control: no-store\r\nX-Content-Type-Options: nosniff\r\nX-Frame-Options: DENY\r\n\
                       Cross-Origin-Resource-Policy: same-origin\r\nReferrer-Policy: no-referrer\r\nConnection: close\r\n";

/// A server that listens and does not answer yet.
#[derive(Debug)]
pub(crate) struct Server {
    listener: TcpListener,
    port: u16,
}

impl Server {
    /// Listens on a port of this machine, or on one that is free.
    pub(crate) fn bind(port: u16) -> Result<Self, Failure> {
        let disk = |source| Failure::Disk {
            path: format!("127.0.0.1:{port}"),
            what: "cannot listen on this port; choose another with --port",
            source,
        };
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, port)).map_err(disk)?;
        let port = listener.local_addr().map_err(disk)?.port();
        Ok(Self { listener, port })
    }

    /// Returns the port.
    pub(crate) fn port(&self) -> u16 {
        self.port
    }

    /// Begins to answer, until the program ends.
    pub(crate) fn serve(self, shelf: Arc<Shelf>) -> Result<(), Failure> {
        let n_open = Arc::new(AtomicUsize::new(0));
        let answering = move || {
            for stream in self.listener.incoming().flatten() {
                let Some(turn) = Turn::take(&n_open) else { continue };
                let (shelf, port) = (Arc::clone(&shelf), self.port);
                let answering = move || {
                    // A browser that goes away is no trouble.
                    let _ = answer(stream, port, &shelf);
                    drop(turn);
                };
                // Without a thread the question is not answered, and the browser asks again.
                drop(thread::Builder::new().spawn(answering));
            }
        };
        let thread = thread::Builder::new().spawn(answering);
        thread.map(drop).map_err(|source| Failure::Disk {
            path: "a thread of its own".to_owned(),
            what: "cannot be had for the server",
            source,
        })
    }
}

/// The right to be answered, which comes back by itself.
struct Turn(Arc<AtomicUsize>);

impl Turn {
    /// Returns a turn, if not too many are taken.
    fn take(n_open: &Arc<AtomicUsize>) -> Option<Self> {
        let turn = Self(Arc::clone(n_open));
        (n_open.fetch_add(1, Ordering::SeqCst) < MOST_AT_ONCE).then_some(turn)
    }
}

impl Drop for Turn {
    fn drop(&mut self) {
        self.0.fetch_sub(1, Ordering::SeqCst);
    }
}

fn answer(mut stream: TcpStream, port: u16, shelf: &Shelf) -> io::Result<()> {
    stream.set_read_timeout(Some(PATIENCE))?;
    stream.set_write_timeout(Some(PATIENCE))?;
    let reply = match head(&mut stream)? {
        Some(head) => reply(&head, port, shelf),
        None => Reply::Refused("431 Request Header Fields Too Large"),
    };
    match reply {
        Reply::File(media_type, bytes) => send(&mut stream, "200 OK", media_type, &bytes),
        Reply::NotYet => send(
            &mut stream,
            "503 Service Unavailable",
            "text/html; charset=utf-8",
            not_yet().as_bytes(),
        ),
        Reply::Refused(status) => send(
            &mut stream,
            status,
            "text/plain; charset=utf-8",
            status.as_bytes(),
        ),
        Reply::Events => events(&mut stream, shelf),
    }
}

/// Returns what is shown before the first documents are made; it asks again by itself.
fn not_yet() -> String {
    let icon = icon();
    format!(
        "<!DOCTYPE html><html lang=\"en\"><head><meta charset=\"utf-8\"><meta http-equiv=\"refresh\" content=\"1\">\
         <link rel=\"icon\" href=\"{icon}\"><title>No documents yet</title></head><body><main><h1>No documents yet</h1>\
         <p>They are being made, or the inventory has errors, which the terminal names.</p></main></body></html>\n"
    )
}

/// Returns a request up to its blank line; none when it is too long or arrives in too many pieces.
fn head(stream: &mut impl Read) -> io::Result<Option<String>> {
    let (mut read, mut piece) = (Vec::new(), [0; 1024]);
    for _ in 0..MOST_PIECES {
        match stream.read(&mut piece)? {
            0 => return Err(io::ErrorKind::UnexpectedEof.into()),
            n_bytes => read.extend_from_slice(piece.get(..n_bytes).unwrap_or_default()),
        }
        let end = read.windows(4).position(|four| four == b"\r\n\r\n");
        if let Some(head) = end.and_then(|end| read.get(..end)) {
            return Ok(Some(String::from_utf8_lossy(head).into_owned()));
        }
        if read.len() > LONGEST_REQUEST {
            break;
        }
    }
    Ok(None)
}

fn send(stream: &mut impl Write, status: &str, media_type: &str, body: &[u8]) -> io::Result<()> {
    let n_bytes = body.len();
    let head = format!(
        "HTTP/1.1 {status}\r\nContent-Type: {media_type}\r\nContent-Length: {n_bytes}\r\n{HEADERS}\r\n"
    );
    stream.write_all(head.as_bytes())?;
    stream.write_all(body)?;
    stream.flush()
}

/// Tells news as server-sent events until nobody listens: which page there is, and whether something is wrong.
fn events(stream: &mut impl Write, shelf: &Shelf) -> io::Result<()> {
    let head = format!("HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n{HEADERS}\r\n");
    stream.write_all(head.as_bytes())?;
    let mut n_heard = 0;
    loop {
        let news = shelf.news(n_heard, SILENCE);
        let told = match news.n_events == n_heard {
            true => ": still here\n\n".to_owned(),
            false => told(&news.page, news.trouble),
        };
        n_heard = news.n_events;
        stream.write_all(told.as_bytes())?;
        stream.flush()?;
    }
}

fn told(page: &str, trouble: Option<&str>) -> String {
    let page = match page.is_empty() {
        true => String::new(),
        false => format!("event: page\ndata: {page}\n\n"),
    };
    match trouble {
        None => format!("{page}event: well\ndata: -\n\n"),
        Some(why) => format!("{page}event: trouble\ndata: {why}\n\n"),
    }
}
