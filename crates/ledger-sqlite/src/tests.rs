//! The laws on files and in memory, and what only a file can do.

use std::path::{Path, PathBuf};

use jiff::Timestamp;
use ledger::conformance::{Place, example};
use ledger::{Flaw, Head, Ledger, verify};
use model::{Body, Fact, Seq};
use sqlx::sqlite::SqliteConnectOptions;
use sqlx::{AssertSqlSafe, ConnectOptions, Connection, SqliteConnection};
use tempfile::TempDir;

use crate::{Error, SqliteLedger};

/// A folder with a ledger in it.
struct File(TempDir);

impl File {
    fn new() -> Self {
        Self(tempfile::tempdir().unwrap())
    }

    fn path(&self) -> PathBuf {
        self.0.path().join("twain.db")
    }
}

impl Place for File {
    type Ledger = SqliteLedger;

    async fn open(&self) -> SqliteLedger {
        SqliteLedger::open(self.path()).await.unwrap()
    }
}

mod on_file {
    use super::File;
    ledger::conformance_tests!(File::new());
}

mod in_memory {
    use ledger::conformance::Place;

    use crate::SqliteLedger;

    struct Memory(SqliteLedger);

    impl Place for Memory {
        type Ledger = SqliteLedger;

        async fn open(&self) -> SqliteLedger {
            self.0.clone()
        }
    }

    ledger::conformance_tests!(Memory(SqliteLedger::open_in_memory().await.unwrap()));
}

fn wishes(n: u32) -> Vec<Body> {
    (1..=n).map(|n| Body::Claim(example::claim(Fact::Wish(format!("wish {n}")), n))).collect()
}

/// A file with five entries, closed, and its head.
async fn five() -> (File, Head) {
    let file = File::new();
    let ledger = file.open().await;
    let receipt = ledger.append(&wishes(5), Timestamp::UNIX_EPOCH).await.unwrap();
    ledger.close().await;
    (file, receipt.head)
}

/// A connection such as any other program could open.
async fn raw(path: &Path) -> SqliteConnection {
    SqliteConnectOptions::new().filename(path).create_if_missing(true).connect().await.unwrap()
}

async fn run(connection: &mut SqliteConnection, sql: &str) -> Result<(), String> {
    let result = sqlx::query(AssertSqlSafe(sql.to_owned())).execute(connection).await;
    result.map(drop).map_err(|error| error.to_string())
}

async fn without_triggers(path: &Path) -> SqliteConnection {
    let mut connection = raw(path).await;
    for trigger in ["entry_refuses_update", "entry_refuses_delete", "entry_refuses_gap"] {
        run(&mut connection, &format!("drop trigger {trigger}")).await.unwrap();
    }
    connection
}

/// Position and flaw of everything wrong with the file.
async fn flaws(path: &Path, head: Head) -> Vec<(u64, Flaw)> {
    let ledger = SqliteLedger::open(path).await.unwrap();
    let report = verify(&ledger, Some(head), |_| ()).await.unwrap();
    ledger.close().await;
    report.faults.iter().map(|fault| (fault.seq.0, fault.flaw)).collect()
}

#[tokio::test]
async fn the_file_refuses_changes() {
    let (file, head) = five().await;
    let mut connection = raw(&file.path()).await;
    let copy = "select 6, name, kind, recorded_at, bytes, chain from entry where seq = 3";
    let new = "randomblob(32), 2, 0, x'', zeroblob(32)";
    let cases = [
        ("update entry set kind = 1 where seq = 3", "an entry cannot be changed"),
        ("update entry set seq = 9 where seq = 5", "an entry cannot be changed"),
        ("delete from entry where seq = 5", "an entry cannot be removed"),
        ("delete from entry", "an entry cannot be removed"),
        (&format!("insert or replace into entry values (3, {new})"), "a new entry follows the last"),
        (&format!("insert into entry values (7, {new})"), "a new entry follows the last"),
        (&format!("insert into entry {copy}"), "UNIQUE constraint failed"),
        ("insert into entry values (6, x'00', 2, 0, x'', zeroblob(32))", "CHECK constraint failed"),
        ("insert into entry values (6, randomblob(32), 'x', 0, x'', zeroblob(32))", "cannot store TEXT value"),
    ];
    for (sql, expected) in cases {
        let message = run(&mut connection, sql).await.unwrap_err();
        assert!(message.contains(expected), "{sql}: {message}");
    }
    connection.close().await.unwrap();
    assert_eq!(flaws(&file.path(), head).await, []);
}

