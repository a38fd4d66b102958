package org.lacuna.desk.door;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.util.Optional;
import org.lacuna.shared.Role;
import org.lacuna.shared.ThisProcess;

/**
 * Makes the first editor when there is none, and a new way in for one who lost theirs. A one-time password goes to the
 * console of whoever runs the process and to no log; it opens nothing but the page on which it is changed.
 */
@ApplicationScoped
public class OneTimePasswords {
    private final EditorRepository editors;
    private final Accounts accounts;
    private final Audit audit;
    private final DeskSettings settings;

    OneTimePasswords(EditorRepository editors, Accounts accounts, Audit audit, DeskSettings settings) {
        this.editors = editors;
        this.accounts = accounts;
        this.audit = audit;
        this.settings = settings;
    }

    void start(@Observes StartupEvent started, ThisProcess process) {
        if (process.plays(Role.DESK)) {
            make().ifPresent(this::tell);
        }
    }

    /** The one-time password, if an editor was made now. */
    Optional<String> make() {
        return accounts.makeFirst(settings.firstEditor());
    }

    /**
     * Gives an editor a new one-time password and a new key, and ends all sessions of the account; for whoever lost theirs
     * and can ask somebody with access to the server.
     *
     * @param secondStepToo whether the telephone was lost as well
     * @return the password; empty if there is no editor of this name
     */
    @Transactional
    public Optional<String> renew(String name, boolean secondStepToo) {
        Optional<Editor> editor = editors.named(name);
        return editor.map(known -> {
            String password = accounts.reset(known, secondStepToo);
            audit.onConsole(DeskAction.RESET_PASSWORD, known.name(), secondStepToo ? "the second step too" : "");
            return password;
        });
    }

    private void tell(String password) {
        System.out.printf(
                "%n  The desk has its first editor. Log in at /desk; this is shown once.%n"
                        + "    name:              %s%n    one-time password: %s%n%n",
                settings.firstEditor(), password);
    }
}
