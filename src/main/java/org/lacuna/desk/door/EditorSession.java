package org.lacuna.desk.door;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/** One browser in which an editor is logged in. */
@Entity
@Table(name = "editor_session")
class EditorSession {
    private static final Duration IDLE = Duration.ofMinutes(30);
    private static final Duration LONGEST = Duration.ofHours(12);
    private static final Duration NOTED_EVERY = Duration.ofMinutes(1);

    @Id
    private UUID id;

    @Column(name = "token_hash", updatable = false)
    private byte[] tokenHash;

    @ManyToOne(fetch = FetchType.EAGER, optional = false)
    @JoinColumn(name = "editor", updatable = false)
    private Editor editor;

    @Column(updatable = false)
    private Instant opened;

    @Column(name = "last_used")
    private Instant lastUsed;

    @Column(updatable = false)
    private Instant ends;

    private Instant revoked;

    /** For the database. */
    protected EditorSession() {}

    EditorSession(Editor editor, Token token, Instant now) {
        this.id = UUID.randomUUID();
        this.editor = editor;
        this.tokenHash = token.digest();
        this.opened = now;
        this.lastUsed = now;
        this.ends = now.plus(LONGEST);
    }

    UUID id() {
        return id;
    }

    Editor editor() {
        return editor;
    }

    Instant opened() {
        return opened;
    }

    Instant lastUsed() {
        return lastUsed;
    }

    boolean holds(Instant now) {
        return revoked == null && !editor.isRemoved() && now.isBefore(ends) && now.isBefore(lastUsed.plus(IDLE));
    }

    void use(Instant now) {
        if (now.isAfter(lastUsed.plus(NOTED_EVERY))) {
            lastUsed = now;
        }
    }

    void revoke(Instant now) {
        if (revoked == null) {
            revoked = now;
        }
    }
}
