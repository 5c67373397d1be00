//! Accounts: their names, their roles, their end.

use jiff::Timestamp;
use sqlx::{Sqlite, Transaction};
use unicode_normalization::UnicodeNormalization;

use crate::error::{Error, Refused, Result};
use crate::{Accounts, Role, seconds, time};

const MOST_NAME: usize = 60;

const LIST: &str = "\
    select name, role, made_at, ended_at, (select max(seen_at) from session where account = account.id) \
    from account order by ended_at is not null, name";
const OWNERS: &str = "select count(*) from account where role = 'owner' and ended_at is null";
const FIND: &str = "select id, role from account where name = ? and ended_at is null";

/// An account.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Account {
    /// Its name, in lower case.
    pub name: String,
    /// What it may do, or might before it ended.
    pub role: Role,
    /// When it was made.
    pub made_at: Timestamp,
    /// When it ended; `None` while it lasts.
    pub ended_at: Option<Timestamp>,
    /// When one of its sessions was last used; `None` when none lasts.
    pub seen_at: Option<Timestamp>,
}

impl Accounts {
    /// All accounts, those that last first, by name.
    ///
    /// # Errors
    /// When SQLite fails.
    pub async fn list(&self) -> Result<Vec<Account>> {
        type Row = (String, String, i64, Option<i64>, Option<i64>);
        let rows: Vec<Row> = sqlx::query_as(LIST).fetch_all(&self.pool).await?;
        let account = |(name, word, made_at, ended_at, seen_at): Row| Account {
            name,
            role: role(&word),
            made_at: time(made_at),
            ended_at: ended_at.map(time),
            seen_at: seen_at.map(time),
        };
        Ok(rows.into_iter().map(account).collect())
    }

    /// Whether anybody may decide who may do what.
    ///
    /// # Errors
    /// When SQLite fails.
    pub async fn has_owner(&self) -> Result<bool> {
        let n_owners: i64 = sqlx::query_scalar(OWNERS).fetch_one(&self.pool).await?;
        Ok(n_owners > 0)
    }

    /// Gives an account another role, from its next request on.
    ///
    /// # Errors
    /// [`Error::NoAccount`]; [`Error::LastOwner`] for the only owner.
    pub async fn set_role(&self, name: &str, role: Role) -> Result<()> {
        let mut transaction = self.pool.begin_with("begin immediate").await?;
        let (id, before) = find(&mut transaction, name).await?;
        if before == Role::Owner && role != Role::Owner {
            keep_an_owner(&mut transaction, name).await?;
        }
        let update = sqlx::query("update account set role = ? where id = ?").bind(role.word()).bind(id);
        update.execute(&mut *transaction).await?;
        Ok(transaction.commit().await?)
    }

    /// Ends an account with its sessions and tokens. Its name stays taken.
    ///
    /// # Errors
    /// [`Error::NoAccount`]; [`Error::LastOwner`] for the only owner.
    pub async fn end(&self, name: &str, now: Timestamp) -> Result<()> {
        let mut transaction = self.pool.begin_with("begin immediate").await?;
        let (id, before) = find(&mut transaction, name).await?;
        if before == Role::Owner {
            keep_an_owner(&mut transaction, name).await?;
        }
        for sql in [
            "delete from session where account = ?",
            "delete from token where account = ?",
            "delete from link where account = ?",
        ] {
            sqlx::query(sql).bind(id).execute(&mut *transaction).await?;
        }
        let update = sqlx::query("update account set ended_at = ? where id = ?").bind(seconds(now)).bind(id);
        update.execute(&mut *transaction).await?;
        Ok(transaction.commit().await?)
    }
}

/// The id and the role of an account that lasts.
pub(crate) async fn find(transaction: &mut Transaction<'_, Sqlite>, name: &str) -> Result<(i64, Role)> {
    let folded = fold(name);
    let found: Option<(i64, String)> = sqlx::query_as(FIND).bind(&folded).fetch_optional(&mut **transaction).await?;
    let (id, word) = found.ok_or(Error::NoAccount { name: folded })?;
    Ok((id, role(&word)))
}

async fn keep_an_owner(transaction: &mut Transaction<'_, Sqlite>, name: &str) -> Result<()> {
    let n_owners: i64 = sqlx::query_scalar(OWNERS).fetch_one(&mut **transaction).await?;
    if n_owners > 1 { Ok(()) } else { Err(Error::LastOwner { name: fold(name) }) }
}

/// A role as kept. The file lets no other word in; should one be there, it may do least.
pub(crate) fn role(word: &str) -> Role {
    Role::parse(word).unwrap_or(Role::Contributor)
}

/// A name as it is compared and kept: lower case, one way to write each letter, single spaces.
#[must_use]
pub fn fold(name: &str) -> String {
    let text: String = name.chars().take(4 * MOST_NAME).nfkc().collect();
    text.to_lowercase().split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A name that may be given.
pub(crate) fn new_name(text: &str) -> std::result::Result<String, Refused> {
    let name = fold(text);
    let is_plain = |letter: char| letter.is_alphanumeric() || matches!(letter, ' ' | '-' | '.' | '\'' | '’');
    let is_name = (2..=MOST_NAME).contains(&name.chars().count())
        && name.starts_with(char::is_alphabetic)
        && name.chars().all(is_plain);
    if is_name { Ok(name) } else { Err(Refused::Name) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_those_of_offices() {
        for (text, expected) in [
            ("  Partnership   Officer ", Some("partnership officer")),
            ("Отдел партнёрств", Some("отдел партнёрств")),
            ("Ｔｏｗｎ Clerk", Some("town clerk")),
            ("mayor's office no. 2", Some("mayor's office no. 2")),
            ("someone@example.org", None),
            ("x", None),
            ("", None),
            ("2nd clerk", None),
            ("a\u{202e}b", None),
            ("<b>clerk</b>", None),
            (&"a".repeat(61), None),
        ] {
            assert_eq!(new_name(text).ok().as_deref(), expected, "{text}");
        }
    }
}
