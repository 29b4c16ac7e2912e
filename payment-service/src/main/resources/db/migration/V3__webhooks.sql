-- Messages of providers as they came, each once.
create table webhook (
    id uuid primary key,
    tenant_id uuid not null default current_setting('app.tenant')::uuid,
    account_id uuid not null references provider_account (id),
    provider text not null,
    notice_id text not null,
    type text not null,
    body bytea not null,
    headers jsonb not null,
    -- What the body told when it was verified: the secret may have been replaced since.
    facts jsonb not null,
    status text not null check (status in ('received', 'processed', 'ignored')),
    reason text,
    payment_id uuid,
    received_at timestamptz not null,
    processed_at timestamptz,
    -- When it is tried again; null once it is settled.
    due_at timestamptz,
    attempts int not null default 0,
    unique (provider, account_id, notice_id)
);
create index webhook_of_tenant on webhook (tenant_id, id);
create index webhook_due on webhook (due_at) where due_at is not null;

alter table webhook enable row level security;
alter table webhook force row level security;
create policy tenant on webhook
    using (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
create policy system on webhook for select using (current_setting('app.system', true) = 'on');

-- What a comparison of a provider's book with the ledger found.
create table reconciliation (
    id uuid primary key,
    tenant_id uuid not null default current_setting('app.tenant')::uuid,
    account_id uuid not null references provider_account (id),
    provider text not null,
    live boolean not null,
    from_time timestamptz not null,
    to_time timestamptz not null,
    compared int not null,
    differences jsonb not null,
    created_at timestamptz not null
);
create index reconciliation_of_tenant on reconciliation (tenant_id, id);
alter table reconciliation enable row level security;
alter table reconciliation force row level security;
create policy tenant on reconciliation
    using (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
