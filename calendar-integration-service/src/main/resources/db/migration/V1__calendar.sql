create table holiday_list (
    id uuid primary key,
    tenant_id uuid not null default current_setting('app.tenant')::uuid,
    name text not null,
    days jsonb not null,
    created_at timestamptz not null
);
create index holiday_list_of_tenant on holiday_list (tenant_id, id);

create table resource (
    id uuid primary key,
    tenant_id uuid not null default current_setting('app.tenant')::uuid,
    name text not null,
    kind text not null check (kind in ('person', 'room', 'equipment')),
    time_zone text not null,
    working_hours jsonb not null,
    exceptions jsonb not null,
    holiday_list_ids uuid[] not null,
    priority int not null,
    active boolean not null,
    created_at timestamptz not null
);
create index resource_of_tenant on resource (tenant_id, id);

create table offering (
    id uuid primary key,
    tenant_id uuid not null default current_setting('app.tenant')::uuid,
    name text not null,
    description text,
    -- Seconds; all of them whole minutes.
    duration bigint not null check (duration > 0),
    buffer_before bigint not null check (buffer_before >= 0),
    buffer_after bigint not null check (buffer_after >= 0),
    minimum_notice bigint not null check (minimum_notice >= 0),
    booking_window bigint not null check (booking_window > 0),
    slot_step bigint not null check (slot_step > 0),
    capacity int not null check (capacity > 0),
    price_amount numeric(19, 4),
    price_currency char(3),
    resource_ids uuid[] not null,
    also_requires jsonb not null,
    assignment text not null check (assignment in ('least-busy', 'priority', 'choice')),
    cancellation jsonb not null,
    stop_when_stale boolean not null,
    location text,
    active boolean not null,
    created_at timestamptz not null,
    check ((price_amount is null) = (price_currency is null))
);
create index offering_of_tenant on offering (tenant_id, id);

-- One appointment or group class: what holds and bookings sit in.
create table session (
    id uuid primary key,
    tenant_id uuid not null default current_setting('app.tenant')::uuid,
    offering_id uuid not null references offering (id),
    resource_id uuid not null references resource (id),
    starts_at timestamptz not null,
    ends_at timestamptz not null,
    check (ends_at > starts_at)
);
create index session_of_offering on session (tenant_id, offering_id, starts_at, resource_id);
create index session_of_resource on session (resource_id);

-- Everything that takes a resource's time, whatever the reason. No two rows of one resource overlap:
-- the database refuses them, not the application.
create table occupied (
    id uuid primary key,
    tenant_id uuid not null default current_setting('app.tenant')::uuid,
    resource_id uuid not null references resource (id),
    -- With the buffers before and after.
    span tstzrange not null check (not isempty(span) and lower_inc(span) and not upper_inc(span)),
    kind text not null check (kind in ('session', 'busy')),
    session_id uuid references session (id) on delete cascade,
    -- When the last of its holds ends; null once something is booked.
    expires_at timestamptz,
    -- Under row-level security only leakproof operators reach an index: those of times are, those of
    -- ranges are not.
    from_at timestamptz not null generated always as (lower(span)) stored,
    to_at timestamptz not null generated always as (upper(span)) stored,
    check ((kind = 'session') = (session_id is not null)),
    constraint no_overlap exclude using gist (tenant_id with =, resource_id with =, span with &&)
) with (fillfactor = 80);
create index occupied_by_session on occupied (session_id);
create index occupied_by_time on occupied (tenant_id, resource_id, to_at);

create table hold (
    id uuid primary key,
    tenant_id uuid not null default current_setting('app.tenant')::uuid,
    offering_id uuid not null references offering (id),
    resource_ids uuid[] not null,
    starts_at timestamptz not null,
    ends_at timestamptz not null,
    expires_at timestamptz not null,
    status text not null check (status in ('held', 'booked', 'expired', 'released')),
    created_at timestamptz not null
);
create index hold_to_expire on hold (expires_at) where status = 'held';

