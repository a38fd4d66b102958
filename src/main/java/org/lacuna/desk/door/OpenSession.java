package org.lacuna.desk.door;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import org.lacuna.intake.EditorKey;
import org.lacuna.intake.seal.Identity;

/** Opens a session and keeps the editor's key for it, if the editor reads submissions. */
@ApplicationScoped
class OpenSession {
    private final Sessions sessions;
    private final UnlockedKeys keys;

    OpenSession(Sessions sessions, UnlockedKeys keys) {
        this.sessions = sessions;
        this.keys = keys;
    }

    @Transactional
    Token open(Editor editor, Identity identity) {
        Sessions.Opened opened = sessions.open(editor);
        if (editor.opensSubmissions()) {
            keys.keep(opened.id(), new EditorKey(editor.id().toString(), identity));
        }
        return opened.token();
    }

    @Transactional
    void revokeAll(Editor editor) {
        sessions.revokeAll(editor.id());
    }
}
