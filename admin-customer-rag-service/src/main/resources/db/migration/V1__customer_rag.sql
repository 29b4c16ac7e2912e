-- Tenants that this service has heard of. The number of the last version outlives an erasure, since
-- others ignore versions that are older than what they have seen.
create table customer (
    tenant_id    uuid primary key default current_setting('app.tenant')::uuid,
    last_version int         not null default 0,
    measured     boolean     not null default true,
    since        timestamptz not null
);

create table configuration_version (
    tenant_id     uuid        not null default current_setting('app.tenant')::uuid,
    version       int         not null check (version > 0),
    document      json        not null,
    author        text        not null,
    at            timestamptz not null,
    comment       text,
    restored_from int,
    primary key (tenant_id, version)
);

-- Ids and numbers alone: nothing that an erasure would have to take out again.
create table audit_entry (
    id           uuid primary key,
    tenant_id    uuid        not null default current_setting('app.tenant')::uuid,
    at           timestamptz not null,
    actor        text        not null,
    action       text        not null,
    subject      text,
    from_version int,
    to_version   int
);
create index audit_entry_of_tenant on audit_entry (tenant_id, id);

create table usage_snapshot (
    tenant_id   uuid        not null default current_setting('app.tenant')::uuid,
    day         date        not null,
    measured_at timestamptz not null,
    usage       json        not null,
    primary key (tenant_id, day)
);
create index usage_snapshot_by_age on usage_snapshot (day);

create table quota_warning (
    tenant_id uuid        not null default current_setting('app.tenant')::uuid,
    month     text        not null,
    kind      text        not null,
    percent   int         not null,
    at        timestamptz not null,
    primary key (tenant_id, month, kind, percent)
);

-- Documents that rag-knowledge-service told about, under the tenant of its event.
create table document_sighting (
    tenant_id   uuid        not null default current_setting('app.tenant')::uuid,
    document_id uuid        not null,
    base_id     uuid        not null,
    at          timestamptz not null,
    primary key (tenant_id, document_id)
);

create table isolation_report (
    id           uuid primary key,
    tenant_id    uuid        not null default current_setting('app.tenant')::uuid,
    status       text        not null check (status in ('running', 'passed', 'failed', 'inconclusive')),
    requested_by text        not null,
    started_at   timestamptz not null,
    finished_at  timestamptz,
    probes       json        not null default '[]',
    configuration_version int not null,
    problem      text
);
create index isolation_report_of_tenant on isolation_report (tenant_id, id);

-- Throwaway tenants; a row stands here before anything of theirs exists anywhere.
create table canary (
    id         uuid primary key,
    tenant_id  uuid        not null default current_setting('app.tenant')::uuid,
    planted_at timestamptz not null,
    attempts   int         not null default 0
);
create index canary_by_age on canary (planted_at);

create table erasure (
    id           uuid primary key,
    tenant_id    uuid        not null default current_setting('app.tenant')::uuid,
    requested_by text        not null,
    requested_at timestamptz not null,
    step         text        not null,
    knowledge_id uuid,
    attempts     int         not null default 0,
    found        json        not null default '{}',
    removed      json        not null default '{}',
    verified     boolean,
    completed_at timestamptz,
    receipt      text,
    digest       text
);
create unique index one_erasure_at_a_time on erasure (tenant_id) where completed_at is null;

do $$
declare
    each_table text;
begin
    foreach each_table in array array['customer', 'configuration_version', 'audit_entry',
        'usage_snapshot', 'quota_warning', 'document_sighting', 'isolation_report', 'canary', 'erasure']
    loop
        execute format('alter table %I enable row level security', each_table);
        execute format('alter table %I force row level security', each_table);
        execute format('create policy tenant on %I using
            (tenant_id = nullif(current_setting(''app.tenant'', true), '''')::uuid)', each_table);
    end loop;
    -- Jobs go through these for all tenants.
    foreach each_table in array array['customer', 'canary', 'usage_snapshot', 'quota_warning',
        'document_sighting'] loop
        execute format('create policy system on %I using
            (current_setting(''app.system'', true) = ''on'')', each_table);
    end loop;
    -- The audit only grows, and a receipt is for ever.
    execute format('revoke update, delete, truncate on audit_entry from %I', current_schema() || '_app');
    execute format('revoke delete, truncate on erasure from %I', current_schema() || '_app');
end $$;

create function stays_as_it_is() returns trigger language plpgsql as $$
begin
    raise exception '% entries are never changed', tg_table_name using errcode = 'restrict_violation';
end $$;
create trigger only_grows before update or delete or truncate on audit_entry
    for each statement execute function stays_as_it_is();
create trigger final_once_complete before update on erasure
    for each row when (old.completed_at is not null) execute function stays_as_it_is();
