-- Facts waiting for the broker. A row is written in the transaction of the change that it tells of.
create table outbox (
    id uuid primary key,
    tenant_id uuid default nullif(current_setting('app.tenant', true), '')::uuid,
    type text not null,
    subject text not null,
    time timestamptz not null,
    traceparent text,
    data json not null,
    published_at timestamptz
);

alter table outbox enable row level security;
alter table outbox force row level security;

-- A fact of the platform itself has no tenant; work without a tenant sees those alone.
create policy tenant on outbox
    using (tenant_id is not distinct from nullif(current_setting('app.tenant', true), '')::uuid);
create policy system on outbox using (current_setting('app.system', true) = 'on');

create index outbox_pending on outbox (id) where published_at is null;
create index outbox_published on outbox (published_at) where published_at is not null;

-- What was handled, so that a redelivered event changes nothing. Ids only: no tenant's content.
create table inbox (
    event_id text not null,
    handler text not null,
    handled_at timestamptz not null,
    primary key (event_id, handler)
);

create index inbox_handled on inbox (handled_at);
