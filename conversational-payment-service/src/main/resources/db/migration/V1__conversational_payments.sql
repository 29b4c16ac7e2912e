create table catalogue_item (
    id uuid primary key,
    tenant_id uuid not null default current_setting('app.tenant')::uuid,
    name text not null,
    other_names text[] not null default '{}',
    kind text not null check (kind in ('product', 'deposit', 'voucher')),
    -- Without a price the visitor names the amount; a product always has one.
    price numeric(19, 4) check (price > 0),
    currency char(3),
    active boolean not null default true,
    created_at timestamptz not null,
    check ((price is null) = (currency is null)),
    check (kind <> 'product' or price is not null)
);
create unique index catalogue_item_name on catalogue_item (tenant_id, lower(name)) where active;

-- What was promised. Only how far it has come may change, never what it says.
create table quote (
    id uuid primary key,
    tenant_id uuid not null default current_setting('app.tenant')::uuid,
    conversation_id text,
    agent_id text,
    visitor_id text,
    visitor_name text,
    visitor_email text,
    slot_resource uuid,
    slot_start timestamptz,
    slot_end timestamptz,
    slot_hold uuid,
    total numeric(19, 4) not null check (total > 0),
    currency char(3) not null,
    policy_version int not null,
    hash text not null,
    expires_at timestamptz not null,
    payable_until timestamptz not null,
    created_at timestamptz not null,
    status text not null default 'draft' check (status in ('draft', 'open', 'withdrawn',
        'awaiting_approval', 'awaiting_payment', 'paying', 'requires_action', 'paid',
        'partially_refunded', 'refunded', 'failed', 'rejected', 'expired')),
    payment_id uuid,
    failure_code text,
    failure_message text
);
create index quote_of_tenant on quote (tenant_id, id);
create index quote_of_conversation on quote (tenant_id, conversation_id);

create table quote_line (
    quote_id uuid not null references quote (id),
    position int not null,
    tenant_id uuid not null default current_setting('app.tenant')::uuid,
    item_id uuid not null,
    name text not null,
    quantity int not null check (quantity > 0),
    unit_price numeric(19, 4) not null check (unit_price > 0),
    currency char(3) not null,
    primary key (quote_id, position)
);

-- The token itself is nowhere: only its SHA-256.
create table confirmation_token (
    token_hash text primary key,
    tenant_id uuid not null default current_setting('app.tenant')::uuid,
    quote_id uuid not null references quote (id),
    quote_hash text not null,
    visitor text,
    expires_at timestamptz not null,
    used_at timestamptz
);
create index confirmation_token_of_quote on confirmation_token (quote_id);

-- What a confirmation has begun; written before payment-service hears of it.
create table payment_intent (
    quote_id uuid primary key references quote (id),
    tenant_id uuid not null default current_setting('app.tenant')::uuid,
    payment_method text,
    call_key text not null,
    confirmed_by text not null,
    attempts int not null default 0,
    payment jsonb,
    link_id uuid,
    link_url text,
    created_at timestamptz not null
);

create table spend_policy (
    tenant_id uuid not null default current_setting('app.tenant')::uuid,
    version int not null,
    content jsonb not null,
    changed_by text not null,
    changed_at timestamptz not null,
    primary key (tenant_id, version)
);
-- Says that there is a policy, so that a missing one is an error and not the default.
create table spend_policy_head (
    tenant_id uuid primary key default current_setting('app.tenant')::uuid,
    version int not null
);

create table spend_counter (
    tenant_id uuid not null default current_setting('app.tenant')::uuid,
    scope text not null,
    name text not null,
    currency char(3) not null,
    amount numeric(19, 4) not null check (amount >= 0),
    primary key (tenant_id, scope, name, currency)
);
create table spend_reservation (
    quote_id uuid not null references quote (id),
    scope text not null,
    name text not null,
    tenant_id uuid not null default current_setting('app.tenant')::uuid,
    amount numeric(19, 4) not null,
    currency char(3) not null,
    primary key (quote_id, scope)
);

create table approval (
    id uuid primary key,
    tenant_id uuid not null default current_setting('app.tenant')::uuid,
    quote_id uuid not null unique references quote (id),
    amount numeric(19, 4) not null,
    currency char(3) not null,
    status text not null check (status in ('open', 'approved', 'rejected', 'expired')),
    requested_by text not null,
    requested_at timestamptz not null,
    expires_at timestamptz not null,
    decided_by text,
    decided_at timestamptz,
    reason text
);
create index approval_of_tenant on approval (tenant_id, id);

