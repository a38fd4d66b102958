-- Incidents, cases, sources and entries. Facts are inserted, never updated, and the database refuses too.
-- Every row says when it was recorded; entries also say when it happened. So the record can be read as of any day.

CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION '% on % refused: facts are inserted, never changed; a correction is a new row', TG_OP, TG_TABLE_NAME
        USING ERRCODE = 'integrity_constraint_violation';
END
$$;

-- Gives a table the two triggers that keep its rows as they were inserted.
CREATE PROCEDURE keep_insert_only(kept regclass) LANGUAGE plpgsql AS $$
BEGIN
    EXECUTE format('CREATE TRIGGER rows_are_insert_only BEFORE UPDATE OR DELETE ON %s '
                   'FOR EACH ROW EXECUTE FUNCTION refuse_change()', kept);
    EXECUTE format('CREATE TRIGGER table_is_insert_only BEFORE TRUNCATE ON %s '
                   'FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()', kept);
END
$$;

CREATE TABLE incident (
    slug     text        NOT NULL,
    recorded timestamptz NOT NULL,
    CONSTRAINT incident_pk PRIMARY KEY (slug),
    CONSTRAINT incident_slug_form CHECK (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$')
);

-- The latest wording counts; earlier ones stay.
CREATE TABLE incident_wording (
    id       bigint GENERATED ALWAYS AS IDENTITY,
    incident text        NOT NULL,
    title    text        NOT NULL,
    summary  text        NOT NULL,
    recorded timestamptz NOT NULL,
    CONSTRAINT incident_wording_pk PRIMARY KEY (id),
    CONSTRAINT incident_wording_incident FOREIGN KEY (incident) REFERENCES incident (slug)
);
CREATE INDEX incident_wording_by_incident ON incident_wording (incident, id DESC);

CREATE TABLE source (
    incident  text        NOT NULL,
    id        text        NOT NULL,
    position  bigint GENERATED ALWAYS AS IDENTITY,
    publisher text        NOT NULL,
    title     text        NOT NULL,
    url       text,
    published date,
    language  text        NOT NULL,
    archived  text,
    recorded  timestamptz NOT NULL,
    CONSTRAINT source_pk PRIMARY KEY (incident, id),
    CONSTRAINT source_incident FOREIGN KEY (incident) REFERENCES incident (slug)
);

-- Plural, because CASE is a word of SQL.
CREATE TABLE cases (
    slug     text        NOT NULL,
    incident text        NOT NULL,
    position bigint GENERATED ALWAYS AS IDENTITY,
    platform text,
    recorded timestamptz NOT NULL,
    CONSTRAINT cases_pk PRIMARY KEY (slug),
    CONSTRAINT cases_slug_form CHECK (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
    CONSTRAINT cases_incident FOREIGN KEY (incident) REFERENCES incident (slug)
);
CREATE INDEX cases_by_incident ON cases (incident, position);

-- The latest description counts; earlier ones stay.
CREATE TABLE subject (
    id        bigint GENERATED ALWAYS AS IDENTITY,
    case_slug text        NOT NULL,
    kind      text        NOT NULL,
    name      text        NOT NULL,
    url       text,
    based_in  text,
    topics    text[]      NOT NULL,
    recorded  timestamptz NOT NULL,
    CONSTRAINT subject_pk PRIMARY KEY (id),
    CONSTRAINT subject_case FOREIGN KEY (case_slug) REFERENCES cases (slug)
);
CREATE INDEX subject_by_case ON subject (case_slug, id DESC);

CREATE TABLE entry (
    case_slug text        NOT NULL,
    id        text        NOT NULL,
    position  bigint GENERATED ALWAYS AS IDENTITY,
    type      text        NOT NULL,
    happened  text        NOT NULL, -- EDTF, as given
    earliest  date,
    latest    date,
    text      text        NOT NULL,
    sources   text[]      NOT NULL, -- ids within the incident
    own       jsonb       NOT NULL, -- the fields of this type alone
    disputed  jsonb       NOT NULL,
    recorded  timestamptz NOT NULL,
    CONSTRAINT entry_pk PRIMARY KEY (case_slug, id),
    CONSTRAINT entry_case FOREIGN KEY (case_slug) REFERENCES cases (slug),
    CONSTRAINT entry_type CHECK (type IN ('context', 'restriction-imposed', 'restriction-changed', 'restriction-lifted',
        'statement', 'appeal', 'observation', 'testimony', 'pressure', 'correction')),
    CONSTRAINT entry_has_a_bound CHECK (earliest IS NOT NULL OR latest IS NOT NULL),
    CONSTRAINT entry_bounds_in_order CHECK (earliest <= latest)
);

CREATE TABLE conflict (
    id        bigint GENERATED ALWAYS AS IDENTITY,
    case_slug text        NOT NULL,
    about     text        NOT NULL,
    sides     jsonb       NOT NULL,
    recorded  timestamptz NOT NULL,
    CONSTRAINT conflict_pk PRIMARY KEY (id),
    CONSTRAINT conflict_case FOREIGN KEY (case_slug) REFERENCES cases (slug)
);
CREATE INDEX conflict_by_case ON conflict (case_slug, id);

-- The latest level counts; earlier ones stay.
CREATE TABLE verification (
    id        bigint GENERATED ALWAYS AS IDENTITY,
    case_slug text        NOT NULL,
    level     text        NOT NULL,
    recorded  timestamptz NOT NULL,
    CONSTRAINT verification_pk PRIMARY KEY (id),
    CONSTRAINT verification_case FOREIGN KEY (case_slug) REFERENCES cases (slug),
    CONSTRAINT verification_level CHECK (level IN ('reported', 'corroborated', 'verified', 'disputed', 'retracted'))
);
CREATE INDEX verification_by_case ON verification (case_slug, id DESC);

CALL keep_insert_only('incident');
CALL keep_insert_only('incident_wording');
CALL keep_insert_only('source');
CALL keep_insert_only('cases');
CALL keep_insert_only('subject');
CALL keep_insert_only('entry');
CALL keep_insert_only('conflict');
CALL keep_insert_only('verification');
