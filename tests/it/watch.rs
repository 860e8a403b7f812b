//! `actfile watch` as a browser and a person at the keyboard meet it: what was saved is shown, what is wrong is told and the
//! last good documents stay, nobody but a browser on this machine is answered, and Ctrl-C leaves whole documents.
#![expect(
    clippy::disallowed_types,
    reason = "the test is the browser on the same machine"
)]

use std::fs::{File, create_dir_all};
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::process::{Child, Command, Stdio};
use std::sync::mpsc::{Receiver, channel};
use std::thread;
use std::time::Duration;

const ORGANISATION: &str = "kind: organisation\nid: acme\nlegal_name: Acme GmbH\nas_of: 2026-11-22\n";
const SYSTEM: &str = "kind: ai_system\nid: one\nname: NAME\nour_roles: [deployer]\n";
/// How often something is looked for before it counts as missing, and how long it is waited each time.
const LOOKS: usize = 600;
const PAUSE: Duration = Duration::from_millis(100);

/// A run of `watch` over a small inventory.
struct Watch {
    folder: tempfile::TempDir,
    child: Child,
    port: u16,
    told: Receiver<String>,
}

/// An answer.
struct Answer {
    status: String,
    headers: String,
    body: String,
}

impl Watch {
    fn begin() -> Self {
        let folder = tempfile::tempdir().unwrap();
        create_dir_all(folder.path().join("inventories")).unwrap();
        save(&folder, "acme.yaml", ORGANISATION);
        save(&folder, "one.yaml", &SYSTEM.replace("NAME", "First name"));
        let mut child = Command::new(env!("CARGO_BIN_EXE_actfile"))
            .arg("watch")
            .current_dir(folder.path())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        let mut address = String::new();
        BufReader::new(child.stdout.take().unwrap())
            .read_line(&mut address)
            .unwrap();
        let port = address.trim().trim_end_matches('/').rsplit(':').next().unwrap();
        let (sender, told) = channel();
        let stderr = BufReader::new(child.stderr.take().unwrap());
        thread::spawn(move || {
            stderr
                .lines()
                .map_while(Result::ok)
                .try_for_each(|line| sender.send(line))
        });
        Self {
            folder,
            port: port.parse().unwrap(),
            child,
            told,
        }
    }

    fn save(&self, name: &str, text: &str) {
        save(&self.folder, name, text);
    }

    /// Asks again while there is no answer: a machine under load may not be patient enough.
    #[track_caller]
    fn ask(&self, request: &str) -> Answer {
        let answers = (0..LOOKS).map(|_| self.ask_once(request));
        let mut whole = answers.filter(|answer| !answer.status.is_empty());
        whole.next().unwrap()
    }

    fn ask_once(&self, request: &str) -> Answer {
        let mut stream = TcpStream::connect(("127.0.0.1", self.port)).unwrap();
        stream.write_all(request.as_bytes()).unwrap();
        let mut answer = Vec::new();
        stream.read_to_end(&mut answer).unwrap();
        let answer = String::from_utf8_lossy(&answer).into_owned();
        let (head, body) = answer.split_once("\r\n\r\n").unwrap_or((&answer, ""));
        let (status, headers) = head.split_once("\r\n").unwrap_or((head, ""));
        Answer {
            status: status.to_owned(),
            headers: headers.to_lowercase(),
            body: body.to_owned(),
        }
    }

    fn get(&self, target: &str) -> Answer {
        let port = self.port;
        self.ask(&format!(
            "GET {target} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\n\r\n"
        ))
    }

    /// Waits until a page says something.
    #[track_caller]
    fn shows(&self, target: &str, words: &str) -> Answer {
        for _ in 0..LOOKS {
            let answer = self.get(target);
            if answer.body.contains(words) {
                return answer;
            }
            thread::sleep(PAUSE);
        }
        unreachable!("{target} never says `{words}`");
    }

    /// Waits until the terminal says something.
    #[track_caller]
    fn tells(&self, words: &str) {
        let patience = PAUSE * u32::try_from(LOOKS).unwrap();
        while let Ok(line) = self.told.recv_timeout(patience) {
            if line.contains(words) {
                return;
            }
        }
        unreachable!("the terminal never says `{words}`");
    }

    /// Presses Ctrl-C and returns the exit code.
    #[cfg(unix)]
    fn end(&mut self) -> Option<i32> {
        let id = self.child.id().to_string();
        let sent = Command::new("kill").args(["-INT", &id]).status().unwrap();
        assert!(sent.success());
        self.child.wait().unwrap().code()
    }
}

impl Drop for Watch {
    fn drop(&mut self) {
        drop(self.child.kill());
        drop(self.child.wait());
    }
}

fn save(folder: &tempfile::TempDir, name: &str, text: &str) {
    let mut file = File::create(folder.path().join("inventories").join(name)).unwrap();
    file.write_all(text.as_bytes()).unwrap();
}

