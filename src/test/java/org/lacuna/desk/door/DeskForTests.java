package org.lacuna.desk.door;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.lacuna.FreshWord;
import org.lacuna.shared.Database;

/** Makes editors whose passwords and telephones a test knows. */
@ApplicationScoped
public class DeskForTests {
    static final String ONE_TIME = "abcd-efgh-jkmn-pqrs-tvwx";
    public static final String OWN = "korrekt pferd batterie heftklammer";

    private final Map<String, Totp> telephones = new ConcurrentHashMap<>();
    private final Accounts accounts;
    private final EditorRepository editors;
    private final SecondSteps secondSteps;
    private final Sessions sessions;
    private final Database database;
    private final Clock clock;

    DeskForTests(
            Accounts accounts,
            EditorRepository editors,
            SecondSteps secondSteps,
            Sessions sessions,
            Database database,
            Clock clock) {
        this.accounts = accounts;
        this.editors = editors;
        this.secondSteps = secondSteps;
        this.sessions = sessions;
        this.database = database;
        this.clock = clock;
    }

    /** A new editor with all roles, a one-time password and no second step; its name. */
    @Transactional
    public String newEditor() {
        return accounts.add(name(), EnumSet.allOf(DeskRole.class), ONE_TIME, true)
                .name();
    }

    /** A new editor who can work, with the password {@link #OWN}; with all roles if none is named. Its name. */
    @Transactional
    public String newEditorWithOwnPassword(DeskRole... roles) {
        Set<DeskRole> all = roles.length == 0 ? EnumSet.allOf(DeskRole.class) : Set.of(roles);
        Editor editor = accounts.add(name(), all, OWN, false);
        Totp telephone = Totp.draw();
        assertThat(secondSteps.setUp(editor.id(), telephone, telephone.code(Totp.step(clock.instant()))))
                .isPresent();
        telephones.put(editor.name(), telephone);
        return editor.name();
    }

    /** An editor with a one-time password who has logged in. */
    public DeskBrowser withOneTimePassword() {
        DeskBrowser browser = new DeskBrowser();
        assertThat(browser.login(newEditor(), ONE_TIME).statusCode()).isEqualTo(303);
        return browser;
    }

    /** A new editor who has logged in and can work; with all roles if none is named. */
    public DeskBrowser loggedIn(DeskRole... roles) {
        return loggedIn(newEditorWithOwnPassword(roles));
    }

    /** Another session of an editor of ours. */
    public DeskBrowser loggedIn(String name) {
        DeskBrowser browser = new DeskBrowser();
        assertThat(browser.login(name, OWN, code(name)).statusCode()).isEqualTo(303);
        return browser;
    }

    /** A code that this editor's telephone shows and that was not used yet. */
    public String code(String name) {
        database.change("UPDATE editor SET last_code_step = 0 WHERE name = ?", name);
        return telephones.get(name).code(Totp.step(clock.instant()));
    }

    void telephone(String name, Totp telephone) {
        telephones.put(name, telephone);
    }

    /** The editor's id, as in {@code intake.KeyHolders}. */
    public UUID id(String name) {
        return database.first("SELECT id FROM editor WHERE name = ?", row -> row.getObject(1, UUID.class), name)
                .orElseThrow();
    }

    /** Who a browser is logged in as, for services that want to know. */
    public Visitor visitor(DeskBrowser browser) {
        return sessions.visitor(new Token(browser.cookies().get(DeskCookies.SESSION)))
                .orElseThrow();
    }

    /** What was done, oldest first: the word, about what, and why. */
    public List<String> audited(String name) {
        return database.list(
                "SELECT action || ' ' || about || ' ' || why FROM audit_line WHERE who = ? ORDER BY number",
                row -> row.getString(1),
                id(name));
    }

    /** Does it in a transaction of its own and takes it back. */
    static void undone(Runnable work) {
        QuarkusTransaction.begin();
        try {
            work.run();
        } finally {
            QuarkusTransaction.rollback();
        }
    }

    /** Does it so many times from eight threads, which know the application as the test's own thread does. */
    static <T> List<T> atOnce(int times, IntFunction<T> work) {
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Future<T>> done = threads.invokeAll(IntStream.range(0, times)
                    .<Callable<T>>mapToObj(i -> () -> work.apply(i))
                    .toList());
            List<T> found = new ArrayList<>();
            for (Future<T> one : done) {
                found.add(one.get());
            }
            return found;
        } catch (InterruptedException | ExecutionException failed) {
            throw new AssertionError(failed);
        } finally {
            threads.shutdown();
        }
    }

    private static String name() {
        return "editor-" + FreshWord.of(13);
    }
}