/// What replaces by name passes the triggers, and leaves a gap that `verify` names.
#[tokio::test]
async fn replacing_by_name_is_found() {
    let (file, head) = five().await;
    let mut connection = raw(&file.path()).await;
    let sql = "insert or replace into entry select 6, name, kind, recorded_at, bytes, chain from entry where seq = 3";
    run(&mut connection, sql).await.unwrap();
    connection.close().await.unwrap();
    assert_eq!(flaws(&file.path(), head).await, [(4, Flaw::Gap), (4, Flaw::Chain), (6, Flaw::Chain)]);
}

#[tokio::test]
async fn a_flipped_byte_in_any_column_is_found() {
    let (file, head) = five().await;
    let ledger = file.open().await;
    let third = ledger.raw(Seq(2), 1).await.unwrap().remove(0);
    ledger.close().await;

    let mut connection = without_triggers(&file.path()).await;
    for (column, value) in [("name", &third.name), ("bytes", &third.bytes), ("chain", &third.chain)] {
        for idx in 0..value.len() {
            let mut flipped = value.clone();
            flipped[idx] ^= 1 << (idx % 8);
            set(&mut connection, column, Some(&flipped), 0).await;
            assert_named(&file, head, &format!("{column}[{idx}]")).await;
        }
        set(&mut connection, column, Some(value), 0).await;
    }
    for (column, value) in [("kind", third.kind), ("recorded_at", third.recorded_at_us)] {
        for bit in 0..63 {
            set(&mut connection, column, None, value ^ (1 << bit)).await;
            assert_named(&file, head, &format!("{column} bit {bit}")).await;
        }
        set(&mut connection, column, None, value).await;
    }
    assert_eq!(flaws(&file.path(), head).await, []);
    for (moved_to, first_told) in [(30, 4), (0, 0), (-3, 1)] {
        run(&mut connection, &format!("update entry set seq = {moved_to} where seq = 3")).await.unwrap();
        let found = flaws(&file.path(), head).await;
        assert!(found.iter().any(|(seq, _)| *seq == 4 || *seq == first_told), "moved to {moved_to}: {found:?}");
        run(&mut connection, &format!("update entry set seq = 3 where seq = {moved_to}")).await.unwrap();
    }
    connection.close().await.unwrap();
}

/// Sets a column of the third entry, to a blob or else to a number.
async fn set(connection: &mut SqliteConnection, column: &str, blob: Option<&[u8]>, number: i64) {
    let query = sqlx::query(AssertSqlSafe(format!("update entry set {column} = ? where seq = 3")));
    let query = match blob {
        Some(blob) => query.bind(blob.to_vec()),
        None => query.bind(number),
    };
    query.execute(connection).await.unwrap();
}

async fn assert_named(file: &File, head: Head, what: &str) {
    let found = flaws(&file.path(), head).await;
    assert!(!found.is_empty(), "{what} was not found");
    assert!(found.iter().all(|(seq, _)| *seq == 3), "{what} names others: {found:?}");
}

#[tokio::test]
async fn a_cut_tail_is_found_by_its_head() {
    let (file, head) = five().await;
    let mut connection = without_triggers(&file.path()).await;
    run(&mut connection, "delete from entry where seq > 3").await.unwrap();
    connection.close().await.unwrap();
    assert_eq!(flaws(&file.path(), head).await, [(5, Flaw::Head)]);
    assert_eq!(flaws(&file.path(), Head::START).await, []);
}

/// A damaged entry is named when read, and those before it are still given.
#[tokio::test]
async fn reading_a_damaged_entry_names_it() {
    let (file, _) = five().await;
    let mut connection = without_triggers(&file.path()).await;
    for (column, blob) in [("bytes", vec![9, 9]), ("name", vec![1; 32])] {
        let before = file.open().await.raw(Seq(2), 1).await.unwrap().remove(0);
        set(&mut connection, column, Some(&blob), 0).await;
        let ledger = file.open().await;
        assert_eq!(ledger.entries(Seq(0), 2).await.unwrap().len(), 2);
        let read = ledger.entries(Seq(0), 9).await;
        if column == "bytes" {
            assert_eq!(
                read.unwrap_err().to_string(),
                "failed to read entry 3: the entry has format 9, this program reads format 1"
            );
        } else {
            assert_eq!(read.unwrap().len(), 5, "a wrong name is for `verify` to find");
        }
        let sound = if column == "bytes" { before.bytes } else { before.name };
        set(&mut connection, column, Some(&sound), 0).await;
    }
}

