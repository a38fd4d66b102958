-- Copies of captures that the public may have, once an editor looked at them. The document of a case names their digests.

-- Which captures the version of a case names, and which of them it offers a copy of. A projection, as public_case is.
CREATE TABLE cited_capture (
    sequence bigint  NOT NULL,
    record   text    NOT NULL,
    offered  boolean NOT NULL,
    CONSTRAINT cited_capture_pk PRIMARY KEY (sequence, record),
    CONSTRAINT cited_capture_case FOREIGN KEY (sequence) REFERENCES public_case (sequence) ON DELETE CASCADE
);
CREATE INDEX cited_capture_by_record ON cited_capture (record, sequence);

-- In which incidents a capture was ever named. What is redacted there for good may stand in the capture too, and after
-- that no document says any more that it was named.
CREATE TABLE named_capture (
    record   text NOT NULL,
    incident text NOT NULL,
    CONSTRAINT named_capture_pk PRIMARY KEY (record, incident),
    CONSTRAINT named_capture_incident FOREIGN KEY (incident) REFERENCES incident (slug)
);
CREATE INDEX named_capture_by_incident ON named_capture (incident);

-- What editors decided about a copy. The latest row counts.
CREATE TABLE capture_decision (
    id       bigint GENERATED ALWAYS AS IDENTITY,
    record   text        NOT NULL,
    act      text        NOT NULL,
    copy     text,
    reason   text,
    why      text        NOT NULL,
    seen     bigint      NOT NULL,
    editor   uuid        NOT NULL,
    recorded timestamptz NOT NULL,
    CONSTRAINT capture_decision_pk PRIMARY KEY (id),
    CONSTRAINT capture_decision_record_form CHECK (record ~ '^sha256:[0-9a-f]{64}$'),
    CONSTRAINT capture_decision_copy_form CHECK (copy ~ '^sha256:[0-9a-f]{64}$'),
    CONSTRAINT capture_decision_act CHECK (act IN ('publish', 'withhold', 'withdraw')),
    CONSTRAINT capture_decision_publishes_a_copy CHECK ((act = 'publish') = (copy IS NOT NULL)),
    CONSTRAINT capture_decision_withdraws_with_a_reason CHECK ((act = 'withdraw') = (reason IS NOT NULL))
);
CREATE INDEX capture_decision_by_record ON capture_decision (record, id DESC);
CALL keep_insert_only('capture_decision');
COMMENT ON COLUMN capture_decision.reason IS 'a word that the public reads';
COMMENT ON COLUMN capture_decision.why IS 'for the desk';
COMMENT ON COLUMN capture_decision.seen IS 'the last redaction that there was: one that comes later has not been looked for in the copy';

-- The copies themselves. They are no facts: they go when they are withdrawn.
CREATE TABLE public_capture (
    record   text        NOT NULL,
    copy     text        NOT NULL,
    asked    text        NOT NULL,
    target   text        NOT NULL,
    keys     text[]      NOT NULL,
    captured timestamptz NOT NULL,
    decision bigint      NOT NULL,
    bytes    bytea       NOT NULL,
    CONSTRAINT public_capture_pk PRIMARY KEY (record),
    CONSTRAINT public_capture_copy_form CHECK (copy ~ '^sha256:[0-9a-f]{64}$'),
    CONSTRAINT public_capture_decision FOREIGN KEY (decision) REFERENCES capture_decision (id)
);
CREATE INDEX public_capture_by_key ON public_capture USING gin (keys);
ALTER TABLE public_capture ALTER COLUMN bytes SET STORAGE EXTERNAL;
COMMENT ON COLUMN public_capture.record IS 'digest of the capture as it is kept';
COMMENT ON COLUMN public_capture.copy IS 'digest of the bytes';
COMMENT ON COLUMN public_capture.keys IS 'its addresses, as they are looked up';

-- Those that may be shown: nothing was redacted for good, in any incident that ever named them, after they were looked at.
CREATE VIEW offered_capture AS
SELECT p.* FROM public_capture p JOIN capture_decision d ON d.id = p.decision
WHERE NOT EXISTS (
    SELECT FROM named_capture n JOIN redaction r ON r.incident = n.incident
    WHERE n.record = p.record AND r.act = 'erase' AND r.id > d.seen);

-- What older versions name is found at the next start.
UPDATE projection SET filled = false;
