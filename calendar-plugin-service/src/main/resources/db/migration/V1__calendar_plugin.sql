-- Connections of resources to calendars, what was read from them and written to them.
create table connection (
    id              uuid primary key,
    tenant_id       uuid        not null default current_setting('app.tenant')::uuid,
    provider        text        not null,
    resource_id     uuid        not null,
    time_zone       text        not null,
    calendar_id     text,
    server          text,
    username        text,
    sealed_secret   bytea,
    sealed_refresh  bytea,
    secret_ends_at  timestamptz,
    direction       text        not null check (direction in ('both', 'read', 'write')),
    store_titles    boolean     not null,
    foreign_changes text        not null check (foreign_changes in ('report', 'apply')),
    state           text        not null check (state in ('awaiting_consent', 'active', 'paused', 'revoked')),
    error           text,
    problems        text[]      not null default '{}',
    sync_token      text,
    window_to       timestamptz,
    window_read_at  timestamptz,
    last_sync       timestamptz,
    fresh_until     timestamptz,
    not_before      timestamptz,
    wants           bigint      not null default 0,
    served          bigint      not null default 0,
    version         bigint      not null default 0,
    lease_until     timestamptz,
    lease_holder    uuid,
    announced       text,
    created_at      timestamptz not null
);
create index connection_by_resource on connection (tenant_id, resource_id);
alter table connection enable row level security;
alter table connection force row level security;
create policy tenant on connection using (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
-- A provider's call names a connection and no tenant; clean-up looks at all.
create policy system on connection using (current_setting('app.system', true) = 'on');

-- An owner's consent that was asked for. The browser that returns brings the state and no tenant.
create table consent_request (
    state_hash      bytea primary key,
    tenant_id       uuid        not null default current_setting('app.tenant')::uuid,
    connection_id   uuid        not null references connection (id) on delete cascade,
    provider        text        not null,
    sealed_verifier bytea       not null,
    expires_at      timestamptz not null
);
alter table consent_request enable row level security;
alter table consent_request force row level security;
create policy tenant on consent_request using (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
create policy system on consent_request using (current_setting('app.system', true) = 'on');

create table push_channel (
    connection_id   uuid primary key references connection (id) on delete cascade,
    tenant_id       uuid        not null default current_setting('app.tenant')::uuid,
    sealed_secret   bytea       not null,
    channel_id      text,
    resource        text,
    expires_at      timestamptz
);
alter table push_channel enable row level security;
alter table push_channel force row level security;
create policy tenant on push_channel using (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);

-- What the provider told of somebody else's events, so that one change can be merged with the rest.
create table mirrored_event (
    connection_id   uuid        not null references connection (id) on delete cascade,
    event_id        text        not null,
    tenant_id       uuid        not null default current_setting('app.tenant')::uuid,
    starts_at       timestamptz not null,
    ends_at         timestamptz not null,
    title           text,
    primary key (connection_id, event_id)
);
create index mirrored_event_by_end on mirrored_event (connection_id, ends_at);
alter table mirrored_event enable row level security;
alter table mirrored_event force row level security;
create policy tenant on mirrored_event using (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);

-- The merged busy time as calendar-integration-service has acknowledged it.
create table busy_span (
    connection_id   uuid        not null references connection (id) on delete cascade,
    span_id         text        not null,
    tenant_id       uuid        not null default current_setting('app.tenant')::uuid,
    starts_at       timestamptz not null,
    ends_at         timestamptz not null,
    title           text,
    primary key (connection_id, span_id)
);
alter table busy_span enable row level security;
alter table busy_span force row level security;
create policy tenant on busy_span using (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);

-- A booking of ours in a calendar: how it shall be there, and how we left it there.
create table written_event (
    booking_id      uuid        not null,
    connection_id   uuid        not null references connection (id) on delete cascade,
    tenant_id       uuid        not null default current_setting('app.tenant')::uuid,
    uid             text        not null,
    sequence        int         not null,
    attempted       boolean     not null default false,
    state           text        not null check (state in ('pending', 'written', 'removing', 'removed', 'conflict')),
    title           text        not null,
    location        text,
    attendee_name   text,
    attendee_email  text,
    time_zone       text        not null,
    starts_at       timestamptz not null,
    ends_at         timestamptz not null,
    event_id        text,
    etag            text,
    written_start   timestamptz,
    written_end     timestamptz,
    error           text,
    changed_at      timestamptz not null,
    primary key (booking_id, connection_id)
);
create index written_event_by_connection on written_event (connection_id, state);
alter table written_event enable row level security;
alter table written_event force row level security;
create policy tenant on written_event using (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);

create table conflict (
    id              uuid primary key,
    tenant_id       uuid        not null default current_setting('app.tenant')::uuid,
    connection_id   uuid        not null references connection (id) on delete cascade,
    kind            text        not null,
    booking_id      uuid,
    event_id        text,
    starts_at       timestamptz,
    ends_at         timestamptz,
    detail          text        not null,
    detected_at     timestamptz not null,
    resolved_at     timestamptz
);
create unique index conflict_open on conflict (connection_id, kind, coalesce(booking_id::text, ''), coalesce(event_id, ''))
    where resolved_at is null;
alter table conflict enable row level security;
alter table conflict force row level security;
create policy tenant on conflict using (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);

-- The built-in calendar. Every change takes the next number of its calendar; what is removed stays
-- as a row that says so until its number is below the floor.
create table built_in_calendar (
    connection_id   uuid primary key references connection (id) on delete cascade,
    tenant_id       uuid        not null default current_setting('app.tenant')::uuid,
    changes         bigint      not null default 0,
    floor           bigint      not null default 0
);
alter table built_in_calendar enable row level security;
alter table built_in_calendar force row level security;
create policy tenant on built_in_calendar using (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);

create table built_in_event (
    id              uuid primary key,
    connection_id   uuid        not null references connection (id) on delete cascade,
    tenant_id       uuid        not null default current_setting('app.tenant')::uuid,
    uid             text        not null,
    booking_id      uuid,
    title           text        not null,
    starts_at       timestamptz not null,
    ends_at         timestamptz not null check (ends_at > starts_at),
    all_day         boolean     not null,
    busy            boolean     not null,
    change          bigint      not null,
    removed         boolean     not null default false,
    updated_at      timestamptz not null
);
create unique index built_in_event_uid on built_in_event (connection_id, uid) where not removed;
create index built_in_event_change on built_in_event (connection_id, change);
alter table built_in_event enable row level security;
alter table built_in_event force row level security;
create policy tenant on built_in_event using (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
