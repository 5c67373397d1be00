//! Read-only tokens for programs.

use jiff::Timestamp;

use crate::account;
use crate::error::{Error, Refused, Result};
use crate::{Accounts, Kind, Secret, seconds, time};

/// The most tokens of an account.
pub const MOST_TOKENS: i64 = 20;
/// What a token begins with, so that one that strays into a published file is recognized.
const PREFIX: &str = "twain_";

/// A token, without its secret, which was shown once.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Token {
    /// Its number, to revoke it.
    pub id: i64,
    /// What its holder called it.
    pub label: String,
    /// When it was made.
    pub made_at: Timestamp,
}

impl Accounts {
    /// Makes a token for an account, and gives the text to show once.
    ///
    /// # Errors
    /// [`Error::Refused`] for a label that is empty or too long; [`Error::TooManyTokens`]; [`Error::NoAccount`].
    pub async fn make_token(&self, name: &str, label: &str, now: Timestamp) -> Result<String> {
        let label = label.split_whitespace().collect::<Vec<_>>().join(" ");
        if !(1..=60).contains(&label.chars().count()) || label.contains(char::is_control) {
            return Err(Refused::Label.into());
        }
        let mut transaction = self.pool.begin_with("begin immediate").await?;
        let (id, _) = account::find(&mut transaction, name).await?;
        let count = sqlx::query_scalar("select count(*) from token where account = ?").bind(id);
        let found: i64 = count.fetch_one(&mut *transaction).await?;
        if found >= MOST_TOKENS {
            return Err(Error::TooManyTokens { found });
        }
        let token = Secret::random();
        let insert = sqlx::query("insert into token (hash, account, label, made_at) values (?, ?, ?, ?)");
        let insert = insert.bind(token.kept(Kind::Token).to_vec()).bind(id).bind(label).bind(seconds(now));
        insert.execute(&mut *transaction).await?;
        transaction.commit().await?;
        Ok(format!("{PREFIX}{}", token.reveal()))
    }

    /// The tokens of an account, oldest first.
    ///
    /// # Errors
    /// When SQLite fails.
    pub async fn tokens(&self, name: &str) -> Result<Vec<Token>> {
        const LIST: &str = "select token.id, label, token.made_at from token join account on account.id = token.account \
            where account.name = ? order by token.id";
        let rows: Vec<(i64, String, i64)> =
            sqlx::query_as(LIST).bind(account::fold(name)).fetch_all(&self.pool).await?;
        Ok(rows.into_iter().map(|(id, label, made_at)| Token { id, label, made_at: time(made_at) }).collect())
    }

    /// Revokes a token of an account. One that is gone already is no error.
    ///
    /// # Errors
    /// When SQLite fails.
    pub async fn revoke(&self, name: &str, id: i64) -> Result<()> {
        const REVOKE: &str = "delete from token where id = ? and account = (select id from account where name = ?)";
        sqlx::query(REVOKE).bind(id).bind(account::fold(name)).execute(&self.pool).await?;
        Ok(())
    }

    /// Whether a text is a token that was made here and not revoked.
    ///
    /// # Errors
    /// When SQLite fails.
    pub async fn is_token(&self, text: &str) -> Result<bool> {
        let Some(token) = text.strip_prefix(PREFIX).and_then(Secret::parse) else { return Ok(false) };
        let find = sqlx::query_scalar("select exists (select 1 from token where hash = ?)");
        Ok(find.bind(token.kept(Kind::Token).to_vec()).fetch_one(&self.pool).await?)
    }
}