#[test]
fn what_was_saved_is_shown_and_what_is_wrong_leaves_the_last_good_documents() {
    let watch = Watch::begin();
    let first = watch.shows("/", "First name");
    assert!(first.status.contains("200"), "{}", first.status);
    assert!(first.body.contains("new EventSource"));
    watch.tells("gaps:");

    watch.save("one.yaml", &SYSTEM.replace("NAME", "Second name"));
    watch.shows("/report.html", "Second name");
    watch.shows("/systems/one.md", "Second name");
    watch.tells("gaps:");

    watch.save("one.yaml", &SYSTEM.replace("name: NAME", "nam: Third name"));
    watch.tells("error[");
    watch.tells("the last good documents stay");
    watch.shows("/", "Second name");

    watch.save("one.yaml", &SYSTEM.replace("NAME", "Fourth name"));
    watch.shows("/gaps.md", "Fourth name");
}

#[test]
fn a_page_that_listens_hears_of_a_change_and_of_trouble() {
    let watch = Watch::begin();
    watch.shows("/", "First name");
    let mut stream = TcpStream::connect(("127.0.0.1", watch.port)).unwrap();
    let port = watch.port;
    let request = format!("GET /events HTTP/1.1\r\nHost: localhost:{port}\r\n\r\n");
    stream.write_all(request.as_bytes()).unwrap();
    let mut lines = BufReader::new(stream).lines().map_while(Result::ok);
    let first = lines.find(|line| line.starts_with("data: ")).unwrap();
    watch.save("one.yaml", &SYSTEM.replace("NAME", "Second name"));
    let next = lines.find(|line| line.starts_with("data: ") && line.len() == first.len() && *line != first);
    let mark = next.unwrap();
    assert!(watch.get("/").body.contains(mark.trim_start_matches("data: ")));
    watch.save("one.yaml", "kind: nothing\n");
    assert!(lines.any(|line| line == "event: trouble"));
    watch.save("one.yaml", &SYSTEM.replace("NAME", "Second name"));
    assert!(lines.any(|line| line == "event: well"));
}

#[test]
fn nobody_else_is_answered_and_nothing_else_is_found() {
    let watch = Watch::begin();
    watch.shows("/", "First name");
    let port = watch.port;
    for (request, status) in [
        ("GET / HTTP/1.1\r\nHost: example.org\r\n\r\n".to_owned(), "403"),
        (
            format!("GET / HTTP/1.1\r\nHost: example.org:{port}\r\n\r\n"),
            "403",
        ),
        ("GET / HTTP/1.1\r\n\r\n".to_owned(), "403"),
        (
            format!("POST / HTTP/1.1\r\nHost: localhost:{port}\r\n\r\n"),
            "405",
        ),
        (
            format!("GET /../inventories/one.yaml HTTP/1.1\r\nHost: localhost:{port}\r\n\r\n"),
            "404",
        ),
        (
            format!("GET /%2e%2e/inventories/one.yaml HTTP/1.1\r\nHost: localhost:{port}\r\n\r\n"),
            "404",
        ),
        (
            format!("GET /systems/ HTTP/1.1\r\nHost: localhost:{port}\r\n\r\n"),
            "404",
        ),
        (
            format!(
                "GET /{} HTTP/1.1\r\nHost: localhost:{port}\r\n\r\n",
                "x".repeat(7_000)
            ),
            "404",
        ),
        ("nonsense\r\n\r\n".to_owned(), "400"),
    ] {
        let answer = watch.ask(&request);
        assert!(answer.status.contains(status), "{request}: {}", answer.status);
        assert!(
            !answer.body.contains("First name") && !answer.body.contains("kind:"),
            "{request}"
        );
    }
    for target in ["/", "/gaps.csv", "/index.pdf", "/manifest.json", "/nothing"] {
        let headers = watch.get(target).headers;
        for expected in [
            "cache-control: no-store",
            "x-content-type-options: nosniff",
            "x-frame-options: deny",
        ] {
            assert!(headers.contains(expected), "{target}: {headers}");
        }
        assert!(!headers.contains("access-control"), "{target}");
    }
}

#[test]
#[cfg(unix)]
fn the_end_leaves_whole_documents_and_is_no_failure() {
    let mut watch = Watch::begin();
    watch.tells("gaps:");
    watch.save("one.yaml", &SYSTEM.replace("NAME", "Second name"));
    assert_eq!(watch.end(), Some(0));
    let verified = Command::new(env!("CARGO_BIN_EXE_actfile"))
        .args(["verify", "out"])
        .current_dir(watch.folder.path())
        .output()
        .unwrap();
    assert!(verified.status.success(), "{verified:?}");
    let report = File::open(watch.folder.path().join("out/report.html")).unwrap();
    let mut kept = String::new();
    BufReader::new(report).read_to_string(&mut kept).unwrap();
    assert!(!kept.contains("EventSource"), "the listener is on disk");
}
