-- The record can be changed without lying about it: reasons for a verification, replies through a checked channel,
-- objections, merges and splits, redactions that can be undone, and the one that cannot.

-- Facts are still inserted, never changed. The one exception is a permanent redaction: the function erase() below says
-- for the length of its own statements that it is at work, and then rows of these tables may be overwritten. They can
-- never be deleted.
CREATE OR REPLACE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'UPDATE' AND current_setting('lacuna.erasing', true) = pg_current_xact_id()::text
        AND TG_TABLE_NAME IN ('incident_wording', 'source', 'subject', 'entry', 'conflict', 'verification', 'document',
            'reply_channel', 'objection', 'objection_answer', 'case_redirect', 'redaction') THEN
        RETURN NEW;
    END IF;
    RAISE EXCEPTION '% on % refused: facts are inserted, never changed; a correction is a new row', TG_OP, TG_TABLE_NAME
        USING ERRCODE = 'integrity_constraint_violation';
END
$$;

-- Who set the level and why. What was imported has neither.
ALTER TABLE verification ADD COLUMN reason text;
ALTER TABLE verification ADD COLUMN shown text;
ALTER TABLE verification ADD COLUMN editor uuid;
COMMENT ON COLUMN verification.reason IS 'for the desk';
COMMENT ON COLUMN verification.shown IS 'a short reason that the public may read';

-- How we know that a reply came from the platform. For the desk; the public reads only that it was checked.
CREATE TABLE reply_channel (
    case_slug text        NOT NULL,
    entry     text        NOT NULL,
    how       text        NOT NULL,
    editor    uuid        NOT NULL,
    recorded  timestamptz NOT NULL,
    CONSTRAINT reply_channel_pk PRIMARY KEY (case_slug, entry),
    CONSTRAINT reply_channel_case FOREIGN KEY (case_slug) REFERENCES cases (slug)
);
CALL keep_insert_only('reply_channel');

-- Somebody who is named in a case and never wrote to us before asks for a change. Nothing of it is public. Of the time
-- only the day is kept.
CREATE TABLE objection (
    id        uuid NOT NULL,
    case_slug text NOT NULL,
    received  date NOT NULL,
    asked     text NOT NULL,
    editor    uuid NOT NULL,
    CONSTRAINT objection_pk PRIMARY KEY (id),
    CONSTRAINT objection_case FOREIGN KEY (case_slug) REFERENCES cases (slug)
);
CREATE INDEX objection_by_case ON objection (case_slug, received);
CREATE TABLE objection_answer (
    objection uuid NOT NULL,
    answered  date NOT NULL,
    answer    text NOT NULL,
    editor    uuid NOT NULL,
    CONSTRAINT objection_answer_pk PRIMARY KEY (objection),
    CONSTRAINT objection_answer_objection FOREIGN KEY (objection) REFERENCES objection (id)
);
CALL keep_insert_only('objection');
CALL keep_insert_only('objection_answer');

-- Whether a case names a living person and why it may. The latest counts.
CREATE TABLE named_person (
    id        bigint GENERATED ALWAYS AS IDENTITY,
    case_slug text        NOT NULL,
    basis     text        NOT NULL,
    editor    uuid        NOT NULL,
    recorded  timestamptz NOT NULL,
    CONSTRAINT named_person_pk PRIMARY KEY (id),
    CONSTRAINT named_person_case FOREIGN KEY (case_slug) REFERENCES cases (slug),
    CONSTRAINT named_person_basis CHECK (basis IN ('nobody-living', 'consented', 'public-figure-own-statement',
        'second-editor', 'undecided'))
);
CREATE INDEX named_person_by_case ON named_person (case_slug, id DESC);
CALL keep_insert_only('named_person');

