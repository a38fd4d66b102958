-- Where each kept exchange stands in the WARC files of the evidence folder. The bytes are on the disk before a row is
-- visible, so a row without its bytes is damage; bytes without a row belong to a transaction that was rolled back.

CREATE TABLE capture (
    digest    text        NOT NULL,
    file      text        NOT NULL,
    start     bigint      NOT NULL,
    length    bigint      NOT NULL,
    at        timestamptz NOT NULL,
    refers_to text,
    record    uuid        NOT NULL,
    target    text        NOT NULL,
    payload   text        NOT NULL,
    CONSTRAINT capture_pk PRIMARY KEY (digest),
    CONSTRAINT capture_stands_alone UNIQUE (file, start),
    CONSTRAINT capture_digest_form CHECK (digest ~ '^sha256:[0-9a-f]{64}$'),
    CONSTRAINT capture_payload_form CHECK (payload ~ '^sha256:[0-9a-f]{64}$'),
    CONSTRAINT capture_file_is_relative CHECK (file <> '' AND file NOT LIKE '/%' AND file NOT LIKE '%..%'),
    CONSTRAINT capture_has_bytes CHECK (start >= 0 AND length > 0),
    -- No foreign key: a file may be indexed again before the one that its revisits refer to.
    CONSTRAINT capture_refers_to_form CHECK (refers_to ~ '^sha256:[0-9a-f]{64}$'),
    CONSTRAINT capture_refers_to_another CHECK (refers_to <> digest)
);
CALL keep_insert_only('capture');

COMMENT ON COLUMN capture.digest IS 'SHA-256 of the bytes start … start + length of the file';
COMMENT ON COLUMN capture.file IS 'below the evidence folder; while it is written its name ends with .open';
COMMENT ON COLUMN capture.refers_to IS 'the capture whose body this revisit repeats';
COMMENT ON COLUMN capture.record IS 'WARC-Record-ID of the response or revisit';
COMMENT ON COLUMN capture.payload IS 'SHA-256 of the body as sent; for a revisit that of the original';
