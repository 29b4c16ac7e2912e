-- The sandbox is a provider of its own: nothing outside its package reads these tables.
create table sandbox_charge (
    id uuid primary key,
    tenant_id uuid not null default current_setting('app.tenant')::uuid,
    reference text not null,
    key text not null,
    payment_id uuid not null,
    amount numeric(19, 4) not null,
    currency char(3) not null,
    manual_capture boolean not null,
    method text not null,
    return_url text,
    -- Of the page where the payer authenticates.
    token text unique,
    created_at timestamptz not null,
    unique (tenant_id, key),
    unique (tenant_id, reference)
);
create index sandbox_charge_of_payment on sandbox_charge (tenant_id, payment_id);

-- The sandbox's book: what happened to a charge, and what moved on the account.
create table sandbox_entry (
    id uuid primary key,
    tenant_id uuid not null default current_setting('app.tenant')::uuid,
    charge_id uuid not null references sandbox_charge (id),
    kind text not null,
    reference text not null,
    -- Under which the work was asked for; asked again, it is not done again.
    key text,
    amount numeric(19, 4) not null,
    fee numeric(19, 4) not null,
    detail text,
    at timestamptz not null,
    unique (charge_id, kind, reference)
);
create index sandbox_entry_of_key on sandbox_entry (tenant_id, key) where key is not null;
create index sandbox_entry_at on sandbox_entry (tenant_id, at);

create table sandbox_webhook (
    id uuid primary key,
    tenant_id uuid not null default current_setting('app.tenant')::uuid,
    body text not null,
    due_at timestamptz not null,
    attempts int not null default 0
);
create index sandbox_webhook_due on sandbox_webhook (due_at, id);

create table sandbox_faults (
    tenant_id uuid primary key default current_setting('app.tenant')::uuid,
    content jsonb not null
);

create table sandbox_link (
    id uuid primary key,
    tenant_id uuid not null default current_setting('app.tenant')::uuid,
    token text not null unique,
    key text not null,
    payment_id uuid not null,
    amount numeric(19, 4) not null,
    currency char(3) not null,
    description text not null,
    manual_capture boolean not null,
    expires_at timestamptz,
    return_url text,
    closed boolean not null default false,
    charge_id uuid references sandbox_charge (id),
    unique (tenant_id, key)
);

create table sandbox_customer (
    id uuid primary key,
    tenant_id uuid not null default current_setting('app.tenant')::uuid,
    reference text not null,
    key text not null,
    unique (tenant_id, key)
);

create table sandbox_method (
    id uuid primary key,
    tenant_id uuid not null default current_setting('app.tenant')::uuid,
    customer_reference text not null,
    reference text not null,
    key text not null,
    payment_method text not null,
    unique (tenant_id, key)
);

do $$
declare
    name text;
begin
    foreach name in array array['sandbox_charge', 'sandbox_entry', 'sandbox_webhook',
        'sandbox_faults', 'sandbox_link', 'sandbox_customer', 'sandbox_method']
    loop
        execute format('alter table %I enable row level security', name);
        execute format('alter table %I force row level security', name);
        execute format('create policy tenant on %I using '
            '(tenant_id = nullif(current_setting(''app.tenant'', true), '''')::uuid)', name);
    end loop;
end $$;

-- A payer's browser brings a token and no tenant.
create policy system on sandbox_charge for select using (current_setting('app.system', true) = 'on');
create policy system on sandbox_link for select using (current_setting('app.system', true) = 'on');
create policy system on sandbox_webhook for select using (current_setting('app.system', true) = 'on');