#[tokio::test]
async fn a_failed_batch_leaves_nothing_and_the_ledger_goes_on() {
    let (file, head) = five().await;
    let ledger = file.open().await;
    let mut connection = raw(&file.path()).await;
    for failure in ["abort", "rollback", "fail"] {
        let sql = format!(
            "create trigger breaks before insert on entry when new.seq = 2000 begin select raise({failure}, 'broken'); end"
        );
        run(&mut connection, &sql).await.unwrap();
        let error = ledger.append(&wishes(3000), Timestamp::UNIX_EPOCH).await.unwrap_err();
        assert!(error.to_string().contains("broken"), "{error}");
        assert_eq!(ledger.head().await.unwrap(), head, "{failure}");
        run(&mut connection, "drop trigger breaks").await.unwrap();
        assert_eq!(ledger.append(&wishes(5), Timestamp::UNIX_EPOCH).await.unwrap().n_skipped, 5, "{failure}");
    }
    let receipt = ledger.append(&wishes(3000), Timestamp::UNIX_EPOCH).await.unwrap();
    assert_eq!((receipt.n_added, receipt.n_skipped), (2995, 5));
    ledger.close().await;
    assert_eq!(flaws(&file.path(), receipt.head).await, []);
}

/// Rows too large to be packed are read one by one; statements are cut by size.
#[tokio::test]
async fn large_texts_are_kept() {
    let file = File::new();
    let ledger = file.open().await;
    let large: Vec<Body> = (0..5)
        .map(|n| {
            let mut claim = example::claim(Fact::NoContact, 1);
            claim.evidence.quote = n.to_string().repeat(3 << 20);
            Body::Claim(claim)
        })
        .collect();
    ledger.append(&large, Timestamp::UNIX_EPOCH).await.unwrap();
    let back: Vec<Body> = ledger.entries(Seq(0), 99).await.unwrap().into_iter().map(|entry| entry.body).collect();
    assert!(back == large);
}

#[tokio::test]
async fn a_backup_is_the_same_ledger() {
    let (file, head) = five().await;
    let ledger = file.open().await;
    let copy = file.0.path().join("copy.db");
    std::fs::write(file.0.path().join("copy.db.part"), "left over").unwrap();
    ledger.backup_to(&copy).await.unwrap();
    assert!(!file.0.path().join("copy.db.part").exists());
    let error = ledger.backup_to(&copy).await.unwrap_err();
    assert!(error.to_string().ends_with("copy.db is already there"), "{error}");

    let opened = SqliteLedger::open_existing(&copy).await.unwrap();
    assert_eq!(opened.raw(Seq(0), 99).await.unwrap(), ledger.raw(Seq(0), 99).await.unwrap());
    assert_eq!(opened.append(&wishes(6), Timestamp::UNIX_EPOCH).await.unwrap().n_added, 1);
    assert_eq!(ledger.head().await.unwrap(), head, "the copy is on its own");
    opened.close().await;
    assert_eq!(flaws(&copy, head).await, []);

    let in_memory = SqliteLedger::open_in_memory().await.unwrap();
    in_memory.append(&wishes(2), Timestamp::UNIX_EPOCH).await.unwrap();
    let second = file.0.path().join("second.db");
    in_memory.backup_to(&second).await.unwrap();
    assert_eq!(SqliteLedger::open(&second).await.unwrap().entries(Seq(0), 9).await.unwrap().len(), 2);
}

#[tokio::test]
async fn acknowledged_batches_are_synced() {
    let file = File::new();
    let ledger = file.open().await;
    let mut connection = ledger.writer.acquire().await.unwrap();
    let synchronous: i64 = sqlx::query_scalar("pragma synchronous").fetch_one(&mut *connection).await.unwrap();
    let mode: String = sqlx::query_scalar("pragma journal_mode").fetch_one(&mut *connection).await.unwrap();
    let foreign_keys: i64 = sqlx::query_scalar("pragma foreign_keys").fetch_one(&mut *connection).await.unwrap();
    assert_eq!((synchronous, mode.as_str(), foreign_keys), (2, "wal", 1), "2 is full");
}

/// What lies on the disk right after a batch was acknowledged, as a kill would leave it, is the whole batch.
#[tokio::test]
async fn an_acknowledged_batch_survives_a_kill() {
    let file = File::new();
    let ledger = file.open().await;
    let head = ledger.append(&wishes(100), Timestamp::UNIX_EPOCH).await.unwrap().head;
    let left = File::new();
    for name in ["twain.db", "twain.db-wal"] {
        std::fs::copy(file.0.path().join(name), left.0.path().join(name)).unwrap();
    }
    assert_eq!(flaws(&left.path(), head).await, []);
}

/// Opens `path`, which must fail; gives message and hint with the folder's name taken out.
async fn refused(file: &File, path: &Path) -> String {
    let error = SqliteLedger::open(path).await.expect_err("it must not open");
    let folder = file.0.path().display().to_string();
    format!("{error}\n{}", error.hint()).replace(&folder, "FOLDER")
}

