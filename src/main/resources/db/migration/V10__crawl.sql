-- The crawler's own state, made anew: nothing in it is a fact, and the watch list fills it again at the next start.
--
-- A lane is one host as asked from one vantage. Whoever leases a lane is the only visitor there, so a host sees one
-- pace however many nodes there are, and the checks in it need no lease of their own. Leasing moves the lane's due
-- time to the end of the lease: a lane whose holder died becomes due by itself, and one index answers what is due,
-- however many subjects are watched. The fence grows with each lease; an old number may record nothing any more.

DROP TABLE watch;

CREATE TABLE lane (
    host      text        NOT NULL,
    vantage   text        NOT NULL,
    due       timestamptz NOT NULL,
    fence     bigint      NOT NULL DEFAULT 0,
    leased_by text,
    CONSTRAINT lane_pk PRIMARY KEY (host, vantage)
);
CREATE INDEX lane_by_due ON lane (due);

-- One subject as watched from one vantage. What the last full look showed is remembered beside it: an answer that is
-- the same again need not be read again, and a server can be asked whether anything changed.
CREATE TABLE watch (
    id              bigint GENERATED ALWAYS AS IDENTITY,
    platform        text        NOT NULL,
    subject         text        NOT NULL,
    url             text        NOT NULL,
    kind            text        NOT NULL,
    case_slug       text,
    vantage         text        NOT NULL,
    host            text        NOT NULL,
    added           timestamptz NOT NULL,
    due             timestamptz NOT NULL,
    identity        text,
    checked         timestamptz,
    saw             text,
    judged          text,
    full_page       text,
    full_definition text,
    full_at         timestamptz,
    full_outcome    text,
    full_rule       text,
    full_why        text,
    full_evidence   text,
    full_look       text,
    etag            text,
    last_modified   text,
    CONSTRAINT watch_pk PRIMARY KEY (id),
    CONSTRAINT watch_once UNIQUE (platform, subject, kind, vantage),
    CONSTRAINT watch_in_a_lane FOREIGN KEY (host, vantage) REFERENCES lane (host, vantage),
    CONSTRAINT watch_kind_word CHECK (kind IN ('watch', 'control')),
    CONSTRAINT watch_control_has_no_case CHECK (kind = 'watch' OR case_slug IS NULL),
    CONSTRAINT watch_remembers_whole_looks CHECK (
        num_nulls(full_page, full_definition, full_at, full_outcome, full_why, full_evidence, full_look) IN (0, 7))
);
CREATE INDEX watch_by_lane ON watch (host, vantage, due, id);
COMMENT ON COLUMN watch.judged IS 'why the last check concluded something, or did not';
COMMENT ON COLUMN watch.identity IS 'the platform''s own number for the subject, which outlasts a change of its name';
COMMENT ON COLUMN watch.full_look IS 'digest of everything that the detector looks at';

ALTER TABLE observation ADD COLUMN identity text;

-- What is told to the world: what all vantages together show of a subject. With one vantage it follows what that one
-- concludes. With several it may be that a subject is kept from some countries and seen from others in one window:
-- then it is withheld, and the scope names the countries. Without from_outcome nothing is told.
CREATE TABLE confirmed_outcome (
    id               bigint GENERATED ALWAYS AS IDENTITY,
    platform         text        NOT NULL,
    subject          text        NOT NULL,
    url              text        NOT NULL,
    case_slug        text,
    from_outcome     text,
    from_scope       text[]      NOT NULL,
    to_outcome       text        NOT NULL,
    to_scope         text[]      NOT NULL,
    last_seen_before timestamptz,
    first_seen_now   timestamptz NOT NULL,
    confirmed        timestamptz NOT NULL,
    vantages         text[]      NOT NULL,
    available_from   text[]      NOT NULL,
    evidence         text[]      NOT NULL,
    CONSTRAINT confirmed_outcome_pk PRIMARY KEY (id),
    CONSTRAINT confirmed_outcome_is_a_change CHECK ((from_outcome, from_scope) <> (to_outcome, to_scope)),
    CONSTRAINT confirmed_outcome_has_order CHECK (last_seen_before < first_seen_now),
    CONSTRAINT confirmed_outcome_has_vantages CHECK (cardinality(vantages) > 0),
    CONSTRAINT confirmed_outcome_has_evidence CHECK (cardinality(evidence) > 0),
    CONSTRAINT confirmed_outcome_scope_is_withheld CHECK (cardinality(to_scope) = 0 OR to_outcome = 'withheld')
);
CREATE INDEX confirmed_outcome_by_subject ON confirmed_outcome (platform, subject, id DESC);
CALL keep_insert_only('confirmed_outcome');
INSERT INTO confirmed_outcome (platform, subject, url, case_slug, from_scope, to_outcome, to_scope, first_seen_now,
                               confirmed, vantages, available_from, evidence)
SELECT DISTINCT ON (platform, subject) platform, subject, url, case_slug, '{}', to_outcome, '{}', first_seen_now,
       confirmed, ARRAY[vantage], '{}', evidence
FROM confirmed_change ORDER BY platform, subject, id DESC;

-- A definition that no longer reads what it should, or a control that does not look alive. Opened and closed by what
-- is seen, each turn a row.
CREATE TABLE definition_alert (
    id       bigint GENERATED ALWAYS AS IDENTITY,
    platform text        NOT NULL,
    vantage  text        NOT NULL,
    kind     text        NOT NULL,
    opened   boolean     NOT NULL,
    at       timestamptz NOT NULL,
    why      text        NOT NULL,
    CONSTRAINT definition_alert_pk PRIMARY KEY (id),
    CONSTRAINT definition_alert_kind_word CHECK (kind IN ('control-failed', 'mostly-unclear'))
);
CREATE INDEX definition_alert_latest ON definition_alert (platform, vantage, kind, id DESC);
CALL keep_insert_only('definition_alert');

-- What a newer definition reads in an old capture. Never a change in the world.
CREATE TABLE reinterpretation (
    id          bigint GENERATED ALWAYS AS IDENTITY,
    observation bigint      NOT NULL,
    definition  text        NOT NULL,
    engine      text        NOT NULL,
    outcome     text        NOT NULL,
    rule        text,
    why         text        NOT NULL,
    recorded    timestamptz NOT NULL,
    CONSTRAINT reinterpretation_pk PRIMARY KEY (id),
    CONSTRAINT reinterpretation_of FOREIGN KEY (observation) REFERENCES observation (id),
    CONSTRAINT reinterpretation_once UNIQUE (observation, definition),
    CONSTRAINT reinterpretation_definition_form CHECK (definition ~ '^sha256:[0-9a-f]{64}$')
);
CALL keep_insert_only('reinterpretation');
