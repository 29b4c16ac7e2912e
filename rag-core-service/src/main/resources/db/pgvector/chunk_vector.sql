create table if not exists chunk_vector (
    chunk_id uuid primary key,
    tenant_id uuid not null,
    base_id uuid not null,
    embedding vector(384) not null,
    words tsvector not null,
    length int not null,
    position bigint not null
);
create index if not exists chunk_vector_scope on chunk_vector (tenant_id, base_id);
create index if not exists chunk_vector_embedding on chunk_vector
    using hnsw (embedding vector_cosine_ops);

alter table chunk_vector enable row level security;
alter table chunk_vector force row level security;
drop policy if exists tenant on chunk_vector;
create policy tenant on chunk_vector
    using (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
drop policy if exists system on chunk_vector;
create policy system on chunk_vector
    using (current_setting('app.system', true) = 'on');

-- How far this index has followed the feed.
create table if not exists chunk_vector_checkpoint (
    source text not null,
    position bigint not null
);
create unique index if not exists only_one_checkpoint on chunk_vector_checkpoint ((true));
insert into chunk_vector_checkpoint select '', 0
where not exists (select from chunk_vector_checkpoint);
