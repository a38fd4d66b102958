-- Sets of bulk files: which there are, and which of them may be handed out. The bytes lie in a folder; what is not served
-- by these rows is served by nobody.
CREATE TABLE bulk_set (
    name      text        NOT NULL,
    day       date        NOT NULL,
    sequence  bigint      NOT NULL, -- the record as it stood at this change
    revision  integer     NOT NULL,
    started   timestamptz NOT NULL,
    made      timestamptz,          -- whole and on the disk
    replaces  text,
    withdrawn timestamptz,          -- something that it holds was redacted since it was started
    expired   timestamptz,
    CONSTRAINT bulk_set_pk PRIMARY KEY (name),
    CONSTRAINT bulk_set_replaces FOREIGN KEY (replaces) REFERENCES bulk_set (name),
    CONSTRAINT bulk_set_replaces_once UNIQUE (replaces),
    CONSTRAINT bulk_set_name_form CHECK (name ~ '^\d{4}-\d{2}-\d{2}-\d+(-r\d+)?$')
);

CREATE TABLE bulk_file (
    set_name text   NOT NULL,
    position integer NOT NULL,
    name     text   NOT NULL,
    media    text   NOT NULL,
    bytes    bigint NOT NULL,
    digest   text   NOT NULL,
    lines    bigint,                -- rows, without the line of names
    CONSTRAINT bulk_file_pk PRIMARY KEY (set_name, name),
    CONSTRAINT bulk_file_set FOREIGN KEY (set_name) REFERENCES bulk_set (name) ON DELETE CASCADE,
    CONSTRAINT bulk_file_name_form CHECK (name ~ '^[A-Za-z0-9][A-Za-z0-9._-]*$'),
    CONSTRAINT bulk_file_digest_form CHECK (digest ~ '^sha256:[0-9a-f]{64}$')
);

-- Somebody wants a new set: a clock, or a person.
CREATE TABLE bulk_order (
    one     boolean     NOT NULL DEFAULT true,
    ordered timestamptz NOT NULL,
    CONSTRAINT bulk_order_is_one PRIMARY KEY (one),
    CONSTRAINT bulk_order_is_only_one CHECK (one)
);

-- A version of a case that is rewritten for good, or shown with less from now on, takes every set that holds it away: in
-- the same transaction, whatever path the redaction came by. A set that is only being made is marked as well.
CREATE FUNCTION withdraw_bulk_sets() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    UPDATE bulk_set b SET withdrawn = clock_timestamp()
    FROM change c
    WHERE c.sequence = NEW.sequence AND c.kind = 'case' AND b.sequence >= c.sequence
        AND b.withdrawn IS NULL AND b.expired IS NULL
        AND NOT EXISTS (SELECT FROM change later WHERE later.kind = c.kind AND later.slug = c.slug
                        AND later.sequence > c.sequence AND later.sequence <= b.sequence);
    RETURN NULL;
END
$$;
CREATE TRIGGER document_withdraws_bulk_sets AFTER UPDATE ON document
    FOR EACH ROW EXECUTE FUNCTION withdraw_bulk_sets();
CREATE TRIGGER document_veil_withdraws_bulk_sets AFTER INSERT OR UPDATE ON document_veil
    FOR EACH ROW EXECUTE FUNCTION withdraw_bulk_sets();
