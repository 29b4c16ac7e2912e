-- The answers of calls with an Idempotency-Key, written in the transaction of the call's own changes.
create table idempotency_key (
    tenant_id uuid default nullif(current_setting('app.tenant', true), '')::uuid,
    subject text not null,
    key text not null,
    -- SHA-256 over method, path, query and body: the same key must mean the same call.
    fingerprint text not null,
    created_at timestamptz not null,
    -- Null while a call that uses several transactions is running.
    status smallint,
    location text,
    content_type text,
    -- Null where the answer was streamed or too large to be kept.
    body bytea,
    unique nulls not distinct (tenant_id, subject, key)
);

alter table idempotency_key enable row level security;
alter table idempotency_key force row level security;

-- An operator who acts for no tenant has keys too.
create policy tenant on idempotency_key
    using (tenant_id is not distinct from nullif(current_setting('app.tenant', true), '')::uuid);
create policy system on idempotency_key using (current_setting('app.system', true) = 'on');

create index idempotency_key_created on idempotency_key (created_at);
