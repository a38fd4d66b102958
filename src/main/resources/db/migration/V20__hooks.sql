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

-- Who is told of changes, and how far they have been told. What is to be sent is nowhere copied: it is the change feed
-- after the cursor. A node leases a subscription for a while; the fence grows with each lease and whenever its owner
-- changes it, and an old number may write nothing any more. No address of a person is kept, and no text of the record.
CREATE TABLE webhook (
    id            uuid        NOT NULL,
    url           text        NOT NULL,
    host          text        NOT NULL,
    filter        jsonb       NOT NULL,
    site          text        NOT NULL, -- root of the addresses in its messages
    state         text        NOT NULL,
    why           text,
    token         bytea       NOT NULL, -- SHA-256
    secret        bytea       NOT NULL, -- sealed
    old_secret    bytea,
    old_until     timestamptz,
    cursor        bigint      NOT NULL, -- all changes up to this one have been dealt with
    created       timestamptz NOT NULL,
    verified      timestamptz,
    delivered     timestamptz,
    failures      integer     NOT NULL DEFAULT 0, -- in a row
    failing_since timestamptz,
    due           timestamptz NOT NULL,
    leased_until  timestamptz,
    fence         bigint      NOT NULL DEFAULT 0,
    CONSTRAINT webhook_pk PRIMARY KEY (id),
    CONSTRAINT webhook_state CHECK (state IN ('unverified', 'active', 'paused', 'gone', 'silent')),
    CONSTRAINT webhook_old_secret_ends CHECK (num_nulls(old_secret, old_until) IN (0, 2))
);
CREATE INDEX webhook_by_host ON webhook (host);
CREATE INDEX webhook_by_due ON webhook (due);

-- A message that was not taken: it is tried again until it is given up. What went well leaves no row.
CREATE TABLE webhook_trouble (
    webhook  uuid        NOT NULL,
    sequence bigint      NOT NULL,
    attempts integer     NOT NULL,
    first    timestamptz NOT NULL,
    last     timestamptz NOT NULL,
    due      timestamptz NOT NULL,
    dead     boolean     NOT NULL,
    why      text        NOT NULL,
    CONSTRAINT webhook_trouble_pk PRIMARY KEY (webhook, sequence),
    CONSTRAINT webhook_trouble_webhook FOREIGN KEY (webhook) REFERENCES webhook (id) ON DELETE CASCADE,
    CONSTRAINT webhook_trouble_change FOREIGN KEY (sequence) REFERENCES change (sequence)
);

-- When a host was last asked whether it wants messages: whoever signs up others must not make us a nuisance to them.
CREATE TABLE webhook_host (
    host  text        NOT NULL,
    asked timestamptz NOT NULL,
    CONSTRAINT webhook_host_pk PRIMARY KEY (host)
);
