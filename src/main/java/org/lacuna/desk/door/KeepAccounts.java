package org.lacuna.desk.door;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.ForbiddenException;
import jakarta.ws.rs.NotFoundException;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** What an administrator does to the accounts of others, with its trace. Nobody does it to their own. */
@ApplicationScoped
class KeepAccounts {
    private final EditorRepository editors;
    private final Accounts accounts;
    private final Sessions sessions;
    private final Audit audit;

    KeepAccounts(EditorRepository editors, Accounts accounts, Sessions sessions, Audit audit) {
        this.editors = editors;
        this.accounts = accounts;
        this.sessions = sessions;
        this.audit = audit;
    }

    /** An account as the page lists it. */
    record Line(UUID id, String name, Set<DeskRole> roles, boolean secondStep, List<Sessions.Line> sessions) {
        public boolean has(DeskRole role) {
            return roles.contains(role);
        }
    }

    @Transactional
    List<Line> all(Visitor admin) {
        return editors.byName().stream()
                .map(editor -> new Line(
                        editor.id(),
                        editor.name(),
                        editor.roles(),
                        editor.secondStep().isPresent(),
                        sessions.open(editor.id(), admin.session())))
                .toList();
    }

    /** @throws Accounts.LastAdmin if nobody would be left who keeps the accounts */
    @Transactional
    void roles(Visitor admin, UUID id, Set<DeskRole> roles) {
        Editor editor = another(admin, id);
        accounts.roles(editor, roles);
        audit.act(admin.editor(), DeskAction.CHANGED_ROLES, editor.name(), Invitations.words(roles));
    }

    /** The one-time password, to be shown once. */
    @Transactional
    String reset(Visitor admin, UUID id, boolean secondStepToo) {
        Editor editor = another(admin, id);
        String password = accounts.reset(editor, secondStepToo);
        audit.act(admin.editor(), DeskAction.RESET_PASSWORD, editor.name(), secondStepToo ? "the second step too" : "");
        return password;
    }

    /** @throws Accounts.LastAdmin if nobody would be left who keeps the accounts */
    @Transactional
    void remove(Visitor admin, UUID id, String why) {
        Editor editor = another(admin, id);
        accounts.remove(editor);
        audit.act(admin.editor(), DeskAction.REMOVED_EDITOR, editor.name(), why);
    }

    private Editor another(Visitor admin, UUID id) {
        if (admin.editor().equals(id)) {
            throw new ForbiddenException("Another administrator does this to your account.");
        }
        return editors.working(id).orElseThrow(() -> new NotFoundException("There is no such editor."));
    }
}
