-- fetch: what all nodes keep to together when they ask a host. Nothing here names a page.

-- When the last request to a host was, and when the next may be, by this database's clock.
CREATE TABLE host_turn (
    host text NOT NULL,
    last timestamptz NOT NULL,
    next timestamptz NOT NULL,
    CONSTRAINT host_turn_pk PRIMARY KEY (host),
    CONSTRAINT host_turn_host_is_short CHECK (length(host) BETWEEN 1 AND 255),
    CONSTRAINT host_turn_next_is_not_before_last CHECK (next >= last)
) WITH (fillfactor = 50); -- rows change at each request: room for the next version in the same block
-- No index on next: it would make each turn write the index too. Forgetting old rows reads the whole small table.

-- A host that asked to be left alone (Retry-After), for each way out: it may be angry with that exit alone.
CREATE TABLE host_pause (
    host text NOT NULL,
    exit text NOT NULL,
    until timestamptz NOT NULL,
    CONSTRAINT host_pause_pk PRIMARY KEY (host, exit),
    CONSTRAINT host_pause_host_is_short CHECK (length(host) BETWEEN 1 AND 255)
);