#[tokio::test]
async fn what_is_no_ledger_is_refused_with_a_remedy() {
    let file = File::new();
    let at = |name: &str| file.0.path().join(name);

    assert_eq!(refused(&file, file.0.path()).await, "FOLDER is a folder\nname a file in it, such as FOLDER/twain.db");
    assert_eq!(
        refused(&file, &at("no/twain.db")).await,
        "the folder FOLDER/no is not there\nmake it first, with `mkdir -p FOLDER/no`"
    );
    std::fs::write(at("notes.txt"), "Upper Mill and Lower Ferry. ".repeat(100)).unwrap();
    assert_eq!(
        refused(&file, &at("notes.txt")).await,
        "FOLDER/notes.txt is not an SQLite database, or is damaged\ncheck the path, or go back to a backup"
    );
    let mut other = raw(&at("other.db")).await;
    run(&mut other, "create table t (a)").await.unwrap();
    other.close().await.unwrap();
    let before = std::fs::read(at("other.db")).unwrap();
    assert_eq!(
        refused(&file, &at("other.db")).await,
        "FOLDER/other.db is a database of another program (application id 0x00000000, a ledger has 0x54574149)\n\
         name another file; Twain leaves this one alone"
    );
    assert!(std::fs::read(at("other.db")).unwrap() == before, "another program's file was changed");
    let missing = SqliteLedger::open_existing(at("missing.db")).await.expect_err("it is not there");
    assert!(matches!(missing, Error::Missing { .. }) && !at("missing.db").exists());
}

#[tokio::test]
async fn a_read_only_place_is_refused() {
    let (file, _) = five().await;
    let set = |path: &Path, readonly: bool| {
        let mut permissions = path.metadata().unwrap().permissions();
        permissions.set_readonly(readonly);
        std::fs::set_permissions(path, permissions).unwrap();
    };
    set(&file.path(), true);
    let message = refused(&file, &file.path()).await;
    set(&file.path(), false);
    assert!(message.starts_with("FOLDER/twain.db cannot be written\nuse a place you may write to"), "{message}");
}

#[tokio::test]
async fn a_newer_schema_is_refused() {
    let (file, _) = five().await;
    let mut connection = raw(&file.path()).await;
    let sql = "insert into _sqlx_migrations values (99, 'from the future', current_timestamp, 1, x'00', 1)";
    run(&mut connection, sql).await.unwrap();
    connection.close().await.unwrap();
    assert_eq!(
        refused(&file, &file.path()).await,
        "FOLDER/twain.db has schema 99, this program knows up to 1\nuse the newer version of Twain that made it"
    );
}

#[tokio::test]
async fn a_truncated_file_is_refused_or_found() {
    let file = File::new();
    let ledger = file.open().await;
    let head = ledger.append(&wishes(500), Timestamp::UNIX_EPOCH).await.unwrap().head;
    ledger.close().await;
    let whole = std::fs::read(file.path()).unwrap();
    for n_bytes in [1, 50, 100, 4096, whole.len() / 2, whole.len() - 4096, whole.len() - 1] {
        std::fs::write(file.path(), &whole[..n_bytes]).unwrap();
        let sound = match SqliteLedger::open(file.path()).await {
            Ok(ledger) => {
                let report = verify(&ledger, Some(head), |_| ()).await;
                ledger.close().await;
                report.is_ok_and(|report| report.is_sound())
            }
            Err(_) => false,
        };
        assert!(!sound, "cut to {n_bytes} of {} bytes, it passed", whole.len());
    }
}

/// Several programs start at once where there is no file yet, and write.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_ledger_made_by_several_at_once_is_one() {
    for _ in 0..10 {
        let file = File::new();
        let starters: Vec<_> = (0..6)
            .map(|_| {
                let path = file.path();
                tokio::spawn(async move {
                    let ledger = SqliteLedger::open(path).await.unwrap();
                    ledger.append(&wishes(3), Timestamp::UNIX_EPOCH).await.unwrap().n_added
                })
            })
            .collect();
        let mut n_added = 0;
        for starter in starters {
            n_added += starter.await.unwrap();
        }
        assert_eq!(n_added, 3);
    }
}

#[tokio::test]
async fn an_empty_file_and_an_empty_database_become_ledgers() {
    let file = File::new();
    std::fs::write(file.path(), "").unwrap();
    assert_eq!(file.open().await.head().await.unwrap(), Head::START);

    let other = file.0.path().join("empty.db");
    let mut connection = raw(&other).await;
    run(&mut connection, "create table t (a)").await.unwrap();
    run(&mut connection, "drop table t").await.unwrap();
    connection.close().await.unwrap();
    let ledger = SqliteLedger::open(&other).await.unwrap();
    assert_eq!(ledger.append(&wishes(1), Timestamp::UNIX_EPOCH).await.unwrap().n_added, 1);
}
