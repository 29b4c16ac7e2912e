create table knowledge_base (
    id uuid primary key,
    tenant_id uuid not null default current_setting('app.tenant')::uuid,
    name text not null,
    description text,
    industry text,
    created_at timestamptz not null
);
create index knowledge_base_of_tenant on knowledge_base (tenant_id, id);

create table document (
    id uuid primary key,
    tenant_id uuid not null default current_setting('app.tenant')::uuid,
    base_id uuid not null references knowledge_base (id),
    title text not null,
    -- A title that its owner gave is kept; one taken from the file name yields to the document's own.
    title_given boolean not null,
    file_name text not null,
    media_type text not null,
    content_hash text not null,
    size bigint not null,
    status text not null check (status in ('queued', 'parsing', 'embedding', 'ready', 'failed')),
    progress double precision not null default 0 check (progress between 0 and 1),
    chunks int not null default 0,
    problem_type text,
    problem_title text,
    problem_detail text,
    attempts int not null default 0,
    created_at timestamptz not null,
    -- When ingestion last got further: what stands still for too long has failed.
    progressed_at timestamptz not null,
    unique (base_id, content_hash)
);
create index document_of_base on document (base_id, id);

-- The original bytes, in parts of 1 MiB, so that neither side ever holds a document whole.
create table document_part (
    document_id uuid not null references document (id) on delete cascade,
    part int not null,
    tenant_id uuid not null default current_setting('app.tenant')::uuid,
    bytes bytea not null,
    primary key (document_id, part)
);
alter table document_part alter column bytes set storage external;

-- Chunks between parsing and embedding; they are rag-core's once the document is ready.
create table staged_chunk (
    document_id uuid not null references document (id) on delete cascade,
    ordinal int not null,
    tenant_id uuid not null default current_setting('app.tenant')::uuid,
    text text not null,
    headings text[] not null,
    page int,
    primary key (document_id, ordinal)
);

alter table knowledge_base enable row level security;
alter table knowledge_base force row level security;
create policy tenant on knowledge_base
    using (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);

alter table document enable row level security;
alter table document force row level security;
create policy tenant on document
    using (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);

alter table document_part enable row level security;
alter table document_part force row level security;
create policy tenant on document_part
    using (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);

alter table staged_chunk enable row level security;
alter table staged_chunk force row level security;
create policy tenant on staged_chunk
    using (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);

-- db-scheduler's queue: it holds ids of tenants and documents, nothing of what is in them.
create table scheduled_tasks (
    task_name text not null,
    task_instance text not null,
    task_data bytea,
    execution_time timestamptz not null,
    picked boolean not null,
    picked_by text,
    last_success timestamptz,
    last_failure timestamptz,
    consecutive_failures int,
    last_heartbeat timestamptz,
    version bigint not null,
    priority smallint,
    primary key (task_name, task_instance)
);
create index scheduled_tasks_execution_time on scheduled_tasks (execution_time);
create index scheduled_tasks_last_heartbeat on scheduled_tasks (last_heartbeat);
