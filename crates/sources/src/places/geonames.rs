//! GeoNames' own files: over the network, or as the user has them.

use std::collections::HashMap;

use formats::places::geonames as format;

use super::Found;
use crate::Error;
use crate::archive::unpacked;
use crate::http::{Limits, get};

/// The files, in the order they are asked for.
const FILES: [&str; 4] = ["cities500.zip", "admin1CodesASCII.txt", "admin2Codes.txt", "countryInfo.txt"];

/// Fetches and reads them all, or fails at the first that cannot be had.
pub(super) fn fetch(base: &str, limits: Limits, found: &mut Found) -> Result<(), Error> {
    for name in FILES {
        let url = format!("{base}/{name}");
        let bytes = get(&url, limits)?;
        read(name, &url, bytes, found)?;
    }
    Ok(())
}

/// Reads one of GeoNames' files into the lists it belongs to.
pub(super) fn read(name: &str, address: &str, bytes: Vec<u8>, found: &mut Found) -> Result<(), Error> {
    let checksum_of = bytes.clone();
    let text = unpacked(name, bytes)?;
    let text = String::from_utf8_lossy(&text);
    let lists = &mut found.lists;
    let (n_read, what, problems) = match stem(name) {
        "admin1CodesASCII" | "admin2Codes" => {
            let (units, problems) = format::units(name, &text);
            let n_read = units.len();
            lists.units.extend(units);
            (n_read, "units", problems)
        }
        "countryInfo" => {
            let (countries, problems) = format::countries(name, &text);
            let n_read = countries.len();
            lists.countries.extend(countries);
            (n_read, "countries", problems)
        }
        "alternateNamesV2" | "alternateNames" => {
            let n_read = alternate_names(&text, found);
            (n_read, "alternate names", Vec::new())
        }
        _ => {
            let before = lists.towns.len();
            let problems = format::towns(name, &text, |town| lists.towns.push(town));
            (lists.towns.len() - before, "places", problems)
        }
    };
    found.problems.extend(problems);
    found.origin(name, address, &checksum_of, format!("{n_read} {what}"));
    Ok(())
}

/// Adds the names to the towns and units they belong to, which must have been read before.
fn alternate_names(text: &str, found: &mut Found) -> usize {
    let lists = &mut found.lists;
    let towns: HashMap<u32, usize> = lists.towns.iter().enumerate().map(|(at, town)| (town.geonames, at)).collect();
    let units: HashMap<u32, usize> = lists.units.iter().enumerate().map(|(at, unit)| (unit.geonames, at)).collect();
    let mut n_read = 0;
    format::alternate_names(text, |id, name| {
        let names = match (towns.get(&id), units.get(&id)) {
            (Some(at), _) => &mut lists.towns[*at].names,
            (None, Some(at)) => &mut lists.units[*at].names,
            (None, None) => return,
        };
        names.push(name.to_owned());
        n_read += 1;
    });
    n_read
}

/// A file's name without what says how it is packed.
pub(super) fn stem(name: &str) -> &str {
    name.split('.').next().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use std::io::{Cursor, Read, Write};
    use std::net::TcpListener;
    use std::thread;

    use super::*;

    /// An address on this machine where files like GeoNames' are.
    fn served(files: Vec<(&'static str, Vec<u8>)>) -> String {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let base = format!("http://{}/dump", listener.local_addr().unwrap());
        thread::spawn(move || {
            for stream in listener.incoming() {
                let mut stream = stream.unwrap();
                let mut request = [0; 2048];
                let len = stream.read(&mut request).unwrap();
                let request = String::from_utf8_lossy(&request[..len]);
                let path = request.split(' ').nth(1).unwrap_or_default();
                let file = files.iter().find(|(name, _)| path == format!("/dump/{name}"));
                let (status, body) = file.map_or(("404 Not Found", &[][..]), |(_, body)| ("200 OK", body));
                let head = format!("HTTP/1.1 {status}\r\nconnection: close\r\ncontent-length: {}\r\n\r\n", body.len());
                stream.write_all(head.as_bytes()).and_then(|()| stream.write_all(body)).unwrap();
            }
        });
        base
    }

    fn files() -> Vec<(&'static str, Vec<u8>)> {
        let town =
            "701\tUpper Mill\tUpper Mill\t\t10.0\t20.0\tP\tPPL\tXA\t\t01\t002\t\t\t4000\t\t9\tEtc/UTC\t2020-01-01\n";
        let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
        zip.start_file("cities500.txt", zip::write::SimpleFileOptions::default()).unwrap();
        zip.write_all(town.as_bytes()).unwrap();
        let country = "XA\tXAA\t1\tXA\tAland\tUpper Mill\t9\t90000\tEU\t.xa\tXXX\tMark\t0\t\t\txa\t7\t\t\n";
        vec![
            ("cities500.zip", zip.finish().unwrap().into_inner()),
            ("admin1CodesASCII.txt", b"XA.01\tMill Vale\tMill Vale\t700\n".to_vec()),
            ("admin2Codes.txt", b"XA.01.002\tHigh County\tHigh County\t710\n".to_vec()),
            ("countryInfo.txt", country.as_bytes().to_vec()),
        ]
    }

    #[test]
    fn the_official_files_are_fetched_and_read() {
        let mut found = Found::default();
        fetch(&served(files()), Limits::default(), &mut found).unwrap();
        let lists = &found.lists;
        assert_eq!((lists.towns.len(), lists.units.len(), lists.countries.len()), (1, 2, 1));
        assert_eq!(found.origins.len(), FILES.len());
        assert!(found.origins.iter().all(|origin| origin.checksum.starts_with("sha256:")));
    }

    #[test]
    fn one_file_that_is_missing_is_named() {
        let mut some = files();
        some.remove(2);
        let error = fetch(&served(some), Limits::default(), &mut Found::default()).unwrap_err();
        assert!(error.to_string().contains("admin2Codes.txt"), "{error}");
    }
}
