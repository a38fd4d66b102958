package org.lacuna.desk.door;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/** Editors with their life cycle. */
@ApplicationScoped
class EditorRepository implements PanacheRepositoryBase<Editor, UUID> {
    Optional<Editor> named(String name) {
        return find("name", asKept(name)).firstResultOptional();
    }

    /** A name as it stands in the table, however it was typed. */
    static String asKept(String name) {
        return name.strip().toLowerCase(Locale.ROOT);
    }
}
