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
import java.util.UUID;

/** Sessions with their life cycle: opened, used, ended by time or by hand. */
@ApplicationScoped
class Sessions implements PanacheRepositoryBase<EditorSession, UUID> {
    private final Clock clock;

    Sessions(Clock clock) {
        this.clock = clock;
    }

    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm", Locale.ENGLISH).withZone(ZoneOffset.UTC);

    /** A session in a list; times in words, in UTC. */
    record Line(UUID id, String opened, String lastUsed, boolean here) {}

    /** A new one; the secret is for the browser alone. */
    @Transactional
    Token open(Editor editor) {
        Token token = Token.draw();
        persist(new EditorSession(editor, token, clock.instant()));
        return token;
    }

    /** Who holds this secret now, if it still holds. */
    @Transactional
    Optional<Visitor> visitor(Token token) {
        Instant now = clock.instant();
        Optional<EditorSession> found =
                find("tokenHash", token.digest()).firstResultOptional().filter(session -> session.holds(now));
        found.ifPresent(session -> session.use(now));
        return found.map(session -> new Visitor(
                session.id(),
                session.editor().id(),
                session.editor().name(),
                session.editor().mustChangePassword(),
                token.formToken()));
    }

    /** The sessions of the visitor's account that still hold, newest first. */
    @Transactional
    List<Line> open(Visitor visitor) {
        Instant now = clock.instant();
        return find("editor.id = ?1 and revoked is null order by opened desc", visitor.editor()).stream()
                .filter(session -> session.holds(now))
                .map(session -> new Line(
                        session.id(),
                        MINUTE.format(session.opened()),
                        MINUTE.format(session.lastUsed()),
                        session.id().equals(visitor.session())))
                .toList();
    }

    /** Ends one of the visitor's own sessions; whether there was such a one. */
    @Transactional
    boolean revoke(Visitor visitor, UUID id) {
        Optional<EditorSession> own =
                findByIdOptional(id).filter(session -> session.editor().id().equals(visitor.editor()));
        own.ifPresent(session -> session.revoke(clock.instant()));
        return own.isPresent();
    }

    /** Ends all sessions of an account. */
    @Transactional
    void revokeAll(UUID editor) {
        find("editor.id = ?1 and revoked is null", editor).list().forEach(session -> session.revoke(clock.instant()));
    }
}
