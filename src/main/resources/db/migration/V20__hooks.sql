-- Following the record: feeds, and messages to whoever subscribes.

-- A case that leaves a filter is heard of too: the version before is found by the change that ended it.
CREATE INDEX public_case_by_ended ON public_case (ended);
CREATE INDEX change_by_what_is_taken_out ON change (sequence) WHERE action IN ('redacted', 'retracted', 'merged');

-- By what name the items of our feeds are known for ever (RFC 4151), whatever address the site has later.
CREATE TABLE feed_name (
    one       boolean     NOT NULL DEFAULT true,
    authority text        NOT NULL,
    minted    timestamptz NOT NULL,
    CONSTRAINT feed_name_pk PRIMARY KEY (one),
    CONSTRAINT feed_name_is_one CHECK (one)
);
CALL keep_insert_only('feed_name');
