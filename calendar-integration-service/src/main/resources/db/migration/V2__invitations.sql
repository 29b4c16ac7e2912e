-- A secret address under which a calendar program reads the bookings of a resource.
create table feed (
    resource_id uuid primary key references resource (id) on delete cascade,
    tenant_id uuid not null default current_setting('app.tenant')::uuid,
    -- SHA-256; the token itself is shown once and not kept.
    token_hash bytea not null unique,
    details text not null check (details in ('busy', 'full')),
    created_at timestamptz not null,
    last_read_at timestamptz
);

-- Mail to attendees, written together with what it tells of.
create table message (
    id uuid primary key,
    tenant_id uuid not null default current_setting('app.tenant')::uuid,
    kind text not null
        check (kind in ('confirmation', 'change', 'cancellation', 'reminder', 'offer')),
    booking_id uuid references booking (id) on delete cascade,
    recipient_name text not null,
    recipient_address text not null,
    subject text not null,
    body text not null,
    calendar text,
    calendar_method text check (calendar_method in ('REQUEST', 'CANCEL')),
    -- Held: nobody carries mail here; it stays to be read.
    state text not null check (state in ('queued', 'sent', 'failed', 'held')),
    attempts int not null default 0,
    problem text,
    created_at timestamptz not null,
    next_attempt_at timestamptz,
    sent_at timestamptz,
    check ((calendar is null) = (calendar_method is null))
);
create index message_of_tenant on message (tenant_id, id);
create index message_by_state on message (tenant_id, state, id);
create index message_of_booking on message (booking_id);

-- When to remind; without an offering for all that have no row of their own.
create table reminder_setting (
    id uuid primary key,
    tenant_id uuid not null default current_setting('app.tenant')::uuid,
    offering_id uuid references offering (id) on delete cascade,
    minutes_before int[] not null,
    unique nulls not distinct (tenant_id, offering_id)
);

-- The key makes a reminder happen once, whoever sends it.
create table reminder (
    booking_id uuid not null references booking (id) on delete cascade,
    sequence int not null,
    minutes_before int not null,
    tenant_id uuid not null default current_setting('app.tenant')::uuid,
    due_at timestamptz not null,
    state text not null check (state in ('planned', 'sent', 'dropped')),
    message_id uuid references message (id) on delete set null,
    primary key (booking_id, sequence, minutes_before)
);

do $$
declare
    name text;
begin
    foreach name in array array['feed', 'message', 'reminder_setting', 'reminder']
    loop
        execute format('alter table %I enable row level security', name);
        execute format('alter table %I force row level security', name);
        execute format('create policy tenant on %I using '
            || '(tenant_id = nullif(current_setting(''app.tenant'', true), '''')::uuid)', name);
    end loop;
end $$;

-- Whoever knows a token has no tenant yet: the row tells which.
create policy system on feed for select using (current_setting('app.system', true) = 'on');
