//! OR-Library's instances and others in its format, where they are present.

use std::fs;
use std::path::PathBuf;

use planning::Goal;

use super::optimal;

#[test]
fn known_optima_are_reached() {
    let folder = PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/../../../shared/data/assignment"));
    let Ok(optima) = fs::read_to_string(folder.join("OPTIMA.tsv")) else {
        eprintln!("not tested: {} is not there", folder.display());
        return;
    };
    let mut n_solved = 0;
    for line in optima.lines().skip(1) {
        let fields: Vec<&str> = line.split('\t').collect();
        let path = folder.join(fields[0]);
        let text = fs::read(&path).or_else(|_| zstd::decode_all(fs::File::open(path.with_extension("txt.zst"))?));
        let text = String::from_utf8(text.unwrap()).unwrap();
        let mut numbers = text.split_whitespace().map(|number| number.parse::<f64>().unwrap());
        let n = numbers.next().unwrap() as usize;
        let plan = optimal(n, n, &numbers.collect::<Vec<_>>(), Goal::Min);
        assert_eq!(plan.value, fields[2].parse::<f64>().unwrap(), "{}", fields[0]);
        n_solved += 1;
    }
    assert!(n_solved > 0, "the list of optima is empty");
}
