-- Whether a base is the tenant's own or came with an industry pack: its own ranks first.
alter table knowledge_base
    add column origin text not null default 'own' check (origin in ('own', 'pack'));

create table fact (
    id uuid primary key,
    tenant_id uuid not null default current_setting('app.tenant')::uuid,
    kind text not null
        check (kind in ('price', 'duration', 'hours', 'phone', 'email', 'address')),
    subject text not null,
    -- The subject without case and extra blanks: what two facts are about the same by.
    subject_key text not null,
    -- Tells several hours of one subject apart; empty for the other kinds.
    slot text not null,
    value jsonb not null,
    -- The industry pack that brought it; null for the tenant's own.
    pack text,
    created_at timestamptz not null,
    changed_at timestamptz not null,
    constraint fact_once unique nulls not distinct (tenant_id, kind, subject_key, slot, pack)
);
create index fact_of_tenant on fact (tenant_id, id);

create table industry_refusal (
    id uuid primary key,
    tenant_id uuid not null default current_setting('app.tenant')::uuid,
    pack text not null,
    topic text not null,
    phrases text[] not null,
    reply text not null,
    action text not null check (action in ('refuse', 'handoff')),
    unique (tenant_id, pack, topic)
);

create table evaluation_set (
    id uuid primary key,
    tenant_id uuid not null default current_setting('app.tenant')::uuid,
    name text not null,
    pack text,
    pack_version text,
    questions int not null,
    created_at timestamptz not null
);
create index evaluation_set_of_tenant on evaluation_set (tenant_id, id);

create table evaluation_question (
    set_id uuid not null references evaluation_set (id) on delete cascade,
    position int not null,
    tenant_id uuid not null default current_setting('app.tenant')::uuid,
    question text not null,
    answerable boolean not null,
    document_id uuid,
    document_title text,
    answers text[] not null,
    primary key (set_id, position)
);

create table evaluation_run (
    id uuid primary key,
    tenant_id uuid not null default current_setting('app.tenant')::uuid,
    set_id uuid not null references evaluation_set (id) on delete cascade,
    label text,
    base_ids uuid[] not null,
    status text not null check (status in ('running', 'done', 'failed')),
    questions int not null,
    -- What was in force when the run began.
    configuration jsonb not null,
    -- How often in a row a question could not be put; back to 0 with each that could.
    failures int not null default 0,
    problem text,
    started_at timestamptz not null,
    finished_at timestamptz
);
create index evaluation_run_of_set on evaluation_run (set_id, id);
create index evaluation_run_of_tenant on evaluation_run (tenant_id, id);

create table evaluation_result (
    run_id uuid not null references evaluation_run (id) on delete cascade,
    position int not null,
    tenant_id uuid not null default current_setting('app.tenant')::uuid,
    question text not null,
    verdict text not null check (verdict in ('right', 'wrong', 'refused-right', 'refused-wrong')),
    answer text not null,
    reason text,
    cited text[] not null,
    -- Whether a citation is from the expected document; null where none is expected.
    cited_expected boolean,
    confidence double precision not null,
    millis bigint not null,
    primary key (run_id, position)
);

create table industry_installation (
    id uuid primary key,
    tenant_id uuid not null default current_setting('app.tenant')::uuid,
    name text not null,
    version text not null,
    base_id uuid not null,
    set_id uuid,
    installed_at timestamptz not null,
    upgraded_at timestamptz,
    unique (tenant_id, name)
);

-- What a pack brought: compared with what is there, it tells what the tenant has touched.
create table industry_piece (
    installation_id uuid not null references industry_installation (id) on delete cascade,
    kind text not null check (kind in ('document', 'fact')),
    -- The document's file in the pack, or the fact's kind, subject and slot.
    name text not null,
    tenant_id uuid not null default current_setting('app.tenant')::uuid,
    item_id uuid not null,
    title text not null,
    -- SHA-256 of the document's text, or the fact's value, as the pack brought it.
    content text not null,
    primary key (installation_id, kind, name)
);

do $$
declare
    name text;
begin
    foreach name in array array['fact', 'industry_refusal', 'evaluation_set',
        'evaluation_question', 'evaluation_run', 'evaluation_result', 'industry_installation',
        'industry_piece']
    loop
        execute format('alter table %I enable row level security', name);
        execute format('alter table %I force row level security', name);
        execute format(
            'create policy tenant on %I using'
            ' (tenant_id = nullif(current_setting(''app.tenant'', true), '''')::uuid)', name);
    end loop;
end
$$;
