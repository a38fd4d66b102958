package org.lacuna.desk.door;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** Somebody who may work at the desk. */
@Entity
@Table(name = "editor")
class Editor {
    @Id
    private UUID id;

    @Column(updatable = false)
    private String name;

    @Column(name = "password_hash")
    private String passwordHash;

    @Column(name = "must_change_password")
    private boolean mustChangePassword;

    @Column(updatable = false)
    private Instant created;

    /** For the database. */
    protected Editor() {}

    /** An editor with a one-time password. */
    Editor(String name, String passwordHash, Instant created) {
        this.id = UUID.randomUUID();
        this.name = name;
        this.passwordHash = passwordHash;
        this.mustChangePassword = true;
        this.created = created;
    }

    UUID id() {
        return id;
    }

    String name() {
        return name;
    }

    String passwordHash() {
        return passwordHash;
    }

    boolean mustChangePassword() {
        return mustChangePassword;
    }

    void password(String newHash) {
        passwordHash = newHash;
        mustChangePassword = false;
    }

    void oneTimePassword(String newHash) {
        passwordHash = newHash;
        mustChangePassword = true;
    }
}
