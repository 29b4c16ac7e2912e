-- Postings are checked once for each statement that adds some: it must leave its transactions
-- balanced, in one currency each, and in accounts of their own tenant.
create function ledger_postings_balance() returns trigger language plpgsql as $$
declare
    wrong record;
begin
    for wrong in
        select p.transaction_id, p.currency, sum(p.amount) as sum,
               bool_or(a.id is null or a.currency <> p.currency) as mixed,
               bool_or(a.tenant_id <> p.tenant_id or t.tenant_id <> p.tenant_id) as foreign
        from ledger_posting p
        left join ledger_account a on a.id = p.account_id
        join ledger_transaction t on t.id = p.transaction_id
        where p.transaction_id in (select transaction_id from posted)
        group by p.transaction_id, p.currency
        having sum(p.amount) <> 0
            or bool_or(a.id is null or a.currency <> p.currency
                or a.tenant_id <> p.tenant_id or t.tenant_id <> p.tenant_id)
    loop
        if wrong.sum <> 0 then
            raise exception 'ledger transaction % is off by % %',
                wrong.transaction_id, wrong.sum, wrong.currency using errcode = 'check_violation';
        end if;
        raise exception 'ledger transaction % mixes currencies or tenants', wrong.transaction_id
            using errcode = 'check_violation';
    end loop;
    return null;
end $$;

create function ledger_has_postings() returns trigger language plpgsql as $$
begin
    if not exists (select from ledger_posting where transaction_id = new.id) then
        raise exception 'ledger transaction % has no postings', new.id
            using errcode = 'check_violation';
    end if;
    return null;
end $$;

drop trigger ledger_posting_balances on ledger_posting;
drop trigger ledger_transaction_balances on ledger_transaction;
drop function ledger_balances();
create trigger ledger_postings_balance after insert on ledger_posting
    referencing new table as posted for each statement execute function ledger_postings_balance();
create constraint trigger ledger_has_postings after insert on ledger_transaction
    deferrable initially deferred for each row execute function ledger_has_postings();

-- The check above finds accounts, which nobody can delete; a foreign key would lock the same few
-- rows for every payment.
alter table ledger_posting drop constraint ledger_posting_account_id_fkey;

-- A link whose time has come is closed at its provider, once.
alter table payment_link add column idempotency_key text;
alter table payment_link add column request_hash text;
alter table payment_link add column return_url text;
alter table payment_link add column close_at timestamptz;
alter table payment_link add column closed_at timestamptz;
alter table payment_link add column checks int not null default 0;
create unique index payment_link_of_key on payment_link (tenant_id, idempotency_key);
create index payment_link_to_close on payment_link (close_at) where close_at is not null;
create policy system on payment_link for select using (current_setting('app.system', true) = 'on');
alter table payment_link no force row level security;
update payment_link set close_at = expires_at, closed_at = case when deactivated then created_at end
where expires_at is not null or deactivated;
alter table payment_link force row level security;

alter table payment_customer add column idempotency_key text;
alter table payment_customer add column request_hash text;
alter table payment_customer alter column reference drop not null;
create unique index payment_customer_of_key on payment_customer (tenant_id, idempotency_key);
