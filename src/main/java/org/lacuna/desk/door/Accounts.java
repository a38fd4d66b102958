package org.lacuna.desk.door;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.lacuna.intake.KeyHolders;

/**
 * Makes accounts, changes what they may do, and ends them. The keys follow: whoever may read submissions holds a key from
 * the first moment, and whoever may no longer loses what was wrapped to it.
 */
@ApplicationScoped
class Accounts {
    private static final int GROUPS = 5;

    private final EditorRepository editors;
    private final EditorKeys keys;
    private final KeyHolders holders;
    private final Sessions sessions;
    private final DeskQueries queries;
    private final Clock clock;

    Accounts(
            EditorRepository editors,
            EditorKeys keys,
            KeyHolders holders,
            Sessions sessions,
            DeskQueries queries,
            Clock clock) {
        this.editors = editors;
        this.keys = keys;
        this.holders = holders;
        this.sessions = sessions;
        this.queries = queries;
        this.clock = clock;
    }

    /** An account that would leave nobody to keep the accounts was to be changed; nothing was. */
    static final class LastAdmin extends RuntimeException {
        LastAdmin() {
            super("expected at least one administrator besides this one, found none: give the role to another first");
        }
    }

    /**
     * The one-time password of an editor with all roles, if nobody can log in yet: at the first start, or where the only
     * editors are from before editors had keys.
     */
    @Transactional
    Optional<String> makeFirst(String name) {
        queries.lockAccounts();
        if (editors.byName().stream().anyMatch(editor -> editor.lock().isPresent())) {
            return Optional.empty();
        }
        String kept = EditorRepository.asKept(name);
        return Optional.of(editors.named(kept).map(known -> reset(known, true)).orElseGet(() -> {
            String password = Crockford.draw(GROUPS);
            add(kept, EnumSet.allOf(DeskRole.class), password, true);
            return password;
        }));
    }

    /**
     * A new account.
     *
     * @param oneTime whether somebody besides its owner knows the password
     */
    @Transactional
    Editor add(String name, Set<DeskRole> roles, String password, boolean oneTime) {
        Editor editor = new Editor(UUID.randomUUID(), EditorRepository.asKept(name), roles, clock.instant());
        lock(editor, password, oneTime);
        editors.persistAndFlush(editor);
        return editor;
    }

    /**
     * A one-time password in the place of one that was lost. The key behind the lost one is lost with it: there is a new
     * one, to which another editor wraps again what is stored.
     *
     * @param secondStepToo whether the telephone was lost as well
     */
    @Transactional
    String reset(Editor editor, boolean secondStepToo) {
        String password = Crockford.draw(GROUPS);
        lock(editor, password, true);
        if (secondStepToo) {
            editor.forgetSecondStep();
        }
        endSessions(editor);
        return password;
    }

    private void lock(Editor editor, String password, boolean oneTime) {
        Lock lock = keys.draw(editor.id(), password);
        editor.lock(lock, oneTime);
        if (editor.opensSubmissions()) {
            holders.put(editor.id().toString(), lock.recipient());
        }
    }

    /** @throws LastAdmin if nobody would be left who keeps the accounts */
    @Transactional
    void roles(Editor editor, Set<DeskRole> roles) {
        queries.lockAccounts();
        if (!roles.contains(DeskRole.ADMIN)) {
            keepAnAdmin(editor);
        }
        boolean opened = editor.opensSubmissions();
        editor.roles(roles);
        if (opened && !editor.opensSubmissions()) {
            holders.remove(editor.id().toString());
            endSessions(editor);
        } else if (!opened && editor.opensSubmissions()) {
            editor.lock().ifPresent(lock -> holders.put(editor.id().toString(), lock.recipient()));
            endSessions(editor);
        }
    }

    /** @throws LastAdmin if nobody would be left who keeps the accounts */
    @Transactional
    void remove(Editor editor) {
        queries.lockAccounts();
        keepAnAdmin(editor);
        editor.remove(clock.instant());
        holders.remove(editor.id().toString());
        endSessions(editor);
    }

    private void keepAnAdmin(Editor editor) {
        if (editor.roles().contains(DeskRole.ADMIN) && editors.admins() == 1) {
            throw new LastAdmin();
        }
    }

    private void endSessions(Editor editor) {
        sessions.revokeAll(editor.id());
        queries.forgetBrowsers(editor.id());
    }
}