-- A merged case leads to the one it went into; a split one names the case that took some of its entries.
CREATE TABLE case_redirect (
    id        bigint GENERATED ALWAYS AS IDENTITY,
    from_slug text        NOT NULL,
    to_slug   text        NOT NULL,
    kind      text        NOT NULL,
    reason    text        NOT NULL,
    editor    uuid,
    recorded  timestamptz NOT NULL,
    CONSTRAINT case_redirect_pk PRIMARY KEY (id),
    CONSTRAINT case_redirect_from FOREIGN KEY (from_slug) REFERENCES cases (slug),
    CONSTRAINT case_redirect_to FOREIGN KEY (to_slug) REFERENCES cases (slug),
    CONSTRAINT case_redirect_kind CHECK (kind IN ('merged', 'split')),
    CONSTRAINT case_redirect_leads_elsewhere CHECK (from_slug <> to_slug)
);
CREATE UNIQUE INDEX case_redirect_merges_once ON case_redirect (from_slug) WHERE kind = 'merged';
CREATE INDEX case_redirect_by_from ON case_redirect (from_slug);
CALL keep_insert_only('case_redirect');

-- Where entries and sources of a merged or split case were copied from: what is redacted here is redacted there.
CREATE TABLE copied (
    what       text NOT NULL,
    owner      text NOT NULL,
    id         text NOT NULL,
    from_owner text NOT NULL,
    from_id    text NOT NULL,
    CONSTRAINT copied_pk PRIMARY KEY (what, owner, id, from_owner, from_id),
    CONSTRAINT copied_what CHECK (what IN ('entry', 'source'))
);
CREATE INDEX copied_by_origin ON copied (what, from_owner, from_id);
CALL keep_insert_only('copied');
COMMENT ON COLUMN copied.owner IS 'a case for an entry, an incident for a source';

-- What is hidden, shown again, or gone for good. For each passage the latest row counts; after 'erase' none follows.
CREATE TABLE redaction (
    id       bigint GENERATED ALWAYS AS IDENTITY,
    incident text        NOT NULL,
    what     text        NOT NULL,
    owner    text        NOT NULL,
    target   text        NOT NULL,
    act      text        NOT NULL,
    reason   text        NOT NULL,
    note     text        NOT NULL,
    until    date,
    leads_to text,
    editor   uuid,
    recorded timestamptz NOT NULL,
    CONSTRAINT redaction_pk PRIMARY KEY (id),
    CONSTRAINT redaction_incident FOREIGN KEY (incident) REFERENCES incident (slug),
    CONSTRAINT redaction_what CHECK (what IN ('text', 'entry', 'source', 'subject', 'wording', 'conflict', 'case')),
    CONSTRAINT redaction_act CHECK (act IN ('hide', 'show', 'erase')),
    CONSTRAINT redaction_until_is_for_hiding CHECK (until IS NULL OR act = 'hide'),
    CONSTRAINT redaction_leads_to_where_it_moved CHECK ((leads_to IS NOT NULL) = (reason = 'moved' AND act = 'hide'))
);
CREATE INDEX redaction_by_incident ON redaction (incident, what, owner, target, id DESC);
CREATE INDEX redaction_until ON redaction (until) WHERE until IS NOT NULL;
CALL keep_insert_only('redaction');
COMMENT ON COLUMN redaction.owner IS 'a case, or for sources and wordings an incident';
COMMENT ON COLUMN redaction.target IS 'id of the entry, source or conflict; empty for what there is one of';

-- A version that was rewritten for good: its old digest stays in change.digest.
ALTER TABLE document ADD COLUMN digest text;
ALTER TABLE document ADD COLUMN replaced timestamptz;
ALTER TABLE document ADD CONSTRAINT document_replaced_has_a_digest CHECK (num_nulls(digest, replaced) IN (0, 2));

-- How an old version is shown while something in it is hidden. A projection: made again from documents and redactions.
CREATE TABLE document_veil (
    sequence bigint      NOT NULL,
    body     bytea       NOT NULL,
    digest   text        NOT NULL,
    since    timestamptz NOT NULL,
    CONSTRAINT document_veil_pk PRIMARY KEY (sequence),
    CONSTRAINT document_veil_document FOREIGN KEY (sequence) REFERENCES document (sequence)
);

ALTER TABLE change DROP CONSTRAINT change_action;
ALTER TABLE change ADD CONSTRAINT change_action
    CHECK (action IN ('created', 'edited', 'redacted', 'retracted', 'merged'));

