package org.lacuna.desk.door;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.lacuna.intake.EditorKey;

/**
 * The private keys of editors who are working, by session; in the memory of this process alone. A session that began on
 * another node, or before a restart, has none until its editor types the password again.
 */
@ApplicationScoped
public class UnlockedKeys {
    private final Map<UUID, EditorKey> bySession = new ConcurrentHashMap<>();

    /** The key of this visitor's session. */
    public Optional<EditorKey> of(Visitor visitor) {
        return Optional.ofNullable(bySession.get(visitor.session()));
    }

    void keep(UUID session, EditorKey key) {
        bySession.put(session, key);
    }

    void forget(UUID session) {
        bySession.remove(session);
    }

    Set<UUID> sessions() {
        return Set.copyOf(bySession.keySet());
    }

    /** Forgets all others. */
    void keepOnly(Collection<UUID> holding, Collection<UUID> asked) {
        asked.stream().filter(session -> !holding.contains(session)).forEach(bySession::remove);
    }
}