create table dialogue (
    id uuid primary key,
    tenant_id uuid not null default current_setting('app.tenant')::uuid,
    conversation_id text not null,
    agent_id text,
    visitor_id text,
    visitor_name text,
    visitor_email text,
    locale text not null,
    currency char(3),
    state jsonb not null,
    quote_id uuid references quote (id),
    version int not null default 0,
    expires_at timestamptz not null,
    created_at timestamptz not null
);

create table payment_link (
    id uuid primary key,
    tenant_id uuid not null default current_setting('app.tenant')::uuid,
    provider_link_id uuid,
    description text not null,
    amount numeric(19, 4) not null check (amount > 0),
    currency char(3) not null,
    status text not null check (status in ('begun', 'open', 'paid', 'expired', 'deactivated')),
    url text,
    payment_id uuid,
    expires_at timestamptz not null,
    created_by text not null,
    created_at timestamptz not null
);
create index payment_link_of_tenant on payment_link (tenant_id, id);
create unique index payment_link_at_provider on payment_link (provider_link_id);

-- payment-service's payments, as its events tell of them: for search, overview and exports.
create table recorded_payment (
    payment_id uuid primary key,
    tenant_id uuid not null default current_setting('app.tenant')::uuid,
    status text not null,
    amount numeric(19, 4) not null,
    captured numeric(19, 4) not null,
    refunded numeric(19, 4) not null,
    currency char(3) not null,
    provider text,
    reference text,
    quote_id uuid,
    link_id uuid,
    failure_code text,
    failure_message text,
    disputed boolean not null default false,
    dispute_told_at timestamptz,
    first_seen_at timestamptz not null,
    captured_at timestamptz
);
create index recorded_payment_by_time on recorded_payment (tenant_id, first_seen_at);

-- A refund that was asked for; it counts against the rules until it is known to have failed.
create table refund_intent (
    id uuid primary key,
    tenant_id uuid not null default current_setting('app.tenant')::uuid,
    payment_id uuid not null references recorded_payment (payment_id),
    call_key text not null,
    amount numeric(19, 4) not null check (amount > 0),
    currency char(3) not null,
    status text not null check (status in ('begun', 'done', 'failed')),
    created_at timestamptz not null,
    unique (tenant_id, call_key)
);

create table receipt_sequence (
    tenant_id uuid not null default current_setting('app.tenant')::uuid,
    kind text not null,
    year int not null,
    last int not null,
    primary key (tenant_id, kind, year)
);
create table receipt (
    id uuid primary key,
    tenant_id uuid not null default current_setting('app.tenant')::uuid,
    kind text not null check (kind in ('receipt', 'credit_note')),
    number text not null,
    payment_id uuid not null,
    quote_id uuid,
    amount numeric(19, 4) not null check (amount > 0),
    currency char(3) not null,
    content jsonb not null,
    issued_at timestamptz not null,
    unique (tenant_id, number)
);
create unique index one_receipt_per_payment on receipt (payment_id) where kind = 'receipt';
create index receipt_of_tenant on receipt (tenant_id, id);

create table business_profile (
    tenant_id uuid primary key default current_setting('app.tenant')::uuid,
    name text not null,
    address text
);

create table audit_entry (
    id uuid primary key,
    tenant_id uuid not null default current_setting('app.tenant')::uuid,
    at timestamptz not null,
    subject text not null,
    action text not null,
    about text not null,
    detail jsonb not null
);
create index audit_entry_of_tenant on audit_entry (tenant_id, id);

do $$
declare
    each text;
begin
    foreach each in array array['catalogue_item', 'quote', 'quote_line', 'confirmation_token',
            'payment_intent', 'spend_policy', 'spend_policy_head', 'spend_counter',
            'spend_reservation', 'approval', 'dialogue', 'payment_link', 'recorded_payment',
            'refund_intent', 'receipt_sequence', 'receipt', 'business_profile', 'audit_entry'] loop
        execute format('alter table %I enable row level security', each);
        execute format('alter table %I force row level security', each);
        execute format('create policy tenant on %I using'
            || ' (tenant_id = nullif(current_setting(''app.tenant'', true), '''')::uuid)', each);
    end loop;
    foreach each in array array['quote_line', 'spend_policy', 'receipt', 'audit_entry'] loop
        execute format('revoke update, delete, truncate on %I from %I', each,
            '${flyway:defaultSchema}_app');
    end loop;
end
$$;

revoke update, delete, truncate on quote from ${flyway:defaultSchema}_app;
grant update (status, payment_id, failure_code, failure_message) on quote
    to ${flyway:defaultSchema}_app;
revoke update, delete, truncate on confirmation_token from ${flyway:defaultSchema}_app;
grant update (used_at) on confirmation_token to ${flyway:defaultSchema}_app;
