-- Who may work at the desk: roles, keys, a second step at the log-in, invitations.

-- The public half stands here and, for those who may read submissions, in key_holder. The private half is closed with a
-- key from the slow hash of the password; an editor from before has none, and gets one with a new one-time password.
ALTER TABLE editor
    ADD COLUMN recipient       text,
    ADD COLUMN wrapped_key     bytea,
    ADD COLUMN second_step     bytea,
    ADD COLUMN last_code_step  bigint NOT NULL DEFAULT 0,
    ADD COLUMN removed         timestamptz,
    ADD CONSTRAINT editor_key_is_whole CHECK ((recipient IS NULL) = (wrapped_key IS NULL)),
    ADD CONSTRAINT editor_recipient_form CHECK (recipient ~ '^age1[02-9ac-hj-np-z]{58}$');
COMMENT ON COLUMN editor.second_step IS 'secret of RFC 6238, closed with a key from outside the database';
COMMENT ON COLUMN editor.last_code_step IS 'time step of the last code that was used; no code is taken twice';

CREATE TABLE editor_role (
    editor uuid NOT NULL,
    role   text NOT NULL,
    CONSTRAINT editor_role_pk PRIMARY KEY (editor, role),
    CONSTRAINT editor_role_editor FOREIGN KEY (editor) REFERENCES editor (id),
    CONSTRAINT editor_role_is_known CHECK (role IN ('triage', 'editor', 'senior', 'custodian', 'admin'))
);
-- Whoever was an editor before there were roles could do everything.
INSERT INTO editor_role (editor, role)
    SELECT id, role FROM editor CROSS JOIN unnest(ARRAY['triage', 'editor', 'senior', 'custodian', 'admin']) AS role;

-- What lets an editor in who has lost the telephone. Ten of them, each used once.
CREATE TABLE recovery_code (
    editor uuid  NOT NULL,
    digest bytea NOT NULL,
    used   date,
    CONSTRAINT recovery_code_pk PRIMARY KEY (editor, digest),
    CONSTRAINT recovery_code_editor FOREIGN KEY (editor) REFERENCES editor (id)
);

CREATE TABLE invitation (
    id         uuid        NOT NULL,
    token_hash bytea       NOT NULL,
    name       text        NOT NULL,
    roles      text[]      NOT NULL,
    made_by    uuid        NOT NULL,
    made       timestamptz NOT NULL,
    ends       timestamptz NOT NULL,
    accepted   timestamptz,
    revoked    timestamptz,
    CONSTRAINT invitation_pk PRIMARY KEY (id),
    CONSTRAINT invitation_token_is_unique UNIQUE (token_hash),
    CONSTRAINT invitation_made_by FOREIGN KEY (made_by) REFERENCES editor (id),
    CONSTRAINT invitation_has_known_roles CHECK (cardinality(roles) > 0
        AND roles <@ ARRAY['triage', 'editor', 'senior', 'custodian', 'admin']),
    CONSTRAINT invitation_ends_after_it_was_made CHECK (ends > made),
    CONSTRAINT invitation_has_one_end CHECK (accepted IS NULL OR revoked IS NULL),
    CONSTRAINT invitation_is_accepted_in_time CHECK (accepted < ends)
);

-- What was done at the desk, each line chained to the one before. Takes the place of desk_action, whose lines are
-- chained in when the first new one is written.
CREATE TABLE audit_line (
    number   bigint      NOT NULL,
    at       timestamptz NOT NULL,
    who      uuid,
    action   text        NOT NULL,
    about    text        NOT NULL,
    why      text        NOT NULL,
    previous text        NOT NULL,
    digest   text        NOT NULL,
    CONSTRAINT audit_line_pk PRIMARY KEY (number),
    CONSTRAINT audit_line_who FOREIGN KEY (who) REFERENCES editor (id),
    CONSTRAINT audit_line_numbers_from_one CHECK (number > 0),
    CONSTRAINT audit_line_action_form CHECK (action ~ '^[a-z]+(-[a-z]+)*$'),
    CONSTRAINT audit_line_follows_one_line UNIQUE (previous),
    CONSTRAINT audit_line_digest_form CHECK (digest ~ '^sha256:[0-9a-f]{64}$' AND previous ~ '^sha256:[0-9a-f]{64}$')
);
COMMENT ON COLUMN audit_line.who IS 'an editor; empty for a command on the console';
COMMENT ON COLUMN audit_line.digest IS 'SHA-256 of the line as canonical JSON (RFC 8785), the previous digest included';
CREATE INDEX audit_line_by_editor ON audit_line (who, number);
CREATE INDEX audit_line_by_subject ON audit_line (about, number);

-- What needs two persons: one proposes, another decides.
CREATE TABLE proposal (
    id          uuid        NOT NULL,
    action      text        NOT NULL,
    about       text        NOT NULL,
    why         text        NOT NULL,
    proposed_by uuid        NOT NULL,
    proposed    timestamptz NOT NULL,
    expires     timestamptz NOT NULL,
    CONSTRAINT proposal_pk PRIMARY KEY (id),
    CONSTRAINT proposal_with_its_proposer UNIQUE (id, proposed_by),
    CONSTRAINT proposal_proposed_by FOREIGN KEY (proposed_by) REFERENCES editor (id),
    CONSTRAINT proposal_has_a_reason CHECK (why <> ''),
    CONSTRAINT proposal_expires_later CHECK (expires > proposed)
);
CREATE INDEX proposal_by_time ON proposal (proposed);

-- What an action needs, such as the text of a case, until somebody has decided; what is retracted later must not stand here.
CREATE TABLE proposal_payload (
    proposal uuid NOT NULL,
    payload  text NOT NULL,
    CONSTRAINT proposal_payload_pk PRIMARY KEY (proposal),
    CONSTRAINT proposal_payload_proposal FOREIGN KEY (proposal) REFERENCES proposal (id)
);

-- One decision for each proposal, and never one's own approval.
CREATE TABLE proposal_decision (
    proposal    uuid        NOT NULL,
    proposed_by uuid        NOT NULL,
    decided_by  uuid        NOT NULL,
    decided     timestamptz NOT NULL,
    decision    text        NOT NULL,
    why         text        NOT NULL,
    CONSTRAINT proposal_decision_pk PRIMARY KEY (proposal),
    CONSTRAINT proposal_decision_proposal FOREIGN KEY (proposal, proposed_by) REFERENCES proposal (id, proposed_by),
    CONSTRAINT proposal_decision_decided_by FOREIGN KEY (decided_by) REFERENCES editor (id),
    CONSTRAINT proposal_decision_word CHECK (decision IN ('approved', 'rejected', 'taken-back')),
    CONSTRAINT proposal_decision_needs_two_persons CHECK ((decided_by = proposed_by) = (decision = 'taken-back'))
);

-- What an admin has switched, with every turn kept.
CREATE TABLE switch_turn (
    number bigint GENERATED ALWAYS AS IDENTITY,
    switch text        NOT NULL,
    is_on  boolean     NOT NULL,
    why    text        NOT NULL,
    who    text        NOT NULL,
    at     timestamptz NOT NULL,
    CONSTRAINT switch_turn_pk PRIMARY KEY (number),
    CONSTRAINT switch_turn_is_known CHECK (switch IN ('read-only', 'no-intake', 'no-desk')),
    CONSTRAINT switch_turn_has_a_reason CHECK (why <> '')
);
CREATE INDEX switch_turn_latest ON switch_turn (switch, number DESC);

CALL keep_insert_only('audit_line');
CALL keep_insert_only('proposal');
CALL keep_insert_only('proposal_decision');
CALL keep_insert_only('switch_turn');
