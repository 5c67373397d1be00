//! How many tests passed and failed, read from what a runner prints.

/// Tests by outcome.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Counts {
    pub(crate) passed: u32,
    pub(crate) failed: u32,
}

impl Counts {
    /// One check that has no tests of its own.
    pub(crate) fn one(passed: bool) -> Self {
        Self { passed: u32::from(passed), failed: u32::from(!passed) }
    }

    /// Distrusts a runner: one that failed without naming a test, or found no tests, is a failure.
    pub(crate) fn of_runner(mut self, success: bool) -> Self {
        let silent = !success && self.failed == 0;
        if silent || self.passed + self.failed == 0 {
            self.failed += 1;
        }
        self
    }
}

impl std::ops::AddAssign for Counts {
    fn add_assign(&mut self, other: Self) {
        self.passed += other.passed;
        self.failed += other.failed;
    }
}

/// From nextest's `Summary [ 0.5s] 12 tests run: 10 passed (1 slow), 1 failed, 1 timed out, 3 skipped`.
pub(crate) fn nextest(text: &str) -> Counts {
    let Some(line) = text.lines().rfind(|line| line.trim_start().starts_with("Summary [")) else {
        return Counts::default();
    };
    let Some((head, tail)) = line.split_once(" run: ") else { return Counts::default() };
    let run = head.split(']').nth(1).map_or(0, first_number);
    let passed = tail.split(',').find(|part| part.contains("passed")).map_or(0, first_number);
    Counts { passed, failed: run - passed.min(run) }
}

/// From the lines `test result: ok. 5 passed; 0 failed; …` of `cargo test`, one for each binary.
pub(crate) fn cargo_test(text: &str) -> Counts {
    let mut all = Counts::default();
    for line in text.lines().filter(|line| line.starts_with("test result: ")) {
        let part = |word| line.split([';', '.']).find(|part| part.contains(word)).map_or(0, first_number);
        all += Counts { passed: part(" passed"), failed: part(" failed") };
    }
    all
}

/// From node's TAP lines `# pass 7`, `# fail 0` and `# cancelled 0`.
pub(crate) fn tap(text: &str) -> Counts {
    let sum = |head: &str| text.lines().filter_map(|line| line.strip_prefix(head)).map(first_number).sum::<u32>();
    Counts { passed: sum("# pass "), failed: sum("# fail ") + sum("# cancelled ") }
}

fn first_number(text: &str) -> u32 {
    text.split_whitespace().find_map(|word| word.split('/').next()?.parse().ok()).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn counts(passed: u32, failed: u32) -> Counts {
        Counts { passed, failed }
    }

    #[test]
    fn runners_are_read() {
        let cases = [
            (nextest("     Summary [   0.511s] 12 tests run: 12 passed, 0 skipped\n"), counts(12, 0)),
            (nextest("Summary [ 1.2s] 1 test run: 1 passed (1 slow), 0 skipped"), counts(1, 0)),
            (nextest("Summary [ 1.2s] 9 tests run: 5 passed, 3 failed, 1 timed out, 0 skipped\n FAIL x"), counts(5, 4)),
            (nextest("Summary [ 1.2s] 4/9 tests run: 3 passed, 1 failed, 0 skipped"), counts(3, 1)),
            (nextest("error: could not compile"), counts(0, 0)),
            (
                cargo_test(
                    "test result: ok. 5 passed; 0 failed; 1 ignored\nx\ntest result: FAILED. 2 passed; 3 failed; 0 ignored",
                ),
                counts(7, 3),
            ),
            (tap("# tests 9\n# pass 7\n# fail 1\n# cancelled 1\n"), counts(7, 2)),
        ];
        for (found, expected) in cases {
            assert_eq!(found, expected);
        }
    }

    #[test]
    fn a_runner_is_not_believed_without_tests() {
        assert_eq!(counts(0, 0).of_runner(true), counts(0, 1));
        assert_eq!(counts(0, 0).of_runner(false), counts(0, 1));
        assert_eq!(counts(3, 0).of_runner(false), counts(3, 1));
        assert_eq!(counts(3, 1).of_runner(false), counts(3, 1));
        assert_eq!(counts(3, 0).of_runner(true), counts(3, 0));
    }
}
