-- Keys that raise the limits of the API. The key is told once; here is its digest. Nothing says when one was used.
CREATE TABLE api_key (
    id         bigint GENERATED ALWAYS AS IDENTITY,
    name       text    NOT NULL,
    digest     text    NOT NULL,
    per_minute integer NOT NULL,
    given      date    NOT NULL,
    revoked    date,
    CONSTRAINT api_key_pk PRIMARY KEY (id),
    CONSTRAINT api_key_digest UNIQUE (digest),
    CONSTRAINT api_key_digest_form CHECK (digest ~ '^sha256:[0-9a-f]{64}$'),
    CONSTRAINT api_key_per_minute CHECK (per_minute BETWEEN 1 AND 16777215)
);
CREATE UNIQUE INDEX api_key_that_holds ON api_key (name) WHERE revoked IS NULL;
