create table note (
    id uuid primary key,
    tenant_id uuid not null default current_setting('app.tenant')::uuid,
    text text not null
);
alter table note enable row level security;
alter table note force row level security;
create policy tenant on note using (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
