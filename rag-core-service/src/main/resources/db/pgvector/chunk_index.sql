-- All of this is derived, so an older layout is dropped rather than migrated.
drop table if exists chunk_vector, chunk_vector_checkpoint;

-- The number stands for the chunk in the lists of words, where an id would be too long.
create table if not exists indexed_chunk (
    chunk_id uuid primary key,
    number int generated always as identity unique,
    tenant_id uuid not null,
    base_id uuid not null,
    vocabulary text not null,
    length int not null,
    words text[] not null,
    position bigint not null
);

create table if not exists indexed_model (
    id smallint generated always as identity primary key,
    name text not null,
    dimension int not null,
    unique (name, dimension)
);

create table if not exists indexed_vector (
    chunk_id uuid not null,
    model smallint not null,
    tenant_id uuid not null,
    base_id uuid not null,
    embedding vector not null,
    primary key (chunk_id, model)
);
create index if not exists indexed_vector_scope on indexed_vector (tenant_id, model, base_id);

-- What BM25 must know of a corpus.
create table if not exists indexed_scope (
    tenant_id uuid not null,
    base_id uuid not null,
    vocabulary text not null,
    chunks bigint not null,
    length bigint not null,
    primary key (tenant_id, base_id, vocabulary)
);

-- Where a word stands: eight bytes for each chunk, in parts by the chunk's number. A GIN index
-- cannot serve here: row-level security admits only leakproof operators to an index, and those of
-- arrays and tsvector are not.
create table if not exists indexed_word (
    tenant_id uuid not null,
    base_id uuid not null,
    word text collate "C" not null,
    part int not null,
    postings bytea not null,
    primary key (tenant_id, word, base_id, part)
) with (fillfactor = 80);
alter table indexed_word alter column postings set storage external;

-- How far this index has followed the feed.
create table if not exists index_checkpoint (
    source text not null,
    position bigint not null
);
create unique index if not exists only_one_checkpoint on index_checkpoint ((true));
insert into index_checkpoint select '', 0 where not exists (select from index_checkpoint);

do $$
declare
    name text;
begin
    foreach name in array array['indexed_chunk', 'indexed_vector', 'indexed_scope', 'indexed_word']
    loop
        execute format('alter table %I enable row level security', name);
        execute format('alter table %I force row level security', name);
        execute format('drop policy if exists tenant on %I', name);
        execute format('create policy tenant on %I using (tenant_id ='
            || ' nullif(current_setting(''app.tenant'', true), '''')::uuid)', name);
        execute format('drop policy if exists system on %I', name);
        execute format('create policy system on %I using'
            || ' (current_setting(''app.system'', true) = ''on'')', name);
    end loop;
end $$;

-- Vectors of different models have nothing in common, so each has a graph of its own. The graph
-- takes 2,000 dimensions, 4,000 in half precision; what is longer is searched without one. Only the
-- owner may make an index, hence "security definer".
create or replace function add_indexed_model(model text, length int) returns smallint
language plpgsql security definer set search_path from current as $$
declare
    made smallint;
begin
    select id into made from indexed_model where name = model and dimension = length;
    if made is not null then
        return made;
    end if;
    insert into indexed_model (name, dimension) values (model, length) returning id into made;
    if length <= 4000 then
        execute format(
            'create index %I on indexed_vector using hnsw ((embedding::%s(%s)) %s) where model = %s',
            'indexed_vector_model_' || made,
            case when length <= 2000 then 'vector' else 'halfvec' end, length,
            case when length <= 2000 then 'vector_cosine_ops' else 'halfvec_cosine_ops' end, made);
    end if;
    return made;
end $$;
