//! Packages of the npm registry, fetched by npm: it knows the user's registry, proxy and certificates.

use std::io::Read;
use std::process::{Command, Stdio};

use camino::Utf8Path;

use crate::Error;
use crate::child::{Fault, WAIT, wait};
use crate::pip::{Package, check};

/// Downloads a package into memory and checks it. Nothing is installed and none of its code is run.
///
/// # Errors
/// [`Error::NoNpm`], [`Error::Npm`] or [`Error::Checksum`].
pub(crate) fn download(package: Package) -> Result<Vec<u8>, Error> {
    let folder = tempfile::tempdir().map_err(Error::file("a temporary folder"))?;
    let wanted = format!("{}@{}", package.name, package.version);
    let mut command = Command::new("npm");
    command.args(["pack", "--ignore-scripts", "--loglevel=error", &wanted]).current_dir(folder.path());
    let child = command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::piped()).spawn();
    let refused = |reason: String| Error::Npm { package: wanted.clone(), reason };
    let child = child.map_err(|source| Error::NoNpm { source })?;
    wait(child).map_err(|fault| match fault {
        Fault::Lost(source) => Error::NoNpm { source },
        Fault::Failed(said) => refused(reason(&said)),
        Fault::TooSlow => refused(format!("it did not end within {} s", WAIT.as_secs())),
    })?;
    let path = folder.path().join(package.file);
    let bytes = std::fs::read(&path).map_err(|error| refused(error.to_string()))?;
    check(package, &bytes)?;
    Ok(bytes)
}

/// What npm gives as the reason: the first line behind its mark that is no bare code and names no log.
fn reason(said: &str) -> String {
    let lines = said.lines().filter_map(|line| {
        let line = line.trim();
        let line = ["npm error", "npm ERR!"].iter().find_map(|mark| line.strip_prefix(mark)).unwrap_or(line).trim();
        (!line.is_empty() && !line.contains("complete log")).then_some(line)
    });
    let (codes, words): (Vec<&str>, Vec<&str>) = lines.partition(|line| line.starts_with("code "));
    words.first().or(codes.first()).map_or_else(|| "it said nothing".to_owned(), |&line| line.to_owned())
}

/// One file of a package's archive.
pub(crate) fn file(name: &str, archive: &[u8], path: &str) -> Result<Vec<u8>, Error> {
    let broken = |reason: String| Error::Archive { name: format!("{name}!{path}"), reason };
    let mut archive = tar::Archive::new(flate2::read::GzDecoder::new(archive));
    let entries = archive.entries().map_err(|error| broken(error.to_string()))?;
    for entry in entries {
        let entry = entry.map_err(|error| broken(error.to_string()))?;
        let is_it = entry.path().is_ok_and(|found| Utf8Path::from_path(&found).is_some_and(|found| found == path));
        if is_it {
            let mut bytes = Vec::new();
            // No list of institutions is larger.
            entry.take(64 << 20).read_to_end(&mut bytes).map_err(|error| broken(error.to_string()))?;
            return Ok(bytes);
        }
    }
    Err(broken("no such file in it".to_owned()))
}

#[cfg(test)]
mod tests {
    use super::{file, reason};

    #[test]
    fn the_reason_is_what_npm_says() {
        let said = "npm error code E404\nnpm error 404 Not Found - GET https://registry.example/mill\nnpm error 404\n\
                    npm error A complete log of this run can be found in: /a/log\n";
        assert_eq!(reason(said), "404 Not Found - GET https://registry.example/mill");
        assert_eq!(reason("npm ERR! code ENOTFOUND\n"), "code ENOTFOUND");
        assert_eq!(reason(" \n"), "it said nothing");
    }

    #[test]
    fn a_file_is_taken_out_of_a_package() {
        let mut packed = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
        {
            let mut tar = tar::Builder::new(&mut packed);
            let mut header = tar::Header::new_gnu();
            header.set_size(3);
            header.set_mode(0o644);
            header.set_cksum();
            tar.append_data(&mut header, "package/a.csv", &b"a,b"[..]).unwrap();
            tar.finish().unwrap();
        }
        let packed = packed.finish().unwrap();
        assert_eq!(file("p.tgz", &packed, "package/a.csv").unwrap(), b"a,b");
        assert!(file("p.tgz", &packed, "package/b.csv").unwrap_err().to_string().contains("no such file"));
        assert!(file("p.tgz", b"not packed", "package/a.csv").is_err());
    }
}
