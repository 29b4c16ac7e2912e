-- ISO 639-1; und where it could not be told.
alter table chunk add column language text not null default 'und';

-- By which model a base's questions are embedded, and which one is taking over in the background.
-- A base without a row uses the built-in model.
create table base_model (
    tenant_id uuid not null default current_setting('app.tenant')::uuid,
    base_id uuid not null,
    model text not null,
    next_model text,
    changed_at timestamptz not null,
    primary key (tenant_id, base_id)
);

-- Vectors of a model that is taking over, or that has just been replaced.
create table chunk_embedding (
    chunk_id uuid not null references chunk (id) on delete cascade,
    tenant_id uuid not null default current_setting('app.tenant')::uuid,
    model text not null,
    embedding bytea not null, -- float32, little-endian
    primary key (chunk_id, model)
);
alter table chunk_embedding alter column embedding set storage external;

alter table base_model enable row level security;
alter table base_model force row level security;
create policy tenant on base_model
    using (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
create policy system on base_model for select
    using (current_setting('app.system', true) = 'on');

alter table chunk_embedding enable row level security;
alter table chunk_embedding force row level security;
create policy tenant on chunk_embedding
    using (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
create policy system on chunk_embedding for select
    using (current_setting('app.system', true) = 'on');
