-- Each submission has a key pair of its own (age, X25519). What belongs to it is closed for its public half; the private
-- half is wrapped to those who may open it and to the receipt. Without one of them nothing here can be read.

-- Before this, submissions were closed with a key of the installation. They cannot be carried over without opening them,
-- and no installation with real ones is known.
DO $$
BEGIN
    IF EXISTS (SELECT 1 FROM submission) THEN
        RAISE EXCEPTION 'expected no submissions from before editors had keys, found some: decide about them with the version that took them and empty the table, then start this version';
    END IF;
END
$$;
DROP TABLE submission;

-- Who can open what comes in from now on: an editor by id, or 'recovery', whose private half is on paper.
CREATE TABLE key_holder (
    holder    text NOT NULL,
    recipient text NOT NULL,
    since     date NOT NULL,
    CONSTRAINT key_holder_pk PRIMARY KEY (holder),
    CONSTRAINT key_holder_recipient_form CHECK (recipient ~ '^age1[02-9ac-hj-np-z]{58}$')
);

-- Times are days and ids are random, so that no column says when somebody came.
CREATE TABLE submission (
    id             uuid    NOT NULL,
    lookup         bytea   NOT NULL,
    received       date    NOT NULL,
    state          text    NOT NULL,
    closed_because text,
    recipient      text,
    sealed         bytea,
    may_count      boolean NOT NULL,
    may_publish_facts    boolean NOT NULL,
    may_publish_name     boolean NOT NULL,
    may_publish_evidence boolean NOT NULL,
    wants_watch    boolean NOT NULL DEFAULT false,
    CONSTRAINT submission_pk PRIMARY KEY (id),
    CONSTRAINT submission_lookup_is_unique UNIQUE (lookup),
    CONSTRAINT submission_lookup_has_32_bytes CHECK (octet_length(lookup) = 32),
    CONSTRAINT submission_state_is_known CHECK (state IN ('received', 'looked-at', 'published', 'closed', 'withdrawn')),
    CONSTRAINT submission_closed_has_a_reason CHECK ((state = 'closed') = (closed_because IS NOT NULL)),
    CONSTRAINT submission_withdrawn_is_empty CHECK ((state = 'withdrawn') = (sealed IS NULL) AND (state = 'withdrawn') = (recipient IS NULL)),
    CONSTRAINT submission_withdrawn_allows_nothing CHECK (state <> 'withdrawn'
        OR NOT (may_count OR may_publish_facts OR may_publish_name OR may_publish_evidence OR wants_watch))
);
CREATE INDEX submission_by_day ON submission (received, id);

COMMENT ON COLUMN submission.lookup IS 'HMAC of half the slow hash of the receipt; the receipt itself is kept nowhere';
COMMENT ON COLUMN submission.recipient IS 'public half of this submission''s own key';
COMMENT ON COLUMN submission.sealed IS 'what the person told, padded and closed for the recipient';

-- The private half, once for each who may open it. Deleting all of them destroys the submission.
CREATE TABLE submission_key (
    submission uuid  NOT NULL,
    holder     text  NOT NULL,
    wrapped    bytea NOT NULL,
    CONSTRAINT submission_key_pk PRIMARY KEY (submission, holder),
    CONSTRAINT submission_key_submission FOREIGN KEY (submission) REFERENCES submission (id)
);
CREATE INDEX submission_key_by_holder ON submission_key (holder);
COMMENT ON COLUMN submission_key.holder IS '''receipt'', or a key holder';

-- What came later, and files. The position orders them within their submission alone.
CREATE TABLE submission_item (
    id         uuid    NOT NULL,
    submission uuid    NOT NULL,
    position   integer NOT NULL,
    kind       text    NOT NULL,
    day        date    NOT NULL,
    seen       boolean NOT NULL,
    sealed     bytea   NOT NULL,
    CONSTRAINT submission_item_pk PRIMARY KEY (id),
    CONSTRAINT submission_item_position_is_unique UNIQUE (submission, position),
    CONSTRAINT submission_item_submission FOREIGN KEY (submission) REFERENCES submission (id),
    CONSTRAINT submission_item_kind_word CHECK (kind IN ('addition', 'from-person', 'from-editor', 'file', 'person'))
);
COMMENT ON COLUMN submission_item.seen IS 'whether whom it is for has opened it';
COMMENT ON COLUMN submission_item.sealed IS 'the text; of a file its name, kind and size';

-- The bytes of a file, padded and closed, in pieces.
CREATE TABLE submission_part (
    item     uuid    NOT NULL,
    position integer NOT NULL,
    bytes    bytea   NOT NULL,
    CONSTRAINT submission_part_pk PRIMARY KEY (item, position),
    CONSTRAINT submission_part_item FOREIGN KEY (item) REFERENCES submission_item (id) ON DELETE CASCADE
);
-- Closed bytes do not get smaller.
ALTER TABLE submission ALTER COLUMN sealed SET STORAGE EXTERNAL;
ALTER TABLE submission_item ALTER COLUMN sealed SET STORAGE EXTERNAL;
ALTER TABLE submission_part ALTER COLUMN bytes SET STORAGE EXTERNAL;

-- Which public entries rest on which submission: what a withdrawal takes back.
CREATE TABLE submission_yield (
    submission uuid NOT NULL,
    case_slug  text NOT NULL,
    entry      text NOT NULL,
    CONSTRAINT submission_yield_pk PRIMARY KEY (submission, case_slug, entry),
    CONSTRAINT submission_yield_submission FOREIGN KEY (submission) REFERENCES submission (id)
);
CREATE INDEX submission_yield_by_case ON submission_yield (case_slug, entry);
