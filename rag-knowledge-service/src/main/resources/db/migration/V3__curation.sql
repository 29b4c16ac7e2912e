-- A copy of what the operator configured; it follows events.
create table knowledge_policy (
    tenant_id uuid primary key default current_setting('app.tenant')::uuid,
    version bigint not null,
    configuration jsonb not null,
    received_at timestamptz not null
);

create table curated_answer (
    id uuid primary key,
    tenant_id uuid not null default current_setting('app.tenant')::uuid,
    question text not null,
    alternatives text[] not null,
    answer text not null,
    -- Where it holds; empty for everywhere.
    base_ids uuid[] not null,
    valid_from timestamptz,
    valid_until timestamptz,
    enabled boolean not null,
    hits bigint not null default 0,
    last_hit_at timestamptz,
    created_at timestamptz not null,
    updated_at timestamptz not null,
    version int not null default 1,
    check (valid_from < valid_until)
);
create index curated_answer_of_tenant on curated_answer (tenant_id, id);

-- The ways to ask for a curated answer: its question and the alternatives.
create table curated_phrasing (
    answer_id uuid not null references curated_answer (id) on delete cascade,
    ordinal int not null,
    tenant_id uuid not null default current_setting('app.tenant')::uuid,
    text text not null,
    -- The text without case and punctuation: two that are equal here ask the same.
    form text not null,
    -- What it is about, to find candidates; which of them mean the same is decided on the text.
    topics text[] not null,
    model text,
    vector real[],
    primary key (answer_id, ordinal)
);
create index curated_phrasing_form on curated_phrasing (tenant_id, md5(form));

create table unanswered_question (
    id uuid primary key,
    tenant_id uuid not null default current_setting('app.tenant')::uuid,
    -- Personal data is masked in both.
    question text not null,
    form text not null,
    base_ids uuid[] not null,
    closest jsonb not null,
    reason text not null,
    times bigint not null default 1,
    first_asked_at timestamptz not null,
    last_asked_at timestamptz not null,
    status text not null default 'open' check (status in ('open', 'answered', 'dismissed')),
    closed_at timestamptz,
    override_id uuid
);
create unique index unanswered_question_form on unanswered_question (tenant_id, md5(form));
create index unanswered_question_asked on unanswered_question (tenant_id, times, id);

create table question_count (
    tenant_id uuid not null default current_setting('app.tenant')::uuid,
    -- The first day of the month, UTC.
    month date not null,
    questions bigint not null,
    primary key (tenant_id, month)
);

-- What a tenant uses is counted from its documents.
create index document_usage on document (tenant_id, status) include (chunks, size);

create table archive_import (
    id uuid primary key,
    tenant_id uuid not null default current_setting('app.tenant')::uuid,
    archive_id uuid not null,
    status text not null check (status in ('running', 'done', 'failed')),
    bases int not null,
    documents int not null,
    imported int not null default 0,
    attempts int not null default 0,
    problem text,
    created_at timestamptz not null,
    finished_at timestamptz,
    unique (tenant_id, archive_id)
);

-- The archive's bytes until it is imported, in parts of 1 MiB: any replica may go on with it.
create table archive_part (
    import_id uuid not null references archive_import (id) on delete cascade,
    part int not null,
    tenant_id uuid not null default current_setting('app.tenant')::uuid,
    bytes bytea not null,
    primary key (import_id, part)
);
alter table archive_part alter column bytes set storage external;

-- What each of the archive's things is called here; written together with the thing itself.
create table archive_mapping (
    import_id uuid not null references archive_import (id) on delete cascade,
    kind text not null,
    old_id uuid not null,
    new_id uuid not null,
    tenant_id uuid not null default current_setting('app.tenant')::uuid,
    primary key (import_id, kind, old_id)
);

create table erasure (
    id uuid primary key,
    tenant_id uuid not null default current_setting('app.tenant')::uuid,
    status text not null check (status in ('running', 'done')),
    started_at timestamptz not null,
    finished_at timestamptz
);
create index erasure_of_tenant on erasure (tenant_id, id);
create unique index erasure_running on erasure (tenant_id) where status = 'running';

create table erasure_count (
    erasure_id uuid not null references erasure (id) on delete cascade,
    kind text not null,
    tenant_id uuid not null default current_setting('app.tenant')::uuid,
    removed bigint not null,
    primary key (erasure_id, kind)
);

alter table knowledge_policy enable row level security;
alter table knowledge_policy force row level security;
create policy tenant on knowledge_policy
    using (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);

alter table curated_answer enable row level security;
alter table curated_answer force row level security;
create policy tenant on curated_answer
    using (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);

alter table curated_phrasing enable row level security;
alter table curated_phrasing force row level security;
create policy tenant on curated_phrasing
    using (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);

-- Questions that are too old, and months that are long past, are removed across tenants.
alter table unanswered_question enable row level security;
alter table unanswered_question force row level security;
create policy tenant on unanswered_question
    using (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
create policy system on unanswered_question using (current_setting('app.system', true) = 'on');

alter table question_count enable row level security;
alter table question_count force row level security;
create policy tenant on question_count
    using (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
create policy system on question_count using (current_setting('app.system', true) = 'on');

alter table archive_import enable row level security;
alter table archive_import force row level security;
create policy tenant on archive_import
    using (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);

alter table archive_part enable row level security;
alter table archive_part force row level security;
create policy tenant on archive_part
    using (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);

alter table archive_mapping enable row level security;
alter table archive_mapping force row level security;
create policy tenant on archive_mapping
    using (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);

alter table erasure enable row level security;
alter table erasure force row level security;
create policy tenant on erasure
    using (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);

alter table erasure_count enable row level security;
alter table erasure_count force row level security;
create policy tenant on erasure_count
    using (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
