-- ISO 639-1; und where it could not be told.
alter table chunk add column language text not null default 'und';

-- By which model a base's questions are embedded, and which one is taking over in the background.
-- A base that has chunks has a row.
create table base_model (
    tenant_id uuid not null default current_setting('app.tenant')::uuid,
    base_id uuid not null,
    model text not null,
    next_model text,
    filled_at timestamptz, -- since when each chunk has a vector of the next model
    attempts int not null default 0, -- that failed one after the other
    problem text, -- of the last one
    changed_at timestamptz not null,
    primary key (tenant_id, base_id)
);

-- Chunks of all tenants, which row-level security would hide from the owner too.
select set_config('app.system', 'on', true);
insert into base_model (tenant_id, base_id, model, changed_at)
select distinct on (tenant_id, base_id) tenant_id, base_id, model, now()
from chunk order by tenant_id, base_id;
select set_config('app.system', '', true);

-- Vectors of a model that is taking over, or that has just been replaced.
create table chunk_embedding (
    chunk_id uuid not null references chunk (id) on delete cascade,
    tenant_id uuid not null default current_setting('app.tenant')::uuid,
    model text not null,
    embedding bytea not null, -- float32, little-endian
    primary key (chunk_id, model)
);
alter table chunk_embedding alter column embedding set storage external;
create index on chunk (tenant_id, base_id, id);

-- What the operator configured for a tenant, as far as it matters here.
create table tenant_setting (
    tenant_id uuid primary key default current_setting('app.tenant')::uuid,
    version int not null,
    spend_cap numeric(19, 6) check (spend_cap >= 0), -- in a calendar month (UTC)
    spend_currency text,
    embedding_model text,
    generation_model text,
    changed_at timestamptz not null
);

-- A row without an amount is there to be locked; the tenant has no budget of its own then.
alter table model_budget alter column amount drop not null;

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

alter table tenant_setting enable row level security;
alter table tenant_setting force row level security;
create policy tenant on tenant_setting
    using (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
