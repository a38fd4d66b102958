-- What the crawler saw, and what it concluded from several such looks. Both are facts.

CREATE TABLE observation (
    id         bigint GENERATED ALWAYS AS IDENTITY,
    platform   text        NOT NULL,
    subject    text        NOT NULL,
    url        text        NOT NULL,
    seen       timestamptz NOT NULL,
    recorded   timestamptz NOT NULL,
    outcome    text        NOT NULL,
    rule       text,
    why        text        NOT NULL,
    vantage    text        NOT NULL,
    definition text        NOT NULL,
    engine     text        NOT NULL,
    evidence   text,
    control    text        NOT NULL,
    CONSTRAINT observation_pk PRIMARY KEY (id),
    CONSTRAINT observation_outcome_word CHECK (outcome IN (
        'available', 'suspended', 'removed', 'withheld', 'owner-removed', 'private', 'not-found',
        'login-required', 'challenged', 'unclear', 'no-answer')),
    CONSTRAINT observation_control_word CHECK (control IN ('alive', 'failed', 'unknown', 'none', 'itself')),
    CONSTRAINT observation_definition_form CHECK (definition ~ '^sha256:[0-9a-f]{64}$'),
    CONSTRAINT observation_evidence_form CHECK (evidence ~ '^sha256:[0-9a-f]{64}$'),
    -- an answer without evidence is no observation
    CONSTRAINT observation_has_evidence CHECK ((outcome = 'no-answer') = (evidence IS NULL))
);
CREATE INDEX observation_by_subject ON observation (platform, subject, vantage, seen DESC);
CALL keep_insert_only('observation');

-- What stands is kept for each vantage: seen from two countries a subject may be there and not there at once, and
-- moving the vantage is no change in the world. Without from_outcome it is the first conclusion about a subject from
-- there, or one that a new definition put in the place of an old one: no change in the world either.
CREATE TABLE confirmed_change (
    id               bigint GENERATED ALWAYS AS IDENTITY,
    platform         text        NOT NULL,
    subject          text        NOT NULL,
    url              text        NOT NULL,
    case_slug        text,
    from_outcome     text,
    to_outcome       text        NOT NULL,
    last_seen_before timestamptz,
    first_seen_now   timestamptz NOT NULL,
    confirmed        timestamptz NOT NULL,
    vantage          text        NOT NULL,
    evidence         text[]      NOT NULL,
    CONSTRAINT confirmed_change_pk PRIMARY KEY (id),
    CONSTRAINT confirmed_change_is_a_change CHECK (from_outcome <> to_outcome),
    CONSTRAINT confirmed_change_has_a_before CHECK ((from_outcome IS NULL) = (last_seen_before IS NULL)),
    CONSTRAINT confirmed_change_has_order CHECK (last_seen_before < first_seen_now),
    CONSTRAINT confirmed_change_has_evidence CHECK (cardinality(evidence) > 0)
);
CREATE INDEX confirmed_change_by_subject ON confirmed_change (platform, subject, vantage, id DESC);
CREATE INDEX confirmed_change_by_case ON confirmed_change (case_slug, id) WHERE case_slug IS NOT NULL;
CALL keep_insert_only('confirmed_change');
