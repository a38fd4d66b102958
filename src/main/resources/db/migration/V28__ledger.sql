-- The log that anybody can check: one leaf for each public change. The order of the leaves is fixed here, in the
-- transaction that publishes; tiles and checkpoints are made from it and can be made again.

-- Who integrates leaves, and until when; the token grows with every take-over, and who holds an old one signs nothing.
CREATE TABLE log_turn (
    one    boolean     NOT NULL DEFAULT true,
    filled boolean     NOT NULL, -- whether what was published before there was a log has its leaves
    token  bigint      NOT NULL DEFAULT 0,
    holder uuid,
    until  timestamptz NOT NULL DEFAULT '-infinity',
    CONSTRAINT log_turn_pk PRIMARY KEY (one),
    CONSTRAINT log_turn_is_one CHECK (one)
);
INSERT INTO log_turn (filled) VALUES (false);

CREATE TABLE log_leaf (
    position bigint NOT NULL, -- from 0, without gaps, in the order of commits
    sequence bigint,          -- of the change; none for a leaf about the log itself
    entry    bytea  NOT NULL, -- the bytes that are hashed and served
    CONSTRAINT log_leaf_pk PRIMARY KEY (position),
    CONSTRAINT log_leaf_once UNIQUE (sequence),
    CONSTRAINT log_leaf_change FOREIGN KEY (sequence) REFERENCES change (sequence),
    CONSTRAINT log_leaf_position CHECK (position >= 0),
    CONSTRAINT log_leaf_length CHECK (octet_length(entry) BETWEEN 1 AND 65535)
);
CALL keep_insert_only('log_leaf');

-- Every checkpoint that was ever signed, as it was signed.
CREATE TABLE log_checkpoint (
    size     bigint      NOT NULL,
    root     bytea       NOT NULL,
    note     bytea       NOT NULL,
    origin   text        NOT NULL,
    token    bigint      NOT NULL,
    recorded timestamptz NOT NULL,
    CONSTRAINT log_checkpoint_pk PRIMARY KEY (size),
    CONSTRAINT log_checkpoint_root CHECK (octet_length(root) = 32)
);
CALL keep_insert_only('log_checkpoint');

-- A log has one name for ever, and grows.
CREATE FUNCTION log_only_grows() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (SELECT FROM log_checkpoint WHERE size >= NEW.size OR origin <> NEW.origin) THEN
        RAISE EXCEPTION 'a checkpoint of % leaves of % is refused: a larger one or one of another origin is signed',
            NEW.size, NEW.origin USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    RETURN NEW;
END
$$;
CREATE TRIGGER log_checkpoint_grows BEFORE INSERT ON log_checkpoint
    FOR EACH ROW EXECUTE FUNCTION log_only_grows();

-- What witnesses answered.
CREATE TABLE log_cosignature (
    size     bigint      NOT NULL,
    witness  text        NOT NULL,
    line     text        NOT NULL,
    recorded timestamptz NOT NULL,
    CONSTRAINT log_cosignature_pk PRIMARY KEY (size, witness),
    CONSTRAINT log_cosignature_checkpoint FOREIGN KEY (size) REFERENCES log_checkpoint (size)
);
CREATE INDEX log_cosignature_by_witness ON log_cosignature (witness, size DESC);
CALL keep_insert_only('log_cosignature');

-- One digest for all the digests of evidence that a document names: each once, sorted, each with a line break behind it.
-- Empty where it names none.
CREATE FUNCTION log_evidence(document jsonb) RETURNS text LANGUAGE sql IMMUTABLE AS $$
    SELECT CASE WHEN count(*) = 0 THEN '' ELSE
        '"evidence":"sha256:' || encode(sha256(convert_to(string_agg(digest || E'\n', '' ORDER BY digest COLLATE "C"),
            'UTF8')), 'hex') || '",' END
    FROM (SELECT DISTINCT found #>> '{}' AS digest FROM (
        SELECT jsonb_path_query(document, '$.timeline[*].evidence[*]') AS found
        UNION ALL SELECT jsonb_path_query(document, '$.sources[*].archived')
        UNION ALL SELECT jsonb_path_query(document, '$.files[*].digest')) each
        WHERE jsonb_typeof(found) = 'string') once
$$;

