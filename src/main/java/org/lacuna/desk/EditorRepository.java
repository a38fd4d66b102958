package org.lacuna.desk;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/** Editors with their life cycle. */
@ApplicationScoped
class EditorRepository implements PanacheRepositoryBase<Editor, UUID> {
    Optional<Editor> named(String name) {
        return find("name", name.strip().toLowerCase(Locale.ROOT)).firstResultOptional();
    }
}
