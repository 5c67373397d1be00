//! Sessions: signing in and out, and who a browser belongs to.

use jiff::Timestamp;
use sqlx::{Executor, Sqlite};

use crate::account::{fold, role};
use crate::error::Result;
use crate::password::{self, Kept, Work};
use crate::{Accounts, Kind, Role, Secret, seconds};

/// How many days a session lasts at most.
pub const SESSION_DAYS: i64 = 14;
const LONGEST_S: i64 = SESSION_DAYS * 86_400;
/// How long it lasts unused.
const IDLE_S: i64 = 86_400;
/// How exactly the last use is kept: writing it down each time would cost more than the pages.
const SEEN_S: i64 = 60;

const PASSWORD: &str = "select id, salt, hash, memory_kib, passes from account where name = ? and ended_at is null";
const WHO: &str = "\
    select account.name, account.role, begun_at, seen_at from session join account on account.id = session.account \
    where session.hash = ? and account.ended_at is null";

/// Who is signed in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SignedIn {
    /// The account.
    pub name: String,
    /// What it may do.
    pub role: Role,
}

impl Accounts {
    /// Signs in: a session, or `None` when there is no such account or the password is another, which takes the same time.
    ///
    /// # Errors
    /// When SQLite or the hashing fails.
    pub async fn sign_in(&self, name: &str, password: &str, now: Timestamp) -> Result<Option<Secret>> {
        let found = self.password_of(&fold(name)).await?;
        if !self.hasher.matches(password, found.as_ref().map(|(_, kept)| kept)).await? {
            return Ok(None);
        }
        let Some((account, kept)) = found else { return Ok(None) };
        if self.hasher.is_outdated(&kept) {
            let kept = self.hasher.keep(password).await?;
            set_password(&self.pool, account, &kept).await?;
        }
        let dead = sqlx::query("delete from session where begun_at < ? or seen_at < ?");
        dead.bind(seconds(now) - LONGEST_S).bind(seconds(now) - IDLE_S).execute(&self.pool).await?;
        begin(&self.pool, account, now).await.map(Some)
    }

    /// Who a session belongs to; `None` when it was ended, lay unused for a day, is too old, or never was.
    ///
    /// # Errors
    /// When SQLite fails.
    pub async fn who(&self, session: &Secret, now: Timestamp) -> Result<Option<SignedIn>> {
        let hash = session.kept(Kind::Session).to_vec();
        let found: Option<(String, String, i64, i64)> =
            sqlx::query_as(WHO).bind(&hash).fetch_optional(&self.pool).await?;
        let Some((name, word, begun_at, seen_at)) = found else { return Ok(None) };
        let now = seconds(now);
        if now - begun_at >= LONGEST_S || now - seen_at >= IDLE_S {
            return Ok(None);
        }
        if now - seen_at >= SEEN_S {
            let update = sqlx::query("update session set seen_at = ? where hash = ?").bind(now).bind(hash);
            update.execute(&self.pool).await?;
        }
        Ok(Some(SignedIn { name, role: role(&word) }))
    }

    /// Ends a session.
    ///
    /// # Errors
    /// When SQLite fails.
    pub async fn sign_out(&self, session: &Secret) -> Result<()> {
        let hash = session.kept(Kind::Session).to_vec();
        sqlx::query("delete from session where hash = ?").bind(hash).execute(&self.pool).await?;
        Ok(())
    }

    /// How many sessions an account has beside this one.
    ///
    /// # Errors
    /// When SQLite fails.
    pub async fn n_other_sessions(&self, session: &Secret, now: Timestamp) -> Result<u64> {
        const COUNT: &str = "select count(*) from session where hash <> ?1 and begun_at > ?2 and seen_at > ?3 \
            and account = (select account from session where hash = ?1)";
        let hash = session.kept(Kind::Session).to_vec();
        let count = sqlx::query_scalar(COUNT).bind(hash);
        let n: i64 = count.bind(seconds(now) - LONGEST_S).bind(seconds(now) - IDLE_S).fetch_one(&self.pool).await?;
        Ok(n.cast_unsigned())
    }

    /// Ends the other sessions of the account, as after a browser was left open elsewhere.
    ///
    /// # Errors
    /// When SQLite fails.
    pub async fn sign_out_elsewhere(&self, session: &Secret) -> Result<()> {
        let hash = session.kept(Kind::Session).to_vec();
        end_others(&self.pool, hash).await
    }

    /// Changes the password of the account signed in, and ends its other sessions. `false` when `old` is not its password.
    ///
    /// # Errors
    /// [`Error::Refused`](crate::Error::Refused) when `new` is not taken; when SQLite or the hashing fails.
    pub async fn change_password(&self, session: &Secret, name: &str, passwords: [&str; 2]) -> Result<bool> {
        let [old, new] = passwords;
        password::check(new, &fold(name))?;
        let Some((account, kept)) = self.password_of(&fold(name)).await? else { return Ok(false) };
        if !self.hasher.matches(old, Some(&kept)).await? {
            return Ok(false);
        }
        let kept = self.hasher.keep(new).await?;
        let mut transaction = self.pool.begin_with("begin immediate").await?;
        set_password(&mut *transaction, account, &kept).await?;
        end_others(&mut *transaction, session.kept(Kind::Session).to_vec()).await?;
        transaction.commit().await?;
        Ok(true)
    }

    async fn password_of(&self, name: &str) -> Result<Option<(i64, Kept)>> {
        type Row = (i64, Vec<u8>, Vec<u8>, u32, u32);
        let found: Option<Row> = sqlx::query_as(PASSWORD).bind(name).fetch_optional(&self.pool).await?;
        Ok(found
            .map(|(id, salt, hash, memory_kib, passes)| (id, Kept { salt, hash, work: Work { memory_kib, passes } })))
    }
}

/// Begins a session.
pub(crate) async fn begin<'c>(
    at: impl Executor<'c, Database = Sqlite>,
    account: i64,
    now: Timestamp,
) -> Result<Secret> {
    let session = Secret::random();
    let insert = sqlx::query("insert into session (hash, account, begun_at, seen_at) values (?1, ?2, ?3, ?3)");
    insert.bind(session.kept(Kind::Session).to_vec()).bind(account).bind(seconds(now)).execute(at).await?;
    Ok(session)
}

pub(crate) async fn set_password<'c>(
    at: impl Executor<'c, Database = Sqlite>,
    account: i64,
    kept: &Kept,
) -> Result<()> {
    let update = "update account set salt = ?, hash = ?, memory_kib = ?, passes = ? where id = ?";
    let update = sqlx::query(update).bind(kept.salt.clone()).bind(kept.hash.clone());
    update.bind(kept.work.memory_kib).bind(kept.work.passes).bind(account).execute(at).await?;
    Ok(())
}

async fn end_others<'c>(at: impl Executor<'c, Database = Sqlite>, hash: Vec<u8>) -> Result<()> {
    const END: &str =
        "delete from session where hash <> ?1 and account = (select account from session where hash = ?1)";
    sqlx::query(END).bind(hash).execute(at).await?;
    Ok(())
}
