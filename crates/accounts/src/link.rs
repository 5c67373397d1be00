//! One-time links: the owner's first, invitations, and new passwords.

use jiff::Timestamp;
use sqlx::{Sqlite, Transaction};

use crate::account::{self, fold, new_name};
use crate::error::{Error, Refused, Result};
use crate::password::{self, Kept};
use crate::session::{begin, set_password};
use crate::{Accounts, Kind, Role, Secret, seconds, time};

/// What a link is for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Purpose {
    /// The first owner's account.
    First,
    /// An account with this role.
    Invitation(Role),
    /// A new password for the account with this name.
    Reset(String),
}

/// A link that lasts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Link {
    /// Its number, to withdraw it.
    pub id: i64,
    /// What it is for.
    pub purpose: Purpose,
    /// When it ends, used or not.
    pub ends_at: Timestamp,
}

type Row = (i64, Option<String>, Option<String>, bool, i64);

const FIND: &str = "\
    select link.id, link.role, account.name, is_first, ends_at \
    from link left join account on account.id = link.account where link.hash = ? and ends_at > ?";
const OPEN: &str = "\
    select link.id, link.role, account.name, is_first, ends_at \
    from link left join account on account.id = link.account where ends_at > ? order by link.id";
const INSERT: &str = "insert into link (hash, role, account, is_first, made_at, ends_at) values (?, ?, ?, ?, ?, ?)";

impl Purpose {
    /// How long such a link lasts, in seconds: a week for an invitation, which goes by mail; a day for the others.
    const fn lasts_s(&self) -> i64 {
        match self {
            Self::Invitation(_) => 7 * 86_400,
            Self::First | Self::Reset(_) => 86_400,
        }
    }
}

impl Accounts {
    /// Makes a link. The first owner's ends those made before for the same, and so does a new password's.
    ///
    /// # Errors
    /// [`Error::HasOwner`] for [`Purpose::First`] when there is one; [`Error::NoAccount`] for [`Purpose::Reset`].
    pub async fn make_link(&self, purpose: &Purpose, now: Timestamp) -> Result<Secret> {
        let mut transaction = self.pool.begin_with("begin immediate").await?;
        sqlx::query("delete from link where ends_at <= ?").bind(seconds(now)).execute(&mut *transaction).await?;
        let (role, account) = match purpose {
            Purpose::First => {
                refuse_an_owner(&mut transaction).await?;
                sqlx::query("delete from link where is_first = 1").execute(&mut *transaction).await?;
                (Some(Role::Owner.word()), None)
            }
            Purpose::Invitation(role) => (Some(role.word()), None),
            Purpose::Reset(name) => {
                let (id, _) = account::find(&mut transaction, name).await?;
                sqlx::query("delete from link where account = ?").bind(id).execute(&mut *transaction).await?;
                (None, Some(id))
            }
        };
        let link = Secret::random();
        let insert = sqlx::query(INSERT).bind(link.kept(Kind::Link).to_vec()).bind(role).bind(account);
        let insert = insert.bind(*purpose == Purpose::First).bind(seconds(now)).bind(seconds(now) + purpose.lasts_s());
        insert.execute(&mut *transaction).await?;
        transaction.commit().await?;
        Ok(link)
    }

    /// What a link is for; `None` when it was used, has ended, or never was. Looking does not use it up.
    ///
    /// # Errors
    /// When SQLite fails.
    pub async fn look(&self, link: &Secret, now: Timestamp) -> Result<Option<Link>> {
        let find = sqlx::query_as(FIND).bind(link.kept(Kind::Link).to_vec()).bind(seconds(now));
        let found: Option<Row> = find.fetch_optional(&self.pool).await?;
        Ok(found.map(read))
    }

    /// The links that last, oldest first.
    ///
    /// # Errors
    /// When SQLite fails.
    pub async fn links(&self, now: Timestamp) -> Result<Vec<Link>> {
        let rows: Vec<Row> = sqlx::query_as(OPEN).bind(seconds(now)).fetch_all(&self.pool).await?;
        Ok(rows.into_iter().map(read).collect())
    }

