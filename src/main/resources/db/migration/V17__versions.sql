-- Lists read the record as it stood: what is projected from a document is kept for each version, under the number of the
-- change that wrote it, with the number of the change that ended it. The record at number S is what holds
-- sequence <= S AND ended > S; a page that started at S goes on there, whatever changes meanwhile.

DROP TABLE public_restriction;
DROP TABLE public_case;
DROP TABLE public_incident;

-- Whether the projections hold every version. A migration that adds one says false; they are filled at the next start.
CREATE TABLE projection (
    one    boolean NOT NULL DEFAULT true,
    filled boolean NOT NULL,
    CONSTRAINT projection_pk PRIMARY KEY (one),
    CONSTRAINT projection_is_one CHECK (one)
);
INSERT INTO projection (filled) VALUES (false);

CREATE TABLE public_incident (
    sequence bigint NOT NULL,
    ended    bigint NOT NULL,
    slug     text   NOT NULL,
    CONSTRAINT public_incident_pk PRIMARY KEY (sequence),
    CONSTRAINT public_incident_document FOREIGN KEY (sequence) REFERENCES document (sequence),
    CONSTRAINT public_incident_ends_later CHECK (ended > sequence)
);
CREATE UNIQUE INDEX public_incident_by_slug ON public_incident (slug, ended DESC);

CREATE TABLE public_case (
    sequence     bigint         NOT NULL,
    ended        bigint         NOT NULL,
    slug         text           NOT NULL,
    incident     text           NOT NULL,
    title        text           NOT NULL,
    platform     text           NOT NULL,
    subject_kind text           NOT NULL,
    status       text           NOT NULL,
    verification text           NOT NULL,
    based_in     text,
    scope        text[]         NOT NULL,
    demanded_by  text[]         NOT NULL, -- ISO 3166 codes of governments, and the kinds of whoever demanded it
    measures     text[]         NOT NULL,
    explanations text[]         NOT NULL,
    topics       text[]         NOT NULL,
    imposed      datemultirange NOT NULL, -- the days on which its restrictions can have begun
    latency      int4multirange NOT NULL, -- whole days to the first full lift of each restriction; unbounded while censored
    reversed     boolean        NOT NULL, -- whether a restriction was lifted, in part or in full
    recorded     timestamptz    NOT NULL, -- when the case first became public
    changed      timestamptz    NOT NULL, -- when this version was written
    began        date           NOT NULL, -- the first day on which a restriction can have begun; -infinity without one
    days         integer        NOT NULL, -- the least latency in days; -1 without a restriction
    CONSTRAINT public_case_pk PRIMARY KEY (sequence),
    CONSTRAINT public_case_document FOREIGN KEY (sequence) REFERENCES document (sequence),
    CONSTRAINT public_case_ends_later CHECK (ended > sequence)
);
CREATE UNIQUE INDEX public_case_by_slug ON public_case (slug, ended DESC);
CREATE INDEX public_case_by_recorded ON public_case (recorded, sequence);
CREATE INDEX public_case_by_began ON public_case (began, sequence);
CREATE INDEX public_case_by_days ON public_case (days, sequence);
CREATE INDEX public_case_by_title ON public_case (title COLLATE "C", sequence);
CREATE INDEX public_case_by_platform ON public_case (platform, sequence);
CREATE INDEX public_case_by_status ON public_case (status, verification, sequence);
CREATE INDEX public_case_by_kind ON public_case (subject_kind, sequence);
CREATE INDEX public_case_by_based_in ON public_case (based_in, sequence);
CREATE INDEX public_case_by_incident ON public_case (incident);
CREATE INDEX public_case_by_scope ON public_case USING gin (scope);
CREATE INDEX public_case_by_demand ON public_case USING gin (demanded_by);
CREATE INDEX public_case_by_measure ON public_case USING gin (measures);
CREATE INDEX public_case_by_explanation ON public_case USING gin (explanations);
CREATE INDEX public_case_by_topic ON public_case USING gin (topics);
CREATE INDEX public_case_by_imposed ON public_case USING gist (imposed);

CREATE TABLE public_restriction (
    sequence bigint    NOT NULL,
    id       text      NOT NULL,
    measure  text      NOT NULL,
    state    text      NOT NULL,
    imposed  text      NOT NULL, -- EDTF
    earliest date,
    latest   date,
    days     int4range NOT NULL, -- whole days to the first full lift; unbounded while censored
    CONSTRAINT public_restriction_pk PRIMARY KEY (sequence, id),
    CONSTRAINT public_restriction_case FOREIGN KEY (sequence) REFERENCES public_case (sequence) ON DELETE CASCADE
);

-- Every line of a timeline, to find it by; what it says stands in the document, and nowhere twice.
CREATE TABLE public_entry (
    sequence bigint      NOT NULL,
    position integer     NOT NULL, -- in the document's timeline, from 0
    type     text        NOT NULL,
    happened date        NOT NULL, -- the first day it can mean, or without one the last
    span     daterange   NOT NULL, -- all the days it can mean
    recorded timestamptz NOT NULL,
    said_by     text, -- who speaks in a statement
    explanation text, -- what a statement claims
    outcome     text, -- what an observation saw
    CONSTRAINT public_entry_pk PRIMARY KEY (sequence, position),
    CONSTRAINT public_entry_case FOREIGN KEY (sequence) REFERENCES public_case (sequence) ON DELETE CASCADE
);
CREATE INDEX public_entry_by_type ON public_entry (type, sequence, position);
CREATE INDEX public_entry_by_happened ON public_entry (happened, sequence, position);
CREATE INDEX public_entry_by_recorded ON public_entry (recorded, sequence, position);

-- Which number the record had at a moment.
CREATE INDEX change_by_recorded ON change (recorded, sequence);

CREATE VIEW current_case AS SELECT * FROM public_case WHERE ended = 9223372036854775807;
CREATE VIEW current_incident AS SELECT * FROM public_incident WHERE ended = 9223372036854775807;
