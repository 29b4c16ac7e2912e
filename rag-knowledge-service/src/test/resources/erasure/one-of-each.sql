with base as (
    insert into knowledge_base (id, name, created_at)
    values (gen_random_uuid(), 'Handbook', now()) returning id
), site as (
    insert into website (id, base_id, url, max_pages, max_depth, include, exclude, status,
        created_at)
    select gen_random_uuid(), id, 'https://example.com/', 1, 1, '{}', '{}', 'ready', now()
    from base returning id
), doc as (
    insert into document (id, base_id, title, title_given, file_name, media_type, content_hash,
        size, status, created_at, progressed_at)
    select gen_random_uuid(), id, 'T', true, 't.txt', 'text/plain', 'h', 1, 'ready', now(), now()
    from base returning id
), part as (
    insert into document_part (document_id, part, bytes) select id, 0, 'x' from doc
), version as (
    insert into document_version (document_id, version, file_name, media_type, content_hash, size,
        source, created_at)
    select id, 1, 't.txt', 'text/plain', 'h', 1, 'upload', now() from doc
), chunk as (
    insert into staged_chunk (document_id, ordinal, text, headings) select id, 0, 'x', '{}' from doc
), page as (
    insert into website_page (id, website_id, url, path, kind, depth, state, crawl, document_id)
    select gen_random_uuid(), site.id, 'https://example.com/', '/', 'page', 0, 'fetched', 1, doc.id
    from site, doc
), curated as (
    insert into curated_answer (id, question, alternatives, answer, base_ids, enabled, created_at,
        updated_at)
    values (gen_random_uuid(), 'Q?', '{}', 'A', '{}', true, now(), now()) returning id
), phrasing as (
    insert into curated_phrasing (answer_id, ordinal, text, form, topics)
    select id, 0, 'Q?', 'q', '{}' from curated
), unanswered as (
    insert into unanswered_question (id, question, form, base_ids, closest, reason, first_asked_at,
        last_asked_at)
    values (gen_random_uuid(), 'U?', 'u', '{}', '[]', 'no-support', now(), now())
), month as (
    insert into question_count (month, questions) values (date_trunc('month', now())::date, 3)
), day as (
    insert into answer_day (day, asked) values (current_date, 3)
), import as (
    insert into archive_import (id, archive_id, status, bases, documents, created_at)
    values (gen_random_uuid(), gen_random_uuid(), 'done', 0, 0, now()) returning id
), bytes as (
    insert into archive_part (import_id, part, bytes) select id, 0, 'x' from import
), mapping as (
    insert into archive_mapping (import_id, kind, old_id, new_id)
    select id, 'bases.json', gen_random_uuid(), gen_random_uuid() from import
), stated as (
    insert into fact (id, kind, subject, subject_key, slot, value, created_at, changed_at)
    values (gen_random_uuid(), 'email', 'S', 's', '', '"a@example.com"', now(), now())
), refusal as (
    insert into industry_refusal (id, pack, topic, phrases, reply, action)
    values (gen_random_uuid(), 'p', 't', '{x}', 'r', 'refuse')
), questions as (
    insert into evaluation_set (id, name, questions, created_at)
    values (gen_random_uuid(), 'E', 1, now()) returning id
), question as (
    insert into evaluation_question (set_id, position, question, answerable, answers)
    select id, 0, 'Q?', true, '{}' from questions
), run as (
    insert into evaluation_run (id, set_id, base_ids, status, questions, configuration, started_at)
    select gen_random_uuid(), id, '{}', 'done', 1, '{}', now() from questions returning id
), result as (
    insert into evaluation_result (run_id, position, question, verdict, answer, cited, confidence,
        millis)
    select id, 0, 'Q?', 'right', 'A', '{}', 1, 1 from run
), installation as (
    insert into industry_installation (id, name, version, base_id, installed_at)
    select gen_random_uuid(), 'p', '1.0.0', id, now() from base returning id
), piece as (
    insert into industry_piece (installation_id, kind, name, item_id, title, content)
    select id, 'fact', 'f', gen_random_uuid(), 't', 'c' from installation
), agent as (
    insert into specialist (id, name, description, instructions, topics, base_ids, created_at,
        updated_at)
    values (gen_random_uuid(), 'S', 'D', '', '{}', '{}', now(), now())
), event as (
    insert into outbox (id, type, subject, time, data, published_at)
    values (gen_random_uuid(), 'test', 's', now(), '{}', now())
), key as (
    insert into idempotency_key (subject, key, fingerprint, created_at)
    values ('s', 'k', 'f', now())
)
insert into knowledge_policy (version, configuration, received_at) values (1, '{}', now());
-- platform
with shared as (
    insert into knowledge_base (id, name, created_at)
    values (gen_random_uuid(), 'Shared', now()) returning id
)
insert into base_grant (base_id, tenant_id, granted_at) select id, :tenant, now() from shared;
-- system
with work as (
    insert into reindexing (id, status, created_by, created_at)
    values (gen_random_uuid(), 'done', 'o', now()) returning id
)
insert into reindexing_item (reindexing_id, subject_id, tenant_id, status, changed_at)
select id, gen_random_uuid(), :tenant, 'done', now() from work;
