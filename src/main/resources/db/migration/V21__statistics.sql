-- What is counted of each version of a case, under the number of the change that wrote it.

CREATE TABLE counted_case (
    sequence    bigint NOT NULL,
    states      text[] NOT NULL, -- of its restrictions, and so on
    demanded_by text[] NOT NULL, -- the code of a government, else the kind of whoever demanded it
    how         text[] NOT NULL,
    years       text[] NOT NULL,
    months      text[] NOT NULL, -- 2020-06, or 'uncertain' where a date spans more than one
    CONSTRAINT counted_case_pk PRIMARY KEY (sequence),
    CONSTRAINT counted_case_case FOREIGN KEY (sequence) REFERENCES public_case (sequence) ON DELETE CASCADE
);

CREATE TABLE counted_restriction (
    sequence    bigint  NOT NULL,
    id          text    NOT NULL,
    measure     text    NOT NULL,
    state       text    NOT NULL,
    scope       text[]  NOT NULL,
    demanded_by text,            -- as above
    demanded    text[]  NOT NULL, -- the kind of whoever demanded it, and the code of a government
    how         text[]  NOT NULL, -- how it was lifted, in part or in full
    earliest    date,
    latest      date,
    year        text    NOT NULL,
    month       text    NOT NULL,
    lasted      text    NOT NULL,
    least       integer NOT NULL, -- whole days
    most        integer,
    CONSTRAINT counted_restriction_pk PRIMARY KEY (sequence, id),
    CONSTRAINT counted_restriction_case FOREIGN KEY (sequence) REFERENCES public_case (sequence) ON DELETE CASCADE,
    CONSTRAINT counted_restriction_lasted CHECK (lasted IN ('ended', 'lasting', 'unknown'))
);

UPDATE projection SET filled = false;
