-- Two accounts agreed that both may see who a person is, for a while.
CREATE TABLE unmasking (
    id         uuid        NOT NULL,
    submission uuid        NOT NULL,
    asked_by   uuid        NOT NULL,
    agreed_by  uuid        NOT NULL,
    until      timestamptz NOT NULL,
    CONSTRAINT unmasking_pk PRIMARY KEY (id),
    CONSTRAINT unmasking_submission FOREIGN KEY (submission) REFERENCES submission (id),
    CONSTRAINT unmasking_asked_by_an_editor FOREIGN KEY (asked_by) REFERENCES editor (id),
    CONSTRAINT unmasking_agreed_by_an_editor FOREIGN KEY (agreed_by) REFERENCES editor (id),
    CONSTRAINT unmasking_needs_two CHECK (asked_by <> agreed_by)
);
CREATE INDEX unmasking_by_submission ON unmasking (submission);
CALL keep_insert_only('unmasking');

-- Copies of files that the public may see, made anew, while the person allows it. The document of the case names their
-- digests; the bytes go when the consent goes.
CREATE TABLE public_file (
    digest    text NOT NULL,
    case_slug text NOT NULL,
    media     text NOT NULL,
    title     text NOT NULL,
    origin    uuid NOT NULL,
    bytes     bytea NOT NULL,
    position  bigint GENERATED ALWAYS AS IDENTITY,
    CONSTRAINT public_file_pk PRIMARY KEY (digest, case_slug),
    CONSTRAINT public_file_digest_form CHECK (digest ~ '^sha256:[0-9a-f]{64}$'),
    CONSTRAINT public_file_media CHECK (media IN ('image/jpeg', 'image/png', 'application/pdf', 'text/plain')),
    CONSTRAINT public_file_case FOREIGN KEY (case_slug) REFERENCES cases (slug)
);
CREATE INDEX public_file_by_origin ON public_file (origin);
ALTER TABLE public_file ALTER COLUMN bytes SET STORAGE EXTERNAL;
COMMENT ON COLUMN public_file.origin IS 'the submission it came with; random, and opened by nobody but editors';
