package org.lacuna.desk.door;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.ws.rs.NotFoundException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.lacuna.intake.EditorKey;
import org.lacuna.intake.KeyHolders;
import org.lacuna.intake.Rewrap;
import org.lacuna.intake.seal.Identity;

/** Wraps what is stored to an editor whose key is new. Somebody does it whose own key opens it. */
@ApplicationScoped
public class GiveAccess {
    private final EditorRepository editors;
    private final KeyHolders holders;
    private final Rewrap rewrap;
    private final Audit audit;

    GiveAccess(EditorRepository editors, KeyHolders holders, Rewrap rewrap, Audit audit) {
        this.editors = editors;
        this.holders = holders;
        this.rewrap = rewrap;
        this.audit = audit;
    }

    /**
     * Somebody who should read submissions.
     *
     * @param lacking how many stored ones do not open with this one's key
     */
    record Line(UUID id, String name, long lacking) {}

    List<Line> all() {
        return editors.byName().stream()
                .filter(Editor::opensSubmissions)
                .map(editor -> new Line(
                        editor.id(), editor.name(), rewrap.lacking(editor.id().toString())))
                .toList();
    }

    /** @throws NotFoundException if there is nobody of this id who reads submissions */
    void give(Visitor giver, EditorKey key, UUID to) {
        Editor editor = editors.working(to)
                .filter(Editor::opensSubmissions)
                .orElseThrow(() -> new NotFoundException("There is no editor like this who reads submissions."));
        // Written first: better a line about what was not done to its end than access that no line tells of.
        audit.act(giver.editor(), DeskAction.GAVE_ACCESS, editor.name(), "");
        rewrap.give(key, editor.id().toString());
    }

    /**
     * With the recovery key, on the console.
     *
     * @param line {@code AGE-SECRET-KEY-1…} as it was written down
     * @return how many submissions were given
     * @throws IllegalArgumentException if there is no such editor, or one who reads no submissions, or it is not the
     *     recovery key of this installation; the message quotes nothing of it
     */
    @ActivateRequestContext // a command of the console has none
    public long giveWithRecoveryKey(byte[] line, String name) {
        Editor editor = editors.named(name)
                .filter(Editor::opensSubmissions)
                .orElseThrow(() -> new IllegalArgumentException(
                        "expected the name of an editor who reads submissions, found none of this name"));
        if (!holders.all().containsKey(editor.id().toString())) {
            throw new IllegalArgumentException("expected an editor who has a key, and " + editor.name()
                    + " has none before the first log-in; the command editor-password gives one");
        }
        Identity identity = Optional.ofNullable(holders.all().get(KeyHolders.RECOVERY))
                .map(recipient -> Identity.of(line, recipient))
                .filter(Identity::whole)
                .orElseThrow(() -> new IllegalArgumentException("expected the recovery key of this installation,"
                        + " AGE-SECRET-KEY-1…, found something else; compare it with the paper letter by letter"));
        audit.onConsole(DeskAction.GAVE_ACCESS, editor.name(), "with the recovery key");
        return rewrap.give(
                new EditorKey(KeyHolders.RECOVERY, identity), editor.id().toString());
    }
}
