create table specialist (
    id uuid primary key,
    tenant_id uuid not null default current_setting('app.tenant')::uuid,
    name text not null,
    description text not null,
    instructions text not null,
    topics text[] not null,
    -- No foreign key: a base that goes must not turn "this base" into "all bases".
    base_ids uuid[] not null,
    created_at timestamptz not null,
    updated_at timestamptz not null
);
create unique index specialist_name on specialist (tenant_id, lower(name));

alter table specialist enable row level security;
alter table specialist force row level security;
create policy tenant on specialist
    using (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);

-- Who may read a base of the platform's; the platform's own id stands for everyone.
create table base_grant (
    base_id uuid not null references knowledge_base (id) on delete cascade,
    tenant_id uuid not null,
    granted_at timestamptz not null,
    primary key (base_id, tenant_id)
);
create index base_grant_of_tenant on base_grant (tenant_id);

alter table base_grant enable row level security;
alter table base_grant force row level security;
create policy platform on base_grant
    using (nullif(current_setting('app.tenant', true), '')::uuid
        = '00000000-0000-7000-8000-000000000001');
create policy reader on base_grant for select
    using (tenant_id in (nullif(current_setting('app.tenant', true), '')::uuid,
        '00000000-0000-7000-8000-000000000001'));
-- A tenant that is erased takes the grants in its name along.
create policy tenant on base_grant for delete
    using (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);

create table answer_day (
    tenant_id uuid not null default current_setting('app.tenant')::uuid,
    day date not null,
    asked bigint not null default 0,
    abstained bigint not null default 0,
    overridden bigint not null default 0,
    primary key (tenant_id, day)
);

alter table answer_day enable row level security;
alter table answer_day force row level security;
create policy tenant on answer_day
    using (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);

-- Work of the operator over tenants: seen by the platform alone.
create table reindexing (
    id uuid primary key,
    status text not null check (status in ('queued', 'running', 'done', 'cancelled')),
    for_tenant uuid,
    for_base uuid,
    for_document uuid,
    model text,
    reason text,
    created_by text not null,
    created_at timestamptz not null,
    finished_at timestamptz
);

create table reindexing_item (
    reindexing_id uuid not null references reindexing (id) on delete cascade,
    -- A document, or a base where only its model changes.
    subject_id uuid not null,
    tenant_id uuid not null,
    status text not null
        check (status in ('pending', 'queued', 'done', 'failed', 'cancelled')),
    attempts int not null default 0,
    problem text,
    changed_at timestamptz not null,
    primary key (reindexing_id, subject_id)
);
create index reindexing_item_to_do on reindexing_item (reindexing_id, status);

alter table reindexing enable row level security;
alter table reindexing force row level security;
create policy system on reindexing
    using (current_setting('app.system', true) = 'on');

alter table reindexing_item enable row level security;
alter table reindexing_item force row level security;
create policy system on reindexing_item
    using (current_setting('app.system', true) = 'on');
-- A tenant that is erased takes its items along.
create policy tenant on reindexing_item for delete
    using (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
create policy tenant_reads on reindexing_item for select
    using (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);

-- What the operator's statistics and reindexing read across tenants.
create policy system on knowledge_base for select
    using (current_setting('app.system', true) = 'on');
create policy system on document for select
    using (current_setting('app.system', true) = 'on');
create policy system on answer_day for select
    using (current_setting('app.system', true) = 'on');
