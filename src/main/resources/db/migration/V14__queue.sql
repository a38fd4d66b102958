-- The queue of the desk: what waits for an editor, what is like what, and how it is ranked.

-- Keyed signatures of what people told, made while it was being closed. They group like texts; without the key file
-- they say nothing, and with it no text can be read from them, only a guess at a whole text be tried.
CREATE TABLE submission_mark (
    submission uuid    NOT NULL,
    phrases    bytea   NOT NULL,
    words      bytea   NOT NULL,
    vocabulary bytea   NOT NULL,
    brief      boolean NOT NULL,
    CONSTRAINT submission_mark_pk PRIMARY KEY (submission),
    CONSTRAINT submission_mark_submission FOREIGN KEY (submission) REFERENCES submission (id),
    CONSTRAINT submission_mark_has_rows CHECK (
        octet_length(phrases) = 64 AND octet_length(words) = 64 AND octet_length(vocabulary) = 64)
);

-- Texts that have much in common share a band. At most twenty stand in each.
CREATE TABLE submission_band (
    value      bigint NOT NULL,
    submission uuid   NOT NULL,
    CONSTRAINT submission_band_pk PRIMARY KEY (value, submission),
    CONSTRAINT submission_band_mark FOREIGN KEY (submission) REFERENCES submission_mark (submission) ON DELETE CASCADE
);
CREATE INDEX submission_band_by_submission ON submission_band (submission);

-- What a feed suggests. A fact: what became of it stands in the queue.
CREATE TABLE lead (
    id        uuid        NOT NULL,
    feed      text        NOT NULL,
    title     text        NOT NULL,
    url       text        NOT NULL,
    published timestamptz,
    language  text        NOT NULL,
    words     text[]      NOT NULL,
    platform  text,
    subject   text,
    recorded  timestamptz NOT NULL,
    CONSTRAINT lead_pk PRIMARY KEY (id),
    CONSTRAINT lead_url_is_unique UNIQUE (url),
    CONSTRAINT lead_subject_has_a_platform CHECK ((platform IS NULL) = (subject IS NULL))
);
CALL keep_insert_only('lead');
COMMENT ON COLUMN lead.words IS 'those of the feed''s words that stood in it';
COMMENT ON COLUMN lead.subject IS 'the first subject of a platform we know that it links to';

-- How far a feed was read; made again by reading it.
CREATE TABLE lead_feed (
    url           text        NOT NULL,
    etag          text,
    last_modified text,
    asked         timestamptz NOT NULL,
    problem       text,
    CONSTRAINT lead_feed_pk PRIMARY KEY (url)
);

CREATE TABLE queue_item (
    id            uuid    NOT NULL,
    kind          text    NOT NULL,
    ref           text    NOT NULL,
    line          uuid    NOT NULL,
    copies        uuid    NOT NULL,
    subject_mark  uuid,
    platform      text,
    subject       text,
    title         text,
    url           text,
    case_slug     text,
    opened        date    NOT NULL,
    due           date,
    assigned_to   uuid,
    snoozed_until date,
    decided       boolean NOT NULL DEFAULT false,
    decided_on    date,
    wrote_again   boolean NOT NULL DEFAULT false,
    open          boolean GENERATED ALWAYS AS (NOT decided OR wrote_again) STORED,
    CONSTRAINT queue_item_pk PRIMARY KEY (id),
    CONSTRAINT queue_item_is_there_once UNIQUE (kind, ref),
    CONSTRAINT queue_item_kind_word CHECK (kind IN ('submission', 'change', 'lead', 'reminder')),
    CONSTRAINT queue_item_assigned_to_an_editor FOREIGN KEY (assigned_to) REFERENCES editor (id),
    CONSTRAINT queue_item_decided_on_a_day CHECK (decided = (decided_on IS NOT NULL)),
    -- what a person told stands here in no form that can be read
    CONSTRAINT queue_item_says_nothing_of_a_submission CHECK (kind <> 'submission' OR (platform IS NULL
        AND subject IS NULL AND title IS NULL AND url IS NULL AND case_slug IS NULL AND due IS NULL)),
    CONSTRAINT queue_item_says_what_it_is CHECK (kind = 'submission' OR title IS NOT NULL),
    CONSTRAINT queue_item_subject_has_a_platform CHECK ((platform IS NULL) = (subject IS NULL))
);
CREATE INDEX queue_item_open ON queue_item (line) WHERE open;
CREATE INDEX queue_item_by_line ON queue_item (line);
CREATE INDEX queue_item_by_copies ON queue_item (copies, subject_mark);
CREATE INDEX queue_item_confirmed ON queue_item (subject_mark) WHERE kind <> 'submission';
CREATE INDEX queue_item_unmarked ON queue_item (id) WHERE subject_mark IS NULL AND platform IS NOT NULL;
COMMENT ON COLUMN queue_item.ref IS 'a submission''s or a lead''s id, a subject, or what a reminder is about';
COMMENT ON COLUMN queue_item.line IS 'the group: the subject''s mark, or the copies where one text tells of several subjects';
COMMENT ON COLUMN queue_item.copies IS 'the same for texts that are copies of each other';

-- How much each rule of the ranking counts. The latest row of a rule holds; without one the program's own number does.
CREATE TABLE queue_rule (
    id     bigint GENERATED ALWAYS AS IDENTITY,
    rule   text        NOT NULL,
    weight numeric(6, 2) NOT NULL,
    most   numeric(6, 2) NOT NULL,
    editor uuid        NOT NULL,
    reason text        NOT NULL,
    at     timestamptz NOT NULL,
    CONSTRAINT queue_rule_pk PRIMARY KEY (id),
    CONSTRAINT queue_rule_by_an_editor FOREIGN KEY (editor) REFERENCES editor (id),
    CONSTRAINT queue_rule_has_a_reason CHECK (reason <> ''),
    CONSTRAINT queue_rule_within_bounds CHECK (weight BETWEEN -100 AND 100 AND most BETWEEN 0 AND 1000)
);
CREATE INDEX queue_rule_by_rule ON queue_rule (rule, id DESC);
CALL keep_insert_only('queue_rule');

-- Three more things that editors do, whatever else the list of them has come to hold by now.
DO $$
DECLARE
    known text;
BEGIN
    SELECT pg_get_expr(conbin, conrelid) INTO known FROM pg_constraint
    WHERE conname = 'desk_action_is_known' AND conrelid = to_regclass('desk_action');
    IF known IS NOT NULL THEN
        ALTER TABLE desk_action DROP CONSTRAINT desk_action_is_known;
        EXECUTE format('ALTER TABLE desk_action ADD CONSTRAINT desk_action_is_known CHECK ((%s) OR action IN (%L, %L, %L))',
            known, 'changed-ranking', 'snoozed-tasks', 'settled-tasks');
    END IF;
END
$$;
