-- "TWAI": what tells our files from those of other programs.
pragma application_id = 0x54574149;

create table entry (
    seq integer primary key,
    name blob not null unique check (length(name) = 32),
    kind integer not null,
    recorded_at integer not null,
    bytes blob not null,
    chain blob not null check (length(chain) = 32)
) strict;

create trigger entry_refuses_update before update on entry
begin
    select raise(abort, 'the ledger only grows: an entry cannot be changed');
end;

create trigger entry_refuses_delete before delete on entry
begin
    select raise(abort, 'the ledger only grows: an entry cannot be removed');
end;

-- `insert or replace` removes rows without asking the trigger above, and positions have no gaps. Rolling back the whole
-- transaction, not the statement alone, saves SQLite a copy of every page the statement touches.
create trigger entry_refuses_gap before insert on entry
when new.seq is not (select coalesce(max(seq), 0) + 1 from entry)
begin
    select raise(rollback, 'the ledger only grows: a new entry follows the last');
end;
