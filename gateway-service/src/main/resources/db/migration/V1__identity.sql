create table tenants (
    id uuid primary key,
    name text not null,
    industry text,
    time_zone text not null,
    currency text not null check (currency ~ '^[A-Z]{3}$'),
    created_at timestamptz not null
);
alter table tenants enable row level security;
alter table tenants force row level security;
create policy tenant on tenants using (id = nullif(current_setting('app.tenant', true), '')::uuid);
create policy system on tenants using (current_setting('app.system', true) = 'on');

-- A row without a tenant belongs to an operator: only system work sees it.
create table api_keys (
    id uuid primary key,
    tenant_id uuid references tenants,
    name text not null,
    hash text not null unique,
    hint text not null,
    roles text[] not null,
    scopes text[],
    created_by text not null,
    created_at timestamptz not null,
    expires_at timestamptz,
    revoked_at timestamptz
);
create index on api_keys (tenant_id, id);
alter table api_keys enable row level security;
alter table api_keys force row level security;
create policy tenant on api_keys using (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
create policy system on api_keys using (current_setting('app.system', true) = 'on');

create table users (
    id uuid primary key,
    tenant_id uuid references tenants,
    username text not null unique,
    password_hash text not null,
    roles text[] not null,
    enabled boolean not null default true,
    created_at timestamptz not null
);
alter table users enable row level security;
alter table users force row level security;
create policy tenant on users using (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
create policy system on users using (current_setting('app.system', true) = 'on');

create table oauth_clients (
    id uuid primary key,
    tenant_id uuid references tenants,
    name text not null,
    secret_hash text not null,
    roles text[] not null,
    scopes text[] not null,
    created_by text not null,
    created_at timestamptz not null,
    revoked_at timestamptz
);
create index on oauth_clients (tenant_id, id);
alter table oauth_clients enable row level security;
alter table oauth_clients force row level security;
create policy tenant on oauth_clients using (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
create policy system on oauth_clients using (current_setting('app.system', true) = 'on');

-- The public half is readable by all who verify; the private half is sealed with AES-GCM when the
-- fleet has a secret.
create table signing_keys (
    kid text primary key,
    public_jwk text not null,
    private_key text not null,
    created_at timestamptz not null,
    signs_from timestamptz not null,
    retires_at timestamptz
);

-- Append-only: what was done is never changed afterwards.
create table audit_entries (
    id uuid primary key,
    at timestamptz not null,
    tenant_id uuid,
    actor text not null,
    action text not null,
    target text not null,
    detail text not null,
    address text,
    request_id text
);
create index on audit_entries (tenant_id, id);
alter table audit_entries enable row level security;
alter table audit_entries force row level security;
create policy tenant on audit_entries using (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
create policy system on audit_entries using (current_setting('app.system', true) = 'on');
revoke update, delete on audit_entries from gateway_app;

-- Refused requests, counted per interval, so that an attacker cannot fill the disk with them.
create table refused_requests (
    id uuid primary key,
    first_at timestamptz not null,
    last_at timestamptz not null,
    tenant_id uuid,
    reason text not null,
    credential text not null,
    address text not null,
    path text not null,
    count bigint not null
);
create index on refused_requests (tenant_id, id);
create index on refused_requests (last_at);
alter table refused_requests enable row level security;
alter table refused_requests force row level security;
create policy tenant on refused_requests using (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
create policy system on refused_requests using (current_setting('app.system', true) = 'on');

-- Spring Authorization Server's own table, in PostgreSQL's types.
create table oauth2_authorization (
    id varchar(100) primary key,
    registered_client_id varchar(100) not null,
    principal_name varchar(200) not null,
    authorization_grant_type varchar(100) not null,
    authorized_scopes varchar(1000),
    attributes text,
    state varchar(500),
    authorization_code_value text,
    authorization_code_issued_at timestamptz,
    authorization_code_expires_at timestamptz,
    authorization_code_metadata text,
    access_token_value text,
    access_token_issued_at timestamptz,
    access_token_expires_at timestamptz,
    access_token_metadata text,
    access_token_type varchar(100),
    access_token_scopes varchar(1000),
    oidc_id_token_value text,
    oidc_id_token_issued_at timestamptz,
    oidc_id_token_expires_at timestamptz,
    oidc_id_token_metadata text,
    refresh_token_value text,
    refresh_token_issued_at timestamptz,
    refresh_token_expires_at timestamptz,
    refresh_token_metadata text,
    user_code_value text,
    user_code_issued_at timestamptz,
    user_code_expires_at timestamptz,
    user_code_metadata text,
    device_code_value text,
    device_code_issued_at timestamptz,
    device_code_expires_at timestamptz,
    device_code_metadata text
);
create index on oauth2_authorization (state);
create index on oauth2_authorization using hash (authorization_code_value);
create index on oauth2_authorization using hash (access_token_value);
create index on oauth2_authorization using hash (refresh_token_value);
