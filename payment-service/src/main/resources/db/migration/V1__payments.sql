-- A tenant's accounts at providers. One that was replaced stays for the payments that it took.
create table provider_account (
    id uuid primary key,
    tenant_id uuid not null default current_setting('app.tenant')::uuid,
    provider text not null,
    live boolean not null,
    active boolean not null,
    -- Sealed for this tenant and row; webhook secrets newest first, one a line.
    secret_key bytea not null,
    secret_last4 text not null,
    publishable_key text,
    webhook_secrets bytea not null,
    webhook_count int not null,
    statement_descriptor text,
    account_reference text,
    checked_at timestamptz,
    created_at timestamptz not null,
    unique (tenant_id, provider, live)
);
create unique index provider_account_active on provider_account (tenant_id, provider) where active;
create index provider_account_of_provider on provider_account (provider, id);

-- What a tenant accepts; without a row the defaults hold, as version 0.
create table payment_terms (
    tenant_id uuid primary key default current_setting('app.tenant')::uuid,
    version bigint not null,
    content jsonb not null,
    changed_by text not null,
    changed_at timestamptz not null
);

create table payment_terms_audit (
    id uuid primary key,
    tenant_id uuid not null default current_setting('app.tenant')::uuid,
    version bigint not null,
    changed_by text not null,
    changed_at timestamptz not null,
    changes jsonb not null
);
create index payment_terms_audit_of_tenant on payment_terms_audit (tenant_id, id);

-- What a quote of the conversational-payment-service binds a payment to.
create table payment_quote (
    tenant_id uuid not null default current_setting('app.tenant')::uuid,
    id uuid not null,
    amount numeric(19, 4) not null,
    currency char(3) not null,
    hash text not null,
    expires_at timestamptz not null,
    reference text,
    withdrawn boolean not null default false,
    -- The one payment that lives on this quote; a failed or cancelled one frees it.
    payment_id uuid,
    created_at timestamptz not null,
    primary key (tenant_id, id)
);
create index payment_quote_of_payment on payment_quote (tenant_id, payment_id);

create table payment_customer (
    id uuid primary key,
    tenant_id uuid not null default current_setting('app.tenant')::uuid,
    account_id uuid not null references provider_account (id),
    reference text not null,
    name text,
    email text,
    created_at timestamptz not null
);
create index payment_customer_of_tenant on payment_customer (tenant_id, id);

create table payment (
    id uuid primary key,
    tenant_id uuid not null default current_setting('app.tenant')::uuid,
    account_id uuid not null references provider_account (id),
    provider text not null,
    live boolean not null,
    amount numeric(19, 4) not null check (amount > 0),
    currency char(3) not null,
    manual_capture boolean not null,
    payment_method text not null,
    reference text,
    description text,
    metadata jsonb not null,
    return_url text,
    customer_id uuid references payment_customer (id),
    quote_id uuid,
    link_id uuid,
    -- Outlives the starter's key: a crash between charge and answer cannot charge twice.
    idempotency_key text not null,
    request_hash text not null,
    created_at timestamptz not null,
    -- From here on: what follows from payment_fact, kept for lists and filters.
    status text not null,
    captured numeric(19, 4) not null default 0,
    refunded numeric(19, 4) not null default 0,
    capturable numeric(19, 4) not null default 0,
    disputed numeric(19, 4) not null default 0,
    provider_reference text,
    failure_code text,
    failure_message text,
    action_url text,
    changed_at timestamptz not null,
    -- When the provider is to be asked what became of it; null once it told.
    check_at timestamptz,
    checks int not null default 0,
    silent boolean not null default false,
    unique (tenant_id, idempotency_key)
);
create index payment_of_tenant on payment (tenant_id, id);
create index payment_of_reference on payment (tenant_id, reference) where reference is not null;
create index payment_at_provider on payment (tenant_id, provider_reference)
    where provider_reference is not null;
create index payment_to_check on payment (check_at) where check_at is not null;

-- What happened, each once. Status, totals and ledger follow from these rows alone.
create table payment_fact (
    id uuid primary key,
    tenant_id uuid not null default current_setting('app.tenant')::uuid,
    payment_id uuid not null references payment (id),
    identity text not null,
    kind text not null,
    at timestamptz not null,
    content jsonb not null,
    recorded_at timestamptz not null,
    unique (payment_id, identity)
);

-- What we asked the provider to do with a payment, written down before it is asked.
create table payment_movement (
    id uuid primary key,
    tenant_id uuid not null default current_setting('app.tenant')::uuid,
    payment_id uuid not null references payment (id),
    kind text not null check (kind in ('capture', 'refund', 'cancellation')),
    amount numeric(19, 4) not null,
    currency char(3) not null,
    last boolean not null default false,
    reason text,
    idempotency_key text not null,
    request_hash text not null,
    state text not null check (state in ('asked', 'unknown', 'done', 'refused')),
    problem text,
    created_at timestamptz not null,
    changed_at timestamptz not null,
    check_at timestamptz,
    checks int not null default 0,
    unique (tenant_id, idempotency_key)
);
create index payment_movement_of_payment on payment_movement (payment_id);
create index payment_movement_to_check on payment_movement (check_at) where check_at is not null;

create table payment_dispute (
    id uuid primary key,
    tenant_id uuid not null default current_setting('app.tenant')::uuid,
    payment_id uuid not null references payment (id),
    reference text not null,
    amount numeric(19, 4) not null,
    currency char(3) not null,
    status text not null check (status in ('open', 'won', 'lost')),
    reason text,
    evidence_due_by timestamptz,
    evidence_sent_at timestamptz,
    opened_at timestamptz not null,
    closed_at timestamptz,
    unique (payment_id, reference)
);
create index payment_dispute_of_tenant on payment_dispute (tenant_id, id);

create table payment_link (
    id uuid primary key,
    tenant_id uuid not null default current_setting('app.tenant')::uuid,
    account_id uuid not null references provider_account (id),
    amount numeric(19, 4) not null,
    currency char(3) not null,
    description text not null,
    reference text,
    metadata jsonb not null,
    quote_id uuid,
    manual_capture boolean not null,
    link_reference text,
    url text,
    deactivated boolean not null default false,
    expires_at timestamptz,
    created_at timestamptz not null
);
create index payment_link_of_tenant on payment_link (tenant_id, id);

do $$
declare
    name text;
begin
    foreach name in array array['provider_account', 'payment_terms', 'payment_terms_audit',
        'payment_quote', 'payment_customer', 'payment', 'payment_fact', 'payment_movement',
        'payment_dispute', 'payment_link']
    loop
        execute format('alter table %I enable row level security', name);
        execute format('alter table %I force row level security', name);
        execute format('create policy tenant on %I using '
            '(tenant_id = nullif(current_setting(''app.tenant'', true), '''')::uuid)', name);
    end loop;
end $$;

-- Background work looks for what is due, and a webhook for the account that it belongs to.
create policy system on provider_account for select using (current_setting('app.system', true) = 'on');
create policy system on payment for select using (current_setting('app.system', true) = 'on');
create policy system on payment_movement for select using (current_setting('app.system', true) = 'on');