-- The fields of an entry's own without what is free text in them.
CREATE FUNCTION without_words(own jsonb, whole boolean) RETURNS jsonb LANGUAGE sql IMMUTABLE AS $$
    SELECT (own - 'rule')
        || CASE WHEN jsonb_typeof(own -> 'demandedBy') = 'object' AND NOT own -> 'demandedBy' ? 'government'
                THEN '{"demandedBy": null}'::jsonb ELSE '{}'::jsonb END
        || CASE WHEN whole AND own ? 'evidence' THEN '{"evidence": []}'::jsonb ELSE '{}'::jsonb END
$$;

-- A permanent redaction: puts a tombstone where the words stood, in the facts and in the versions that are given anew.
-- Refuses what no row of redaction orders. The setting that lets it overwrite is bound to this transaction and taken
-- back before it returns.
CREATE FUNCTION erase(erased_what text, erased_owner text, erased_target text, sequences bigint[], bodies bytea[],
                      moment timestamptz) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
    tomb CONSTANT text := '[redacted]';
    tombs CONSTANT jsonb := '[{"value": "[redacted]", "sources": []}, {"value": "[redacted]", "sources": []}]';
BEGIN
    IF NOT EXISTS (SELECT FROM redaction r WHERE r.act = 'erase' AND r.what = erased_what AND r.owner = erased_owner
                   AND r.target = erased_target) THEN
        RAISE EXCEPTION 'nothing orders this redaction; record it first'
            USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    PERFORM set_config('lacuna.erasing', pg_current_xact_id()::text, true);
    CASE erased_what
        WHEN 'text', 'entry' THEN
            UPDATE entry SET text = tomb, sources = '{}', disputed = '[]',
                own = without_words(own, erased_what = 'entry')
            WHERE case_slug = erased_owner AND id = erased_target;
            UPDATE reply_channel SET how = tomb WHERE case_slug = erased_owner AND entry = erased_target;
        WHEN 'source' THEN
            UPDATE source SET publisher = tomb, title = tomb, url = NULL, published = NULL, archived = NULL
            WHERE incident = erased_owner AND id = erased_target;
        WHEN 'subject' THEN
            UPDATE subject SET name = tomb, url = NULL WHERE case_slug = erased_owner;
        WHEN 'wording' THEN
            UPDATE incident_wording SET title = tomb, summary = tomb WHERE incident = erased_owner;
        WHEN 'conflict' THEN
            UPDATE conflict SET about = tomb, sides = tombs WHERE case_slug = erased_owner
                AND 'c' || left(encode(sha256(convert_to(about, 'UTF8')), 'hex'), 16) = erased_target;
        WHEN 'case' THEN
            UPDATE entry SET text = tomb, sources = '{}', disputed = '[]', own = without_words(own, true)
            WHERE case_slug = erased_owner;
            UPDATE subject SET name = tomb, url = NULL, based_in = NULL, topics = '{}' WHERE case_slug = erased_owner;
            UPDATE conflict SET about = tomb, sides = tombs WHERE case_slug = erased_owner;
            UPDATE verification SET reason = tomb WHERE case_slug = erased_owner AND reason IS NOT NULL;
            UPDATE verification SET shown = tomb WHERE case_slug = erased_owner AND shown IS NOT NULL;
            UPDATE reply_channel SET how = tomb WHERE case_slug = erased_owner;
            UPDATE objection_answer SET answer = tomb
            WHERE objection IN (SELECT id FROM objection WHERE case_slug = erased_owner);
            UPDATE objection SET asked = tomb WHERE case_slug = erased_owner;
            UPDATE case_redirect SET reason = tomb WHERE erased_owner IN (from_slug, to_slug);
    END CASE;
    -- what the desk noted about a passage may quote it
    UPDATE redaction SET note = tomb
    WHERE note <> '' AND act <> 'erase' AND owner = erased_owner AND (target = erased_target OR erased_what = 'case');
    UPDATE document d SET body = given.body, digest = 'sha256:' || encode(sha256(given.body), 'hex'), replaced = moment
    FROM unnest(sequences, bodies) AS given (sequence, body) WHERE d.sequence = given.sequence;
    PERFORM set_config('lacuna.erasing', '', true);
END
$$;