-- The definitions by which the crawler read what a case's document shows as observed.
CREATE FUNCTION log_definitions(of_case text, document jsonb) RETURNS text LANGUAGE sql STABLE AS $$
    SELECT CASE WHEN count(*) = 0 THEN '' ELSE
        '"definitions":[' || string_agg('"' || definition || '"', ',' ORDER BY definition COLLATE "C") || '],' END
    FROM (SELECT DISTINCT o.definition
          FROM confirmed_change f JOIN observation o ON o.platform = f.platform AND o.subject = f.subject
              AND o.vantage = f.vantage AND o.evidence = ANY (f.evidence)
          WHERE f.case_slug = of_case AND f.evidence && ARRAY(
              SELECT jsonb_path_query(document, '$.timeline[*].evidence[*]') #>> '{}')
          ORDER BY 1 LIMIT 100) known
$$;

-- The entry of a change: canonical JSON (RFC 8785). Slugs, words and digests need no escapes.
CREATE FUNCTION log_entry(changed change, digest text, body bytea) RETURNS bytea LANGUAGE sql STABLE AS $$
    SELECT convert_to('{"action":"' || changed.action || '",'
        || CASE WHEN changed.kind = 'case' AND position('"evidence":["sha256:'::bytea IN body) > 0
            THEN log_definitions(changed.slug, convert_from(body, 'UTF8')::jsonb) ELSE '' END
        || '"digest":"' || digest || '",'
        || CASE WHEN position('"sha256:'::bytea IN body) > 0
            THEN log_evidence(convert_from(body, 'UTF8')::jsonb) ELSE '' END
        || '"kind":"' || changed.kind || '","recorded":"'
        || to_char(changed.recorded AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')
        || '","sequence":' || changed.sequence || ',"slug":"' || changed.slug || '","type":"change"}', 'UTF8')
$$;

-- Leaves are numbered under a lock that lasts until the commit, so their order is the order of commits.
CREATE FUNCTION log_next() RETURNS bigint LANGUAGE plpgsql AS $$
BEGIN
    PERFORM pg_advisory_xact_lock(hashtextextended('log', 0));
    RETURN coalesce((SELECT max(position) + 1 FROM log_leaf), 0);
END
$$;

-- A document and its leaf are written together or not at all.
CREATE FUNCTION log_documents() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    next bigint := log_next();
BEGIN
    IF NOT (SELECT filled FROM log_turn) THEN
        RAISE EXCEPTION 'nothing is published before the older changes stand in the log; a node that starts puts them there'
            USING ERRCODE = 'object_not_in_prerequisite_state';
    END IF;
    INSERT INTO log_leaf (position, sequence, entry)
    SELECT next + row_number() OVER (ORDER BY c.sequence) - 1, c.sequence, log_entry(c, c.digest, added.body)
    FROM added JOIN change c USING (sequence);
    RETURN NULL;
END
$$;
CREATE TRIGGER document_has_a_leaf AFTER INSERT ON document
    REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION log_documents();

-- What was published before there was a log has no salt, and its digest could be guessed at once it is redacted. So it
-- gets one, once, before it gets its leaf; nothing else in it may be another than before.
CREATE OR REPLACE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'UPDATE' AND current_setting('lacuna.erasing', true) = pg_current_xact_id()::text
        AND TG_TABLE_NAME IN ('incident_wording', 'source', 'subject', 'entry', 'conflict', 'verification', 'document',
            'reply_channel', 'objection', 'objection_answer', 'case_redirect', 'redaction') THEN
        RETURN NEW;
    END IF;
    IF TG_OP = 'UPDATE' AND TG_TABLE_NAME IN ('change', 'document')
        AND current_setting('lacuna.salting', true) = pg_current_xact_id()::text THEN
        RETURN NEW;
    END IF;
    RAISE EXCEPTION '% on % refused: facts are inserted, never changed; a correction is a new row', TG_OP, TG_TABLE_NAME
        USING ERRCODE = 'integrity_constraint_violation';
END
$$;

-- Gives an older version its leaf. Only while the log is being filled, and in the order of the numbers.
CREATE FUNCTION log_older(number bigint, salted bytea) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
    old document;
BEGIN
    IF (SELECT filled FROM log_turn) OR EXISTS (SELECT FROM log_leaf WHERE sequence >= number) THEN
        RAISE EXCEPTION 'change % cannot be put into the log any more', number
            USING ERRCODE = 'object_not_in_prerequisite_state';
    END IF;
    SELECT * INTO STRICT old FROM document WHERE sequence = number;
    IF salted <> old.body THEN
        IF old.digest IS NOT NULL
            OR convert_from(salted, 'UTF8')::jsonb - 'salt' <> convert_from(old.body, 'UTF8')::jsonb THEN
            RAISE EXCEPTION 'change % would get more than a salt', number
                USING ERRCODE = 'integrity_constraint_violation';
        END IF;
        PERFORM set_config('lacuna.salting', pg_current_xact_id()::text, true);
        UPDATE document SET body = salted WHERE sequence = number;
        UPDATE change SET digest = 'sha256:' || encode(sha256(salted), 'hex') WHERE sequence = number;
        PERFORM set_config('lacuna.salting', '', true);
    END IF;
    INSERT INTO log_leaf (position, sequence, entry)
    SELECT log_next(), number, log_entry(c, coalesce(old.digest, c.digest), salted) FROM change c WHERE sequence = number;
END
$$;

-- The service may get another key: the newest holds, and the log says that the one before handed over to it.
ALTER TABLE service_key DROP CONSTRAINT service_key_is_only_one;
ALTER TABLE service_key DROP CONSTRAINT service_key_is_one;
ALTER TABLE service_key DROP COLUMN one;
ALTER TABLE service_key ADD COLUMN id bigint GENERATED ALWAYS AS IDENTITY;
ALTER TABLE service_key ADD CONSTRAINT service_key_pk PRIMARY KEY (id);
