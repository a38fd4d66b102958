-- What is watched and when it is due. This is the crawler's own state, not a fact: rows are updated.
-- Leasing a check moves its due time to the end of the lease, so a check whose holder died becomes due by itself, and
-- one index answers what is due. The fence grows with each lease; who holds an old number may write nothing any more.

CREATE TABLE watch (
    id        bigint GENERATED ALWAYS AS IDENTITY,
    platform  text        NOT NULL,
    subject   text        NOT NULL,
    url       text        NOT NULL,
    kind      text        NOT NULL,
    case_slug text,
    added     timestamptz NOT NULL,
    due       timestamptz NOT NULL,
    fence     bigint      NOT NULL DEFAULT 0,
    leased_by text,
    checked   timestamptz,
    judged    text,
    CONSTRAINT watch_pk PRIMARY KEY (id),
    CONSTRAINT watch_once UNIQUE (platform, subject, kind),
    CONSTRAINT watch_kind_word CHECK (kind IN ('watch', 'control')),
    CONSTRAINT watch_control_has_no_case CHECK (kind = 'watch' OR case_slug IS NULL)
);
CREATE INDEX watch_by_due ON watch (platform, due);
COMMENT ON COLUMN watch.judged IS 'why the last check confirmed a change, or did not';
