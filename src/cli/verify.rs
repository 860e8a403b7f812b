//! `actfile verify`: is a folder of documents complete, unchanged, signed, and what its inventory yields? Each
//! question has its own verdict, because each can fail alone. Signed means a signature on the folder; which role signed a
//! document off is said by the document.

use crate::cli::args::{Global, Verify};
use crate::cli::exit::Exit;
use crate::cli::group;
use crate::cli::lost::refuse_missing;
use crate::cli::project;
use crate::cli::terminal::Terminal;
use crate::cli::today::moment;
use actfile::failure::Failure;
use actfile::read::single;
use actfile::report::visible::visible;
use actfile::sign::allowed::{AllowedSigners, LARGEST_LIST, Origin, origin};
use actfile::write::compare::Staleness;
use actfile::write::manifest::{SIGNATURE, SUMS, file_of};
use actfile::write::verify::{VerifyReport, verify};
use std::path::Path;

/// Prints what is wrong, then the verdicts.
pub(crate) fn run(asked: &Verify, global: &Global, terminal: &Terminal) -> Result<Exit, Failure> {
    refuse_missing(&asked.folder)?;
    let report = verify(&asked.folder, asked.allow_signed_pdf)?;
    let signed = signed(asked, global)?;
    let mut lines: Vec<String> = report
        .faults
        .iter()
        .map(|fault| visible(&fault.to_string()))
        .collect();
    let (is_complete, is_unchanged) = (report.is_complete(), report.is_unchanged());
    let against = match &asked.against {
        Some(file) if file.is_file() => Some(group::regenerate(&asked.folder, file, global, terminal)?),
        Some(project) => Some(project::regenerate(&asked.folder, project, global, terminal)?),
        None => None,
    };
    if let Some(staleness) = &against {
        lines.extend(project::differences(staleness).iter().map(|line| visible(line)));
    }
    let regenerates = against.as_ref().map(Staleness::is_current);
    lines.push(format!(
        "complete      {}, {} listed files",
        yes(is_complete),
        report.n_expected
    ));
    lines.push(format!("unchanged     {}{}", yes(is_unchanged), seals(&report)));
    lines.push(visible(&format!("signed        {}", signed.words())));
    lines.push(match regenerates {
        Some(regenerates) => format!("regenerates   {}", yes(regenerates)),
        None => "regenerates   not asked; name the inventory with --against".to_owned(),
    });
    terminal.result(&(lines.join("\n") + "\n"))?;
    let is_as_asked = !signed.is_refuted() && (asked.allowed_signers.is_none() || signed.is_settled());
    Ok(
        match is_complete && is_unchanged && is_as_asked && regenerates != Some(false) {
            true => Exit::Done,
            false => Exit::Found,
        },
    )
}

/// Judges the signature over the sums; whose it is only where a list of those who may sign was named.
fn signed(asked: &Verify, global: &Global) -> Result<Origin, Failure> {
    let allowed = asked
        .allowed_signers
        .as_deref()
        .map(allowed_signers)
        .transpose()?;
    let sums = file_of(&asked.folder, SUMS)?.unwrap_or_default();
    let signature = file_of(&asked.folder, SIGNATURE)?;
    let now = moment(global.as_of);
    Ok(origin(
        &sums,
        signature.as_deref(),
        allowed.as_ref(),
        asked.signer.as_deref(),
        now,
    ))
}

fn allowed_signers(path: &Path) -> Result<AllowedSigners, Failure> {
    let text = String::from_utf8_lossy(&single(path, LARGEST_LIST)?).into_owned();
    AllowedSigners::read(&text).map_err(|bad| {
        let lines: Vec<String> = bad.iter().map(ToString::to_string).collect();
        Failure::Refused(format!("{}: {}", path.display(), lines.join("; ")))
    })
}

fn seals(report: &VerifyReport) -> String {
    match report.sealed.as_slice() {
        [] => String::new(),
        sealed => format!(
            " for what was made; electronically signed since, with what is not judged here and pdfsig shows: {}",
            sealed.join(", ")
        ),
    }
}

fn yes(holds: bool) -> &'static str {
    match holds {
        true => "yes",
        false => "no",
    }
}
