package org.lacuna.desk.door;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.UUID;

/** Makes editors with a password that a test knows. */
@ApplicationScoped
class DeskForTests {
    static final String ONE_TIME = "abcd-efgh-jkmn-pqrs-tvwx";
    static final String OWN = "korrekt pferd batterie heftklammer";

    private final EditorRepository editors;
    private final PasswordHash passwords;
    private final Clock clock;

    DeskForTests(EditorRepository editors, PasswordHash passwords, Clock clock) {
        this.editors = editors;
        this.passwords = passwords;
        this.clock = clock;
    }

    /** A new editor with a one-time password; its name. */
    @Transactional
    String newEditor() {
        String name = "editor-" + UUID.randomUUID();
        editors.persist(new Editor(name, passwords.of(ONE_TIME), clock.instant()));
        return name;
    }

    /** An editor with a one-time password who has logged in. */
    DeskBrowser withOneTimePassword() {
        DeskBrowser browser = new DeskBrowser();
        assertThat(browser.login(newEditor(), ONE_TIME).statusCode()).isEqualTo(303);
        return browser;
    }

    /** An editor who can work. */
    DeskBrowser loggedIn() {
        DeskBrowser browser = new DeskBrowser();
        assertThat(browser.login(newEditorWithOwnPassword(), OWN).statusCode()).isEqualTo(303);
        return browser;
    }

    @Transactional
    String newEditorWithOwnPassword() {
        String name = "editor-" + UUID.randomUUID();
        String hash = passwords.of(OWN);
        Editor editor = new Editor(name, hash, clock.instant());
        editor.password(hash);
        editors.persist(editor);
        return name;
    }
}
