package org.lacuna.desk.door;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/** Editors with their life cycle. One who was removed stays, since the audit trail names them. */
@ApplicationScoped
class EditorRepository implements PanacheRepositoryBase<Editor, UUID> {
    /** Who may log in under this name. */
    Optional<Editor> named(String name) {
        return find("name = ?1 and removed is null", asKept(name)).firstResultOptional();
    }

    /** Whether somebody has, or had, this name. */
    boolean knows(String name) {
        return count("name", asKept(name)) > 0;
    }

    Optional<Editor> working(UUID id) {
        return findByIdOptional(id).filter(editor -> !editor.isRemoved());
    }

    List<Editor> byName() {
        return list("removed is null order by name");
    }

    long admins() {
        return count("removed is null and ?1 member of roles", DeskRole.ADMIN.word());
    }

    /** A name as it stands in the table, however it was typed. */
    static String asKept(String name) {
        return name.strip().toLowerCase(Locale.ROOT);
    }
}
