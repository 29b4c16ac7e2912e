-- What a tenant may spend on language models in a calendar month (UTC); the empty agent is all of it.
create table model_budget (
    tenant_id uuid not null default current_setting('app.tenant')::uuid,
    agent_id text not null,
    amount numeric(19, 6) not null check (amount >= 0),
    primary key (tenant_id, agent_id)
);

-- One call each: reserved at worst case before it, settled to what it cost after it. One that its
-- process did not live to settle stops counting when it expires, which is after any call has ended.
create table model_spend (
    id uuid primary key,
    tenant_id uuid not null default current_setting('app.tenant')::uuid,
    agent_id text not null,
    model text not null,
    reserved numeric(19, 6) not null check (reserved >= 0),
    settled numeric(19, 6) check (settled >= 0),
    input_tokens int,
    output_tokens int,
    created_at timestamptz not null,
    expires_at timestamptz not null
);
create index model_spend_of_tenant on model_spend (tenant_id, created_at);

alter table model_budget enable row level security;
alter table model_budget force row level security;
create policy tenant on model_budget
    using (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);

alter table model_spend enable row level security;
alter table model_spend force row level security;
create policy tenant on model_spend
    using (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
