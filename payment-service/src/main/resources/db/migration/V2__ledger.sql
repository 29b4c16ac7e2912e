create table ledger_account (
    -- Follows from the other columns, so that two writers name a new account alike.
    id uuid primary key,
    tenant_id uuid not null default current_setting('app.tenant')::uuid,
    provider text not null,
    live boolean not null,
    kind text not null check (kind in ('provider_balance', 'receivable', 'revenue', 'fees',
        'refunds', 'disputes', 'losses')),
    currency char(3) not null,
    unique (tenant_id, provider, live, kind, currency)
);

-- One for every fact that moves money.
create table ledger_transaction (
    id uuid primary key,
    tenant_id uuid not null default current_setting('app.tenant')::uuid,
    payment_id uuid not null references payment (id),
    identity text not null,
    at timestamptz not null,
    booked_at timestamptz not null,
    unique (tenant_id, payment_id, identity)
);
create index ledger_transaction_booked on ledger_transaction (tenant_id, booked_at);

create table ledger_posting (
    id uuid primary key,
    tenant_id uuid not null default current_setting('app.tenant')::uuid,
    transaction_id uuid not null references ledger_transaction (id),
    account_id uuid not null references ledger_account (id),
    -- Debit positive, credit negative.
    amount numeric(19, 4) not null check (amount <> 0),
    currency char(3) not null
);
create index ledger_posting_of_transaction on ledger_posting (transaction_id);
create index ledger_posting_of_account on ledger_posting (account_id, id);

create function ledger_balances() returns trigger language plpgsql as $$
declare
    touched uuid;
    found boolean := false;
    total record;
begin
    if tg_table_name = 'ledger_posting' then
        touched := new.transaction_id;
    else
        touched := new.id;
    end if;
    for total in
        select p.currency, sum(p.amount) as sum, bool_or(a.currency <> p.currency) as mixed,
               bool_or(a.tenant_id <> p.tenant_id or t.tenant_id <> p.tenant_id) as foreign
        from ledger_posting p
        join ledger_account a on a.id = p.account_id
        join ledger_transaction t on t.id = p.transaction_id
        where p.transaction_id = touched group by p.currency
    loop
        found := true;
        if total.sum <> 0 then
            raise exception 'ledger transaction % is off by % %', touched, total.sum, total.currency
                using errcode = 'check_violation';
        end if;
        if total.mixed or total.foreign then
            raise exception 'ledger transaction % mixes currencies or tenants', touched
                using errcode = 'check_violation';
        end if;
    end loop;
    if not found then
        raise exception 'ledger transaction % has no postings', touched
            using errcode = 'check_violation';
    end if;
    return null;
end $$;

create constraint trigger ledger_posting_balances after insert on ledger_posting
    deferrable initially deferred for each row execute function ledger_balances();
create constraint trigger ledger_transaction_balances after insert on ledger_transaction
    deferrable initially deferred for each row execute function ledger_balances();

-- What was booked stays booked, for the owner of the tables too.
create function ledger_is_append_only() returns trigger language plpgsql as $$
begin
    raise exception 'the ledger is append-only: % of % is refused', tg_op, tg_table_name
        using errcode = 'insufficient_privilege';
end $$;

do $$
declare
    name text;
    app text := replace(current_schema(), '"', '') || '_app';
begin
    foreach name in array array['ledger_account', 'ledger_transaction', 'ledger_posting'] loop
        execute format('alter table %I enable row level security', name);
        execute format('alter table %I force row level security', name);
        execute format('create policy tenant on %I using '
            '(tenant_id = nullif(current_setting(''app.tenant'', true), '''')::uuid)', name);
        execute format('create trigger append_only before update or delete or truncate on %I '
            'for each statement execute function ledger_is_append_only()', name);
        execute format('revoke update, delete, truncate on %I from %I', name, app);
    end loop;
    execute format('revoke update, delete, truncate on payment_fact from %I', app);
end $$;
create trigger append_only before update or delete or truncate on payment_fact
    for each statement execute function ledger_is_append_only();
