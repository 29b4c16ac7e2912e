-- Versions of documents, documents from the web, and whole websites.

alter table document
    -- The newest version; 0 while the first content of a web address is still to be fetched.
    add column version int not null default 1 check (version >= 0),
    -- The version that the index holds; null until one was ready.
    add column searchable_version int,
    -- The version whose chunks are staged.
    add column staged_version int,
    -- A new version failed after it had replaced chunks: the searchable one is put back.
    add column restoring boolean not null default false,
    -- The index may hold chunks of another version than the searchable one.
    add column dirty boolean not null default false,
    -- Counts what was queued, so that work on something older stops.
    add column round int not null default 0,
    add column failures int not null default 0,
    add column due_at timestamptz not null default now(),
    add column source text not null default 'upload'
        check (source in ('upload', 'text', 'url', 'website')),
    add column url text,
    add column final_url text,
    add column fetch_due boolean not null default false,
    add column etag text,
    add column last_modified text,
    add column website_id uuid,
    add check ((source in ('url', 'website')) = (url is not null)),
    drop constraint document_base_id_content_hash_key;

create unique index document_content on document (base_id, content_hash)
    where source in ('upload', 'text');
create unique index document_url on document (base_id, url) where source = 'url';
create index document_of_website on document (website_id) where website_id is not null;
create index document_in_work on document (tenant_id, due_at)
    where restoring or status in ('queued', 'parsing', 'embedding');

create table document_version (
    document_id uuid not null references document (id) on delete cascade,
    version int not null check (version > 0),
    tenant_id uuid not null default current_setting('app.tenant')::uuid,
    -- As the version itself names it; null until it is read.
    title text,
    file_name text not null,
    media_type text not null,
    content_hash text not null,
    size bigint not null,
    source text not null check (source in ('upload', 'text', 'url', 'website')),
    created_at timestamptz not null,
    primary key (document_id, version)
);

alter table document_part add column version int not null default 1;
alter table document_part drop constraint document_part_pkey;
alter table document_part add primary key (document_id, version, part);

alter table staged_chunk add column sent boolean not null default false;

-- The rows of all tenants: row-level security would hide them from this migration.
alter table document no force row level security;
update document set searchable_version = 1 where status = 'ready';
update document set staged_version = 1 where status = 'embedding';
insert into document_version (document_id, version, tenant_id, title, file_name, media_type,
        content_hash, size, source, created_at)
    select id, 1, tenant_id, title, file_name, media_type, content_hash, size, source, created_at
    from document;
alter table document force row level security;

alter table document_version enable row level security;
alter table document_version force row level security;
create policy tenant on document_version
    using (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);

create table website (
    id uuid primary key,
    tenant_id uuid not null default current_setting('app.tenant')::uuid,
    base_id uuid not null references knowledge_base (id) on delete cascade,
    url text not null,
    max_pages int not null check (max_pages between 1 and 5000),
    max_depth int not null check (max_depth between 0 and 20),
    include text[] not null,
    exclude text[] not null,
    -- ISO 8601; null for never.
    refresh text,
    status text not null check (status in ('queued', 'crawling', 'ready', 'failed')),
    -- Counts crawls, so that a page knows in which it was last seen.
    crawl int not null default 0,
    -- The rules of the crawl at hand; null until they are read.
    robots bytea,
    robots_tries int not null default 0,
    -- Another crawl was asked for while one is under way.
    again boolean not null default false,
    -- Addresses beyond the limit of pages, which were not kept.
    beyond int not null default 0,
    problem_type text,
    problem_title text,
    problem_detail text,
    last_crawled_at timestamptz,
    next_crawl_at timestamptz,
    created_at timestamptz not null,
    unique (base_id, url)
);
create index website_of_base on website (base_id, id);
alter table document
    add foreign key (website_id) references website (id) on delete set null;

create table website_page (
    id uuid primary key,
    tenant_id uuid not null default current_setting('app.tenant')::uuid,
    website_id uuid not null references website (id) on delete cascade,
    url text not null,
    -- The address without its query, to notice one page under endless queries.
    path text not null,
    kind text not null check (kind in ('page', 'sitemap')),
    depth int not null,
    state text not null check (state in ('waiting', 'fetched', 'failed', 'skipped')),
    reason text,
    crawl int not null,
    tries int not null default 0,
    -- How many crawls in a row found it gone.
    misses int not null default 0,
    document_id uuid references document (id) on delete set null,
    etag text,
    last_modified text,
    fetched_at timestamptz,
    unique (website_id, url)
);
create index website_page_waiting on website_page (website_id, kind, depth, id)
    where state = 'waiting';
create index website_page_path on website_page (website_id, path);
create index website_page_document on website_page (document_id);

alter table website enable row level security;
alter table website force row level security;
create policy tenant on website
    using (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);

alter table website_page enable row level security;
alter table website_page force row level security;
create policy tenant on website_page
    using (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);

-- When a host may be asked again, whoever asks: politeness knows no tenants.
create table crawled_host (
    host text primary key,
    free_at timestamptz not null
);
