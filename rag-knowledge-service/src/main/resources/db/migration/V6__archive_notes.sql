-- What an import leaves to whoever sent the archive, in sentences.
alter table archive_import add column notes text[] not null default '{}';
