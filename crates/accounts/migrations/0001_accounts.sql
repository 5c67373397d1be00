-- "TWAC": what tells our files from those of other programs, and from ledgers.
pragma application_id = 0x54574143;

-- An ended account stays, and so its name is never given to another: entries of the ledger name it. Times are seconds since
-- 1970 in UTC.
create table account (
    id integer primary key,
    name text not null unique,
    role text not null check (role in ('contributor', 'reviewer', 'owner')),
    salt blob not null check (length(salt) = 16),
    hash blob not null check (length(hash) = 32),
    memory_kib integer not null,
    passes integer not null,
    made_at integer not null,
    ended_at integer
) strict;

create table session (
    hash blob primary key check (length(hash) = 32),
    account integer not null references account (id),
    begun_at integer not null,
    seen_at integer not null
) strict, without rowid;

create index session_by_account on session (account);

-- With `account`, a link for a new password; with `role`, one for a new account; `is_first` marks the owner's first.
create table link (
    id integer primary key,
    hash blob not null unique check (length(hash) = 32),
    role text check (role in ('contributor', 'reviewer', 'owner')),
    account integer references account (id),
    is_first integer not null check (is_first in (0, 1)),
    made_at integer not null,
    ends_at integer not null,
    check ((role is null) <> (account is null))
) strict;

create table token (
    id integer primary key,
    hash blob not null unique check (length(hash) = 32),
    account integer not null references account (id),
    label text not null,
    made_at integer not null
) strict;
