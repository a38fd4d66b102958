package org.lacuna.desk.door;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Optional;
import org.lacuna.intake.EditorKey;
import org.lacuna.intake.seal.Identity;

/** Opens the editor's key in this process, for a session that has none here. */
@ApplicationScoped
class UnlockKey {
    private final EditorRepository editors;
    private final EditorKeys keys;
    private final UnlockedKeys unlocked;
    private final Guesses guesses;
    private final Audit audit;

    UnlockKey(EditorRepository editors, EditorKeys keys, UnlockedKeys unlocked, Guesses guesses, Audit audit) {
        this.editors = editors;
        this.keys = keys;
        this.unlocked = unlocked;
        this.guesses = guesses;
        this.audit = audit;
    }

    /**
     * Whether the password was right.
     *
     * @throws org.lacuna.shared.SlowHash.Busy if too many passwords are being checked
     */
    @Transactional
    boolean unlock(Visitor visitor, String password) {
        Editor editor = editors.findById(visitor.editor());
        Optional<Identity> identity = guesses.counted("own " + editor.id(), () -> keys.open(editor, password, true));
        if (identity.isPresent() && editor.opensSubmissions()) {
            unlocked.keep(visitor.session(), new EditorKey(editor.id().toString(), identity.get()));
            audit.act(editor.id(), DeskAction.UNLOCKED_KEY, "the desk", "");
        }
        return identity.isPresent();
    }
}