    /// Takes a link back. One that is gone already is no error.
    ///
    /// # Errors
    /// When SQLite fails.
    pub async fn withdraw(&self, id: i64) -> Result<()> {
        sqlx::query("delete from link where id = ?").bind(id).execute(&self.pool).await?;
        Ok(())
    }

    /// Uses a link up: makes the account with this name and password, or gives the account of a [`Purpose::Reset`] the
    /// password and ends its sessions (`name` is not looked at then). Gives a session. A link whose name or password is
    /// refused is not used up.
    ///
    /// # Errors
    /// [`Error::Refused`], [`Error::LinkGone`], [`Error::HasOwner`].
    pub async fn settle(&self, link: &Secret, name: &str, password: &str, now: Timestamp) -> Result<Secret> {
        let found = self.look(link, now).await?.ok_or(Error::LinkGone)?;
        let name = match &found.purpose {
            Purpose::Reset(name) => name.clone(),
            Purpose::First | Purpose::Invitation(_) => new_name(name)?,
        };
        password::check(password, &name)?;
        let kept = self.hasher.keep(password).await?;
        let mut transaction = self.pool.begin_with("begin immediate").await?;
        // Of two that use it at once, one finds it gone.
        let taken = sqlx::query("delete from link where id = ?").bind(found.id).execute(&mut *transaction).await?;
        if taken.rows_affected() == 0 {
            return Err(Error::LinkGone);
        }
        let account = match found.purpose {
            Purpose::First => {
                refuse_an_owner(&mut transaction).await?;
                insert(&mut transaction, &name, Role::Owner, &kept, now).await?
            }
            Purpose::Invitation(role) => insert(&mut transaction, &name, role, &kept, now).await?,
            Purpose::Reset(_) => {
                let (id, _) = account::find(&mut transaction, &name).await?;
                set_password(&mut *transaction, id, &kept).await?;
                sqlx::query("delete from session where account = ?").bind(id).execute(&mut *transaction).await?;
                id
            }
        };
        let session = begin(&mut *transaction, account, now).await?;
        transaction.commit().await?;
        Ok(session)
    }
}

async fn insert(
    transaction: &mut Transaction<'_, Sqlite>,
    name: &str,
    role: Role,
    kept: &Kept,
    now: Timestamp,
) -> Result<i64> {
    const INSERT: &str = "insert into account (name, role, salt, hash, memory_kib, passes, made_at) \
        values (?, ?, ?, ?, ?, ?, ?) on conflict (name) do nothing";
    let insert = sqlx::query(INSERT).bind(name.to_owned()).bind(role.word());
    let insert = insert.bind(kept.salt.clone()).bind(kept.hash.clone());
    let insert = insert.bind(kept.work.memory_kib).bind(kept.work.passes).bind(seconds(now));
    let done = insert.execute(&mut **transaction).await?;
    if done.rows_affected() == 0 { Err(Refused::Taken.into()) } else { Ok(done.last_insert_rowid()) }
}

async fn refuse_an_owner(transaction: &mut Transaction<'_, Sqlite>) -> Result<()> {
    let sql = "select exists (select 1 from account where role = 'owner' and ended_at is null)";
    let is_there: bool = sqlx::query_scalar(sql).fetch_one(&mut **transaction).await?;
    if is_there { Err(Error::HasOwner) } else { Ok(()) }
}

fn read((id, role, name, is_first, ends_at): Row) -> Link {
    let purpose = match (role, name) {
        _ if is_first => Purpose::First,
        (Some(word), _) => Purpose::Invitation(account::role(&word)),
        (None, name) => Purpose::Reset(fold(&name.unwrap_or_default())),
    };
    Link { id, purpose, ends_at: time(ends_at) }
}
