-- What was told to attendees is kept for a time only, whoever's it is.
create policy system on message for select using (current_setting('app.system', true) = 'on');
create index message_by_age on message (created_at) where state <> 'queued';
