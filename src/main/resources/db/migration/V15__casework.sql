-- What editors do with cases that is not a fact of the record.

-- Each try to keep a copy of a source, and what came of it. A copy that was kept when the source was recorded stands in
-- source.archived too; one that came later stands here alone.
CREATE TABLE source_archiving (
    id       bigint GENERATED ALWAYS AS IDENTITY,
    incident text        NOT NULL,
    source   text        NOT NULL,
    digest   text,
    reason   text,
    editor   uuid        NOT NULL,
    tried    timestamptz NOT NULL,
    CONSTRAINT source_archiving_pk PRIMARY KEY (id),
    CONSTRAINT source_archiving_source FOREIGN KEY (incident, source) REFERENCES source (incident, id),
    CONSTRAINT source_archiving_has_one_end CHECK (num_nulls(digest, reason) = 1),
    CONSTRAINT source_archiving_digest_form CHECK (digest ~ '^sha256:[0-9a-f]{64}$')
);
CREATE INDEX source_archiving_by_source ON source_archiving (incident, source, id DESC);
CALL keep_insert_only('source_archiving');
COMMENT ON COLUMN source_archiving.reason IS 'one sentence on why there is no copy';

-- A form that was sent: one that is sent twice, by a double click or after a broken connection, is taken once. No fact:
-- after a day nobody sends it again, and the row is removed.
CREATE TABLE form_taken (
    id    uuid        NOT NULL,
    taken timestamptz NOT NULL,
    CONSTRAINT form_taken_pk PRIMARY KEY (id)
);
CREATE INDEX form_taken_by_time ON form_taken (taken);
