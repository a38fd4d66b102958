-- Who may work at the desk.
CREATE TABLE editor (
    id uuid CONSTRAINT editor_pk PRIMARY KEY,
    name text NOT NULL,
    password_hash text NOT NULL,
    must_change_password boolean NOT NULL,
    created timestamptz NOT NULL,
    CONSTRAINT editor_name_is_unique UNIQUE (name),
    CONSTRAINT editor_password_is_hashed CHECK (password_hash LIKE '$argon2id$%')
);

-- A session is a row, so that it can be ended from elsewhere. The token is only with the browser.
CREATE TABLE editor_session (
    id uuid CONSTRAINT editor_session_pk PRIMARY KEY,
    token_hash bytea NOT NULL,
    editor uuid NOT NULL CONSTRAINT editor_session_belongs_to_an_editor REFERENCES editor (id),
    opened timestamptz NOT NULL,
    last_used timestamptz NOT NULL,
    ends timestamptz NOT NULL,
    revoked timestamptz,
    CONSTRAINT editor_session_token_is_unique UNIQUE (token_hash),
    CONSTRAINT editor_session_ends_after_it_opened CHECK (ends > opened)
);
CREATE INDEX editor_session_by_editor ON editor_session (editor, opened);

-- Browsers in which an editor has logged in before: guesses made elsewhere do not slow them down.
CREATE TABLE editor_browser (
    token_hash bytea CONSTRAINT editor_browser_pk PRIMARY KEY,
    editor uuid NOT NULL CONSTRAINT editor_browser_belongs_to_an_editor REFERENCES editor (id),
    known_since date NOT NULL
);

-- What editors did: who, what, about what, why, when.
CREATE TABLE desk_action (
    id uuid CONSTRAINT desk_action_pk PRIMARY KEY,
    at timestamptz NOT NULL,
    editor uuid NOT NULL CONSTRAINT desk_action_is_by_an_editor REFERENCES editor (id),
    action text NOT NULL,
    about text NOT NULL,
    detail text NOT NULL,
    CONSTRAINT desk_action_is_known CHECK (action IN ('logged-in', 'logged-out', 'changed-password',
        'revoked-session', 'opened-submission', 'closed-submission', 'published-case'))
);
CREATE INDEX desk_action_by_time ON desk_action (at);
CREATE TRIGGER desk_action_is_insert_only BEFORE UPDATE OR DELETE ON desk_action
    FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER desk_action_is_never_emptied BEFORE TRUNCATE ON desk_action
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
