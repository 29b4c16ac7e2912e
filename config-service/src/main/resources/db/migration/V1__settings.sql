create table settings (
    application text not null,
    profile     text not null,
    key         text not null,
    value       text not null,
    version     bigint not null,
    changed_by  text not null,
    changed_at  timestamptz not null,
    primary key (application, profile, key)
);

-- Who changed what when; a null value: there was none, or there is none any more.
create table setting_changes (
    id          uuid primary key,
    application text not null,
    profile     text not null,
    key         text not null,
    old_value   text,
    new_value   text,
    version     bigint not null,
    changed_by  text not null,
    changed_at  timestamptz not null,
    unique (application, profile, key, version)
);

create index setting_changes_newest on setting_changes (application, key, id desc);

-- The application adds to the history and reads it, no more.
revoke update, delete, truncate on setting_changes from ${flyway:defaultSchema}_app;
