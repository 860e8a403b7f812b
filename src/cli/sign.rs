//! `actfile sign`: a signature of OpenSSH beside the sums of a folder of documents. Only what is complete and unchanged is
//! signed, with a key that lies in a file and needs no passphrase; for every other key the command of `ssh-keygen` that
//! does the same is told.

use crate::cli::args::Sign;
use crate::cli::exit::Exit;
use crate::cli::lost::refuse_missing;
use crate::cli::terminal::Terminal;
use actfile::failure::Failure;
use actfile::read::single;
use actfile::report::visible::visible;
use actfile::sign::keys::LARGEST_KEY;
use actfile::sign::ssh::{KeyRefusal, NAMESPACE, SigningKey};
use actfile::write::fresh::{Fresh, create, renew};
use actfile::write::manifest::{SIGNATURE, SUMS, file_of};
use actfile::write::verify::verify;
use std::path::Path;

/// Signs a folder, and tells the line by which others can let the key pass.
pub(crate) fn run(asked: &Sign, terminal: &Terminal) -> Result<Exit, Failure> {
    refuse_missing(&asked.folder)?;
    let report = verify(&asked.folder, false)?;
    let faults = report.faults.iter();
    faults.for_each(|fault| terminal.tell(&(visible(&fault.to_string()) + "\n")));
    let sums = file_of(&asked.folder, SUMS)?;
    let (true, Some(sums)) = (report.faults.is_empty(), sums) else {
        return Err(refused(
            &asked.folder,
            "only a folder that is complete and unchanged is signed; run `actfile build`",
        ));
    };
    let key = SigningKey::from_openssh(&single(&asked.key, LARGEST_KEY)?)
        .map_err(|refusal| refused(&asked.key, &in_words(&refusal, asked)))?;
    let signature = key.sign(&sums).map_err(|says| refused(&asked.key, &says))?;
    write(asked, signature.as_bytes(), terminal)?;
    let line = key.public_line().map_err(|says| refused(&asked.key, &says))?;
    terminal.say("for the list of those who may sign, with your name for WHO:");
    terminal.say(&format!("  WHO namespaces=\"{NAMESPACE}\" {line}"));
    Ok(Exit::Done)
}

fn write(asked: &Sign, signature: &[u8], terminal: &Terminal) -> Result<(), Failure> {
    let path = asked.folder.join(SIGNATURE);
    let written = match asked.replace {
        true => renew(&path, signature)?,
        false if is_another(asked, signature)? => {
            return Err(refused(
                &path,
                "there is another signature; --replace puts this one in its place",
            ));
        }
        false => create(&path, signature)?,
    };
    terminal.say(&match written {
        Fresh::Written => format!("{}: written", path.display()),
        Fresh::Unchanged => format!("{}: there already, nothing changed", path.display()),
    });
    Ok(())
}

fn is_another(asked: &Sign, signature: &[u8]) -> Result<bool, Failure> {
    Ok(file_of(&asked.folder, SIGNATURE)?.is_some_and(|there| there != signature))
}

fn in_words(refusal: &KeyRefusal, asked: &Sign) -> String {
    let sums = asked.folder.join(SUMS);
    let command = format!(
        "ssh-keygen -Y sign -f {} -n {NAMESPACE} {}",
        asked.key.display(),
        sums.display()
    );
    match refusal {
        KeyRefusal::Encrypted | KeyRefusal::Public | KeyRefusal::OtherKind(_) => {
            format!("{refusal}: `{command}`")
        }
        KeyRefusal::NoKey => refusal.to_string(),
    }
}

fn refused(path: &Path, why: &str) -> Failure {
    Failure::Refused(format!("{}: {why}", path.display()))
}
