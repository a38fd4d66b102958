-- What is public. A document is written once, as canonical bytes; reading is one indexed look-up and a copy.
-- Seams for later: a search vector belongs beside public_case, a ledger leaf beside change, in the same transaction.

-- One row for each public change, without gaps: numbers are given under a lock that lasts until the commit, so no row
-- can become visible behind a number that was already handed out.
CREATE TABLE change (
    sequence bigint      NOT NULL,
    action   text        NOT NULL,
    kind     text        NOT NULL,
    slug     text        NOT NULL,
    digest   text        NOT NULL,
    recorded timestamptz NOT NULL,
    CONSTRAINT change_pk PRIMARY KEY (sequence),
    CONSTRAINT change_action CHECK (action IN ('created', 'edited')),
    CONSTRAINT change_kind CHECK (kind IN ('case', 'incident')),
    CONSTRAINT change_digest_form CHECK (digest ~ '^sha256:[0-9a-f]{64}$')
);
CREATE INDEX change_by_document ON change (kind, slug, sequence DESC);

-- Every version that was ever public.
CREATE TABLE document (
    sequence bigint NOT NULL,
    body     bytea  NOT NULL, -- RFC 8785
    CONSTRAINT document_pk PRIMARY KEY (sequence),
    CONSTRAINT document_change FOREIGN KEY (sequence) REFERENCES change (sequence)
);
CALL keep_insert_only('change');
CALL keep_insert_only('document');

-- Projections of the current versions, for filters, pages and counts. They can be made again from the documents.
CREATE TABLE public_incident (
    slug     text   NOT NULL,
    sequence bigint NOT NULL,
    CONSTRAINT public_incident_pk PRIMARY KEY (slug),
    CONSTRAINT public_incident_document FOREIGN KEY (sequence) REFERENCES document (sequence)
);

CREATE TABLE public_case (
    slug         text           NOT NULL,
    sequence     bigint         NOT NULL,
    incident     text           NOT NULL,
    platform     text           NOT NULL,
    subject_kind text           NOT NULL,
    status       text           NOT NULL,
    verification text           NOT NULL,
    based_in     text,
    scope        text[]         NOT NULL,
    demanded_by  text[]         NOT NULL, -- ISO 3166 codes of governments
    imposed      datemultirange NOT NULL, -- the days on which its restrictions can have begun
    words        text           NOT NULL, -- lower case, to find a case by
    CONSTRAINT public_case_pk PRIMARY KEY (slug),
    CONSTRAINT public_case_document FOREIGN KEY (sequence) REFERENCES document (sequence)
);
CREATE UNIQUE INDEX public_case_by_sequence ON public_case (sequence DESC);
CREATE INDEX public_case_by_platform ON public_case (platform, sequence DESC);
CREATE INDEX public_case_by_status ON public_case (status, verification, sequence DESC);

CREATE TABLE public_restriction (
    case_slug text NOT NULL,
    id        text NOT NULL,
    measure   text NOT NULL,
    state     text NOT NULL,
    imposed   text NOT NULL, -- EDTF
    earliest  date,
    latest    date,
    CONSTRAINT public_restriction_pk PRIMARY KEY (case_slug, id),
    CONSTRAINT public_restriction_case FOREIGN KEY (case_slug) REFERENCES public_case (slug) ON DELETE CASCADE
);
