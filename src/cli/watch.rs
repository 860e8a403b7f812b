//! `actfile watch`: makes the documents anew after each change of the inventory, and shows them in a browser on this machine.
//! While the inventory has errors it tells them, as `check` does, and the last good documents stay: on disk and in the
//! browser. The folder is looked at many times a second: that notices every way in which editors save, on every file
//! system and in containers, where messages of the operating system get lost, and looking at 1,000 files takes less than
//! one hundredth of a processor.

mod request;
mod server;
mod shelf;

use crate::cli::args::{Global, Watch};
use crate::cli::build;
use crate::cli::exit::Exit;
use crate::cli::project;
use crate::cli::terminal::Terminal;
use crate::cli::watch::server::Server;
use crate::cli::watch::shelf::Shelf;
use actfile::build::{Scope, page};
use actfile::failure::Failure;
use actfile::read::glance::{Glance, glance};
use actfile::write::manifest::manifest_of;
use signal_hook::consts::{SIGINT, SIGTERM};
use signal_hook::flag;
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread::sleep;
use std::time::Duration;

/// How long nothing is looked at.
const PAUSE: Duration = Duration::from_millis(30);
/// How long a folder has to look the same before it is read: some editors empty a file before they write it.
const STILL: Duration = Duration::from_millis(10);
/// How often it is waited for; a folder that never keeps still is read all the same.
const MOST_WAITS: usize = 20;

/// What a browser shows while the inventory has errors.
const HAS_ERRORS: &str =
    "The inventory has errors, which the terminal names. What is shown are the last good documents.";
/// What it shows when something else went wrong.
const WENT_WRONG: &str =
    "The documents could not be made; the terminal says why. What is shown are the last good ones.";

/// Makes and serves documents until it is told to end.
pub(crate) fn run(asked: &Watch, global: &Global, terminal: &Terminal) -> Result<Exit, Failure> {
    let is_over = told_to_end()?;
    let shelf = Arc::new(Shelf::default());
    let server = Server::bind(asked.port)?;
    let address = format!("http://127.0.0.1:{}/", server.port());
    server.serve(Arc::clone(&shelf))?;
    terminal.result(&format!("{address}\n"))?;
    terminal.say("the documents are shown there, on this machine alone; Ctrl-C ends");
    let mut seen: Option<Glance> = None;
    loop {
        let found = glance(&global.project);
        if seen.as_ref() != Some(&found) {
            seen = Some(settled(&global.project, found));
            rebuild(global, terminal, &shelf);
        }
        // A build that had begun has ended by now, so the documents on disk are whole.
        if is_over.load(Ordering::SeqCst) {
            return Ok(Exit::Done);
        }
        sleep(PAUSE);
    }
}

/// Returns what becomes true when the run is told to end. Whoever tells it twice does not wait for the build at hand; what
/// lies on disk is whole even then.
fn told_to_end() -> Result<Arc<AtomicBool>, Failure> {
    let is_over = Arc::new(AtomicBool::new(false));
    for signal in [SIGINT, SIGTERM] {
        flag::register_conditional_shutdown(signal, 1, Arc::clone(&is_over))
            .and_then(|_| flag::register(signal, Arc::clone(&is_over)))
            .map_err(|error| Failure::Refused(format!("Ctrl-C cannot be listened for: {error}")))?;
    }
    Ok(is_over)
}

/// Returns how the folder looks when it keeps still.
fn settled(project: &Path, mut last: Glance) -> Glance {
    for _ in 0..MOST_WAITS {
        sleep(STILL);
        let found = glance(project);
        if found == last {
            break;
        }
        last = found;
    }
    last
}

/// Makes the documents; whatever goes wrong is told and changes nothing else.
fn rebuild(global: &Global, terminal: &Terminal, shelf: &Shelf) {
    match remade(global, terminal, shelf) {
        Ok(true) => shelf.well(),
        Ok(false) => shelf.trouble(HAS_ERRORS),
        Err(failure) => {
            terminal.error(&failure.to_string());
            shelf.trouble(WENT_WRONG);
        }
    }
}

/// Makes, shows and publishes the documents; returns whether the inventory let it.
fn remade(global: &Global, terminal: &Terminal, shelf: &Shelf) -> Result<bool, Failure> {
    let published = manifest_of(&global.out)?.map(|manifest| manifest.facts);
    if let Some(revision) = published.as_ref().and_then(build::newer_rules) {
        return Err(build::older_law(&global.out, &revision));
    }
    let checked = project::check_own(global, terminal)?;
    project::tell(&checked, &global.project, terminal);
    if checked.findings.has_errors() {
        terminal.say("nothing was written; the last good documents stay");
        return Ok(false);
    }
    let scope = Scope::default();
    // A person looks at the page; the other formats take longer.
    if let Some(page) = page(&checked, &scope)? {
        shelf.put_page(&page);
    }
    let (pack, _) = project::documents(&checked, &global.project, &scope, terminal)?;
    shelf.put(&pack);
    build::write(global, &scope, &pack, &global.project, terminal)?;
    terminal.say(&build::gaps(&checked, &scope, ""));
    Ok(true)
}
