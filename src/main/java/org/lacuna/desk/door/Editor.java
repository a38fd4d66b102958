package org.lacuna.desk.door;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.lacuna.intake.seal.Recipient;

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

    private String recipient;

    @Column(name = "wrapped_key")
    private byte[] wrappedKey;

    @Column(name = "second_step")
    private byte[] secondStep;

    private Instant removed;

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "editor_role", joinColumns = @JoinColumn(name = "editor"))
    @Column(name = "role")
    private Set<String> roles = new HashSet<>();

    /** For the database. */
    protected Editor() {}

    Editor(UUID id, String name, Set<DeskRole> roles, Instant created) {
        this.id = id;
        this.name = name;
        this.roles = DeskRole.words(roles);
        this.created = created;
    }

    UUID id() {
        return id;
    }

    String name() {
        return name;
    }

    Instant created() {
        return created;
    }

    Set<DeskRole> roles() {
        return DeskRole.all(roles);
    }

    void roles(Set<DeskRole> other) {
        roles.clear();
        roles.addAll(DeskRole.words(other));
    }

    boolean opensSubmissions() {
        return roles().stream().anyMatch(DeskRole::opensSubmissions);
    }

    boolean mustChangePassword() {
        return mustChangePassword;
    }

    /** Empty for an editor from before editors had keys. */
    Optional<Lock> lock() {
        return recipient == null
                ? Optional.empty()
                : Optional.of(new Lock(passwordHash, new Recipient(recipient), wrappedKey));
    }

    /** @param oneTime whether somebody else knows the password */
    void lock(Lock lock, boolean oneTime) {
        passwordHash = lock.passwordHash();
        recipient = lock.recipient().line();
        wrappedKey = lock.wrapped();
        mustChangePassword = oneTime;
    }

    /** Closed; see {@link SecondSteps}. */
    Optional<byte[]> secondStep() {
        return Optional.ofNullable(secondStep);
    }

    void secondStep(byte[] closed) {
        secondStep = closed;
    }

    void forgetSecondStep() {
        secondStep = null;
    }

    boolean isRemoved() {
        return removed != null;
    }

    void remove(Instant now) {
        removed = now;
    }
}
