-- What becomes of an old version by a permanent redaction stands in the log too: else whoever can write to the database
-- could change a version and call it redacted.

CREATE FUNCTION log_replaced() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    next bigint;
BEGIN
    IF current_setting('lacuna.salting', true) = pg_current_xact_id()::text THEN
        RETURN NULL;
    END IF;
    next := log_next();
    IF NOT (SELECT filled FROM log_turn) THEN
        RAISE EXCEPTION 'nothing is redacted before the older changes stand in the log; a node that starts puts them there'
            USING ERRCODE = 'object_not_in_prerequisite_state';
    END IF;
    INSERT INTO log_leaf (position, entry)
    SELECT next + row_number() OVER (ORDER BY sequence) - 1,
        convert_to('{"digest":"' || digest || '","recorded":"'
            || to_char(replaced AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')
            || '","sequence":' || sequence || ',"type":"replaced"}', 'UTF8')
    FROM changed WHERE digest IS NOT NULL;
    RETURN NULL;
END
$$;
CREATE TRIGGER document_replaced_has_a_leaf AFTER UPDATE ON document
    REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION log_replaced();

-- A salt changes nothing that an edition has counted.
CREATE OR REPLACE FUNCTION check_editions() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF current_setting('lacuna.salting', true) = pg_current_xact_id()::text THEN
        RETURN NULL;
    END IF;
    PERFORM nextval('edition_redactions');
    INSERT INTO edition_check (report, number, since)
    SELECT e.report, e.number, clock_timestamp() FROM edition e JOIN change c ON c.sequence = NEW.sequence
    WHERE c.kind = 'case' AND e.sequence >= c.sequence
        AND NOT EXISTS (SELECT FROM change later WHERE later.kind = c.kind AND later.slug = c.slug
                        AND later.sequence > c.sequence AND later.sequence <= e.sequence)
        AND NOT EXISTS (SELECT FROM edition_end n WHERE n.report = e.report AND n.number = e.number)
        AND NOT EXISTS (SELECT FROM edition_review r WHERE r.report = e.report AND r.number = e.number
                        AND r.decision = 'refused')
    ON CONFLICT ON CONSTRAINT edition_check_pk DO NOTHING;
    RETURN NULL;
END
$$;

-- A version that was redacted once may be redacted again, so it gets a salt like the others. The digest of what it was
-- before stays in the feed.
CREATE OR REPLACE FUNCTION log_older(number bigint, salted bytea) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
    old document;
    now text := 'sha256:' || encode(sha256(salted), 'hex');
BEGIN
    IF (SELECT filled FROM log_turn) OR EXISTS (SELECT FROM log_leaf WHERE sequence >= number) THEN
        RAISE EXCEPTION 'change % cannot be put into the log any more', number
            USING ERRCODE = 'object_not_in_prerequisite_state';
    END IF;
    SELECT * INTO STRICT old FROM document WHERE sequence = number;
    IF salted <> old.body THEN
        IF convert_from(salted, 'UTF8')::jsonb - 'salt' <> convert_from(old.body, 'UTF8')::jsonb THEN
            RAISE EXCEPTION 'change % would get more than a salt', number
                USING ERRCODE = 'integrity_constraint_violation';
        END IF;
        PERFORM set_config('lacuna.salting', pg_current_xact_id()::text, true);
        UPDATE document SET body = salted, digest = CASE WHEN old.digest IS NOT NULL THEN now END WHERE sequence = number;
        UPDATE change SET digest = now WHERE sequence = number AND old.digest IS NULL;
        PERFORM set_config('lacuna.salting', '', true);
    END IF;
    INSERT INTO log_leaf (position, sequence, entry)
    SELECT log_next(), number, log_entry(c, now, salted) FROM change c WHERE sequence = number;
END
$$;

-- The same of stored bytes, which whoever compares may find unreadable.
CREATE FUNCTION log_evidence_of(body bytea) RETURNS text LANGUAGE plpgsql IMMUTABLE AS $$
BEGIN
    RETURN CASE WHEN position('"sha256:'::bytea IN body) > 0
        THEN log_evidence(convert_from(body, 'UTF8')::jsonb) ELSE '' END;
EXCEPTION WHEN data_exception THEN
    RETURN 'unreadable';
END
$$;
