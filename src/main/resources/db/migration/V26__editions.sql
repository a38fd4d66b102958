-- Editions of reports: what was counted at one change of the record, as files that never change. An edition is a draft
-- until an editor has reviewed it; then its digests become a row of the change feed.

ALTER TABLE change DROP CONSTRAINT change_kind;
ALTER TABLE change ADD CONSTRAINT change_kind CHECK (kind IN ('case', 'incident', 'edition'));

-- Until when the clock of a report was read.
CREATE TABLE edition_clock (
    report text        NOT NULL,
    read   timestamptz NOT NULL,
    CONSTRAINT edition_clock_pk PRIMARY KEY (report)
);

-- Somebody wants an edition: a clock, a person, or a redaction. Taken away by the transaction that makes it.
CREATE TABLE edition_order (
    id       bigint GENERATED ALWAYS AS IDENTITY,
    report   text        NOT NULL,
    day      date        NOT NULL, -- the end of which it tells
    due      timestamptz,          -- of a clock
    replaces integer,
    sequence bigint,               -- for an edition that is counted again: where the first one was
    ordered  timestamptz NOT NULL,
    CONSTRAINT edition_order_pk PRIMARY KEY (id),
    CONSTRAINT edition_order_due_once UNIQUE (report, due)
);

CREATE TABLE edition (
    report   text        NOT NULL,
    number   integer     NOT NULL,
    title    text        NOT NULL,
    day      date        NOT NULL,
    sequence bigint      NOT NULL, -- the last change of the record that counts
    due      timestamptz,
    replaces integer,
    figures  text        NOT NULL, -- digest of what was counted, whatever it looks like
    made     timestamptz NOT NULL,
    CONSTRAINT edition_pk PRIMARY KEY (report, number),
    CONSTRAINT edition_due_once UNIQUE (report, due),
    CONSTRAINT edition_replaces FOREIGN KEY (report, replaces) REFERENCES edition (report, number),
    CONSTRAINT edition_number_from_one CHECK (number > 0),
    CONSTRAINT edition_replaces_an_older_one CHECK (replaces < number),
    CONSTRAINT edition_report_form CHECK (report ~ '^[a-z0-9-]+$'),
    CONSTRAINT edition_figures_form CHECK (figures ~ '^sha256:[0-9a-f]{64}$')
);

CREATE TABLE edition_file (
    report text    NOT NULL,
    number integer NOT NULL,
    format text    NOT NULL,
    media  text    NOT NULL,
    bytes  bigint  NOT NULL,
    digest text    NOT NULL,
    CONSTRAINT edition_file_pk PRIMARY KEY (report, number, format),
    CONSTRAINT edition_file_edition FOREIGN KEY (report, number) REFERENCES edition (report, number),
    CONSTRAINT edition_file_digest_form CHECK (digest ~ '^sha256:[0-9a-f]{64}$')
);

CREATE TABLE edition_review (
    report   text        NOT NULL,
    number   integer     NOT NULL,
    decision text        NOT NULL,
    notes    text        NOT NULL, -- published with it
    at       timestamptz NOT NULL,
    change   bigint,               -- its row of the change feed
    CONSTRAINT edition_review_pk PRIMARY KEY (report, number),
    CONSTRAINT edition_review_edition FOREIGN KEY (report, number) REFERENCES edition (report, number),
    CONSTRAINT edition_review_change FOREIGN KEY (change) REFERENCES change (sequence),
    CONSTRAINT edition_review_word CHECK (decision IN ('published', 'refused')),
    CONSTRAINT edition_review_published_is_a_change CHECK ((decision = 'published') = (change IS NOT NULL))
);

-- Its tombstone: from then on only the digests of its files are left.
CREATE TABLE edition_end (
    report text        NOT NULL,
    number integer     NOT NULL,
    reason text        NOT NULL,
    at     timestamptz NOT NULL,
    change bigint,               -- of one that was public
    CONSTRAINT edition_end_pk PRIMARY KEY (report, number),
    CONSTRAINT edition_end_edition FOREIGN KEY (report, number) REFERENCES edition (report, number),
    CONSTRAINT edition_end_change FOREIGN KEY (change) REFERENCES change (sequence),
    CONSTRAINT edition_end_word CHECK (reason IN ('redacted', 'withdrawn'))
);

CALL keep_insert_only('edition');
CALL keep_insert_only('edition_file');
CALL keep_insert_only('edition_review');
CALL keep_insert_only('edition_end');

-- The bytes; they go when the edition has ended, or was refused, and never before.
CREATE TABLE edition_body (
    report text    NOT NULL,
    number integer NOT NULL,
    format text    NOT NULL,
    body   bytea   NOT NULL,
    CONSTRAINT edition_body_pk PRIMARY KEY (report, number, format),
    CONSTRAINT edition_body_file FOREIGN KEY (report, number, format) REFERENCES edition_file (report, number, format)
);
CREATE FUNCTION keep_edition_body() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'UPDATE' OR NOT EXISTS (
            SELECT FROM edition_end e WHERE e.report = OLD.report AND e.number = OLD.number
            UNION ALL
            SELECT FROM edition_review r WHERE r.report = OLD.report AND r.number = OLD.number AND r.decision = 'refused')
    THEN
        RAISE EXCEPTION 'edition % of % is immutable; end it first', OLD.number, OLD.report
            USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    RETURN OLD;
END
$$;
CREATE TRIGGER edition_body_stays BEFORE UPDATE OR DELETE ON edition_body
    FOR EACH ROW EXECUTE FUNCTION keep_edition_body();
CREATE TRIGGER edition_body_is_not_emptied BEFORE TRUNCATE ON edition_body
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- Something that an edition was counted over is redacted: it is not served until it was counted again. Where that comes
-- to other figures it has ended. In the transaction of the redaction, whatever path it came by.
CREATE TABLE edition_check (
    report text        NOT NULL,
    number integer     NOT NULL,
    since  timestamptz NOT NULL,
    CONSTRAINT edition_check_pk PRIMARY KEY (report, number),
    CONSTRAINT edition_check_edition FOREIGN KEY (report, number) REFERENCES edition (report, number)
);
-- How many redactions there were, by which whoever counts notices one that came meanwhile.
CREATE SEQUENCE edition_redactions;
CREATE FUNCTION check_editions() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
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
CREATE TRIGGER document_checks_editions AFTER UPDATE ON document
    FOR EACH ROW EXECUTE FUNCTION check_editions();
CREATE TRIGGER document_veil_checks_editions AFTER INSERT OR UPDATE ON document_veil
    FOR EACH ROW EXECUTE FUNCTION check_editions();