create table booking (
    id uuid primary key,
    tenant_id uuid not null default current_setting('app.tenant')::uuid,
    offering_id uuid not null references offering (id),
    offering_name text not null,
    -- The first is the one that gives its time; the others are required beside it.
    resource_ids uuid[] not null,
    time_zone text not null,
    starts_at timestamptz not null,
    ends_at timestamptz not null,
    status text not null check (status in ('confirmed', 'cancelled', 'no_show', 'completed')),
    sequence int not null default 0,
    attendee_name text not null,
    attendee_email text not null,
    attendee_time_zone text,
    location text,
    series_id uuid,
    created_at timestamptz not null,
    cancelled_at timestamptz,
    cancellation_reason text,
    within_deadline boolean,
    fee_amount numeric(19, 4),
    fee_currency char(3)
);
create index booking_of_tenant on booking (tenant_id, id);
create index booking_by_start on booking (tenant_id, starts_at);

-- A place in a session, taken by one hold or one booking.
create table seat (
    session_id uuid not null references session (id) on delete cascade,
    number int not null check (number > 0),
    tenant_id uuid not null default current_setting('app.tenant')::uuid,
    hold_id uuid references hold (id),
    booking_id uuid references booking (id),
    primary key (session_id, number),
    check (num_nonnulls(hold_id, booking_id) = 1)
);
create unique index seat_of_hold on seat (hold_id);
create unique index seat_of_booking on seat (booking_id);

-- Calendars outside that a resource also follows.
create table external_calendar (
    tenant_id uuid not null default current_setting('app.tenant')::uuid,
    resource_id uuid not null references resource (id) on delete cascade,
    connection_id uuid not null,
    state text not null check (state in ('active', 'paused', 'revoked')),
    fresh_until timestamptz,
    stale_since timestamptz,
    primary key (tenant_id, resource_id, connection_id)
);

-- Their busy times as they were told; they may overlap each other and our bookings.
create table external_busy (
    id uuid primary key,
    tenant_id uuid not null default current_setting('app.tenant')::uuid,
    resource_id uuid not null references resource (id) on delete cascade,
    -- Null once the connection is gone and its times were kept.
    connection_id uuid,
    external_id text not null,
    span tstzrange not null check (not isempty(span)),
    title text,
    from_at timestamptz not null generated always as (lower(span)) stored,
    to_at timestamptz not null generated always as (upper(span)) stored,
    unique (tenant_id, resource_id, connection_id, external_id)
);
create index external_busy_by_time on external_busy (tenant_id, resource_id, to_at);

create table waiting (
    id uuid primary key,
    tenant_id uuid not null default current_setting('app.tenant')::uuid,
    offering_id uuid not null references offering (id),
    resource_id uuid references resource (id),
    from_at timestamptz not null,
    to_at timestamptz not null,
    attendee_name text not null,
    attendee_email text not null,
    attendee_time_zone text,
    status text not null check (status in ('waiting', 'offered', 'accepted', 'lapsed', 'cancelled')),
    hold_id uuid references hold (id),
    created_at timestamptz not null,
    check (to_at > from_at)
);
create index waiting_in_line on waiting (tenant_id, status, id);
create index waiting_by_hold on waiting (hold_id);

do $$
declare
    name text;
begin
    foreach name in array array['holiday_list', 'resource', 'offering', 'session', 'occupied', 'hold',
        'booking', 'seat', 'external_calendar', 'external_busy', 'waiting']
    loop
        execute format('alter table %I enable row level security', name);
        execute format('alter table %I force row level security', name);
        execute format('create policy tenant on %I using '
            || '(tenant_id = nullif(current_setting(''app.tenant'', true), '''')::uuid)', name);
    end loop;
end $$;

-- The sweep of expired holds looks for the tenants that have any.
create policy system on hold for select using (current_setting('app.system', true) = 'on');
