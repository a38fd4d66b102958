package org.lacuna.desk.door;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Sessions with their life cycle: opened, used, ended by time or by hand. */
@ApplicationScoped
class Sessions implements PanacheRepositoryBase<EditorSession, UUID> {
    private final UnlockedKeys keys;
    private final Clock clock;

    Sessions(UnlockedKeys keys, Clock clock) {
        this.keys = keys;
        this.clock = clock;
    }

    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm", Locale.ENGLISH).withZone(ZoneOffset.UTC);

    /** A session in a list; times in words, in UTC. */
    record Line(UUID id, String editor, String opened, String lastUsed, boolean here) {}

    /** A new session; the secret is for the browser alone. */
    record Opened(UUID id, Token token) {}

    /** Opens one. */
    @Transactional
    Opened open(Editor editor) {
        Token token = Token.draw();
        EditorSession session = new EditorSession(editor, token, clock.instant());
        persist(session);
        return new Opened(session.id(), token);
    }

    /** Who holds this secret now, if it still holds. */
    @Transactional
    Optional<Visitor> visitor(Token token) {
        Instant now = clock.instant();
        Optional<EditorSession> found =
                find("tokenHash", token.digest()).firstResultOptional().filter(session -> session.holds(now));
        found.ifPresent(session -> session.use(now));
        return found.map(session -> visitor(session, token));
    }

    private static Visitor visitor(EditorSession session, Token token) {
        Editor editor = session.editor();
        return new Visitor(
                session.id(),
                editor.id(),
                editor.name(),
                editor.roles(),
                editor.mustChangePassword(),
                editor.secondStep().isEmpty(),
                token.formToken());
    }

    /** The sessions of an account that still hold, newest first. */
    @Transactional
    List<Line> open(UUID editor, UUID here) {
        Instant now = clock.instant();
        return find("editor.id = ?1 and revoked is null order by opened desc", editor).stream()
                .filter(session -> session.holds(now))
                .map(session -> new Line(
                        session.id(),
                        session.editor().name(),
                        MINUTE.format(session.opened()),
                        MINUTE.format(session.lastUsed()),
                        session.id().equals(here)))
                .toList();
    }

    /** Whose session it is; empty if there is none of this id. */
    @Transactional
    Optional<UUID> owner(UUID id) {
        return findByIdOptional(id).map(session -> session.editor().id());
    }

    /** Ends a session, and forgets its key here. */
    @Transactional
    void revoke(UUID id) {
        keys.forget(id);
        findByIdOptional(id).ifPresent(session -> session.revoke(clock.instant()));
    }

    /** Ends all sessions of an account. */
    @Transactional
    void revokeAll(UUID editor) {
        find("editor.id = ?1 and revoked is null", editor).list().forEach(session -> {
            keys.forget(session.id());
            session.revoke(clock.instant());
        });
    }

    /** Those of them that still hold. */
    @Transactional
    Set<UUID> holding(Set<UUID> some) {
        Instant now = clock.instant();
        return find("id in ?1", some).stream()
                .filter(session -> session.holds(now))
                .map(EditorSession::id)
                .collect(Collectors.toSet());
    }
}
