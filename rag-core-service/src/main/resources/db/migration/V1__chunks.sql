create table chunk (
    id uuid primary key,
    tenant_id uuid not null default current_setting('app.tenant')::uuid,
    base_id uuid not null,
    document_id uuid not null,
    ordinal int not null check (ordinal >= 0),
    title text not null,
    headings text[] not null,
    page int,
    text text not null,
    content_hash bytea not null,
    model text not null,
    embedding bytea not null, -- float32, little-endian
    dimension int generated always as (octet_length(embedding) / 4) stored,
    position bigint not null, -- in the feed; set by a trigger
    unique (tenant_id, document_id, ordinal)
);
-- Floats do not compress.
alter table chunk alter column embedding set storage external;
create index on chunk (position, id);

-- What a derived index must forget.
create table chunk_tombstone (
    chunk_id uuid primary key,
    tenant_id uuid not null,
    position bigint not null,
    deleted_at timestamptz not null default now()
);
create index on chunk_tombstone (position, chunk_id);
create index on chunk_tombstone (deleted_at);

-- A document's id is never used again, so a late part of its ingestion must not bring it back.
create table deleted_document (
    tenant_id uuid not null default current_setting('app.tenant')::uuid,
    document_id uuid not null,
    deleted_at timestamptz not null default now(),
    primary key (tenant_id, document_id)
);

alter table chunk enable row level security;
alter table chunk force row level security;
create policy tenant on chunk
    using (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
create policy system on chunk for select
    using (current_setting('app.system', true) = 'on');

alter table chunk_tombstone enable row level security;
alter table chunk_tombstone force row level security;
create policy tenant on chunk_tombstone
    using (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
create policy system on chunk_tombstone
    using (current_setting('app.system', true) = 'on');

alter table deleted_document enable row level security;
alter table deleted_document force row level security;
create policy tenant on deleted_document
    using (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);

-- The feed that derived indexes follow. Every writer updates this one row and so holds it until it
-- commits: positions become visible in their order, and whoever sees a position sees all rows up to
-- it. (Transaction ids would do without the lock, but then one long transaction of any service of
-- the same server would hold back every index.)
create table chunk_feed (
    id uuid primary key default gen_random_uuid(),
    position bigint not null default 0,
    horizon bigint not null default 0 -- tombstones up to here may be gone
);
create unique index only_one on chunk_feed ((true));
insert into chunk_feed default values;

create function advance_chunk_feed() returns trigger language plpgsql
set search_path from current as $$
begin
    update chunk_feed set position = position + 1;
    return null;
end $$;

create function place_chunk() returns trigger language plpgsql
set search_path from current as $$
begin
    new.position := (select position from chunk_feed);
    return new;
end $$;

create function bury_chunk() returns trigger language plpgsql
set search_path from current as $$
begin
    insert into chunk_tombstone (chunk_id, tenant_id, position)
    values (old.id, old.tenant_id, (select position from chunk_feed));
    return null;
end $$;

create trigger advance before insert or update or delete on chunk
    for each statement execute function advance_chunk_feed();
create trigger place before insert or update on chunk
    for each row execute function place_chunk();
create trigger bury after delete on chunk
    for each row execute function bury_chunk();
