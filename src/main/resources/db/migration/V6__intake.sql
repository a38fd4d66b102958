-- What a person sent us. Times are days and ids are random, so that no column says when somebody came.
CREATE TABLE submission (
    id uuid CONSTRAINT submission_pk PRIMARY KEY,
    lookup bytea NOT NULL,
    received date NOT NULL,
    state text NOT NULL,
    closed_because text,
    case_slug text,
    wrapped_key bytea NOT NULL,
    sealed bytea NOT NULL,
    CONSTRAINT submission_lookup_is_unique UNIQUE (lookup),
    CONSTRAINT submission_lookup_has_32_bytes CHECK (octet_length(lookup) = 32),
    CONSTRAINT submission_state_is_known CHECK (state IN ('received', 'looked-at', 'published', 'closed')),
    CONSTRAINT submission_closed_has_a_reason CHECK ((state = 'closed') = (closed_because IS NOT NULL)),
    CONSTRAINT submission_published_has_a_case CHECK ((state = 'published') = (case_slug IS NOT NULL))
);
CREATE INDEX submission_by_day ON submission (received, id);

COMMENT ON COLUMN submission.lookup IS 'HMAC of the slow hash of the receipt; the receipt itself is kept nowhere';
COMMENT ON COLUMN submission.wrapped_key IS 'key of this submission alone, sealed with the key file of the installation';
COMMENT ON COLUMN submission.sealed IS 'what the person wrote, padded and sealed with the key of this submission';

-- Notices a lost or exchanged key file before anything is sealed with the wrong one.
CREATE TABLE intake_key (
    one boolean NOT NULL DEFAULT true,
    fingerprint bytea NOT NULL,
    CONSTRAINT intake_key_is_one PRIMARY KEY (one),
    CONSTRAINT intake_key_is_only_one CHECK (one)
);
CREATE TRIGGER intake_key_is_insert_only BEFORE UPDATE OR DELETE ON intake_key
    FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER intake_key_is_never_emptied BEFORE TRUNCATE ON intake_key
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
