package org.lacuna.api.hooks;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.lacuna.api.access.Reader;
import org.lacuna.api.access.Shares;

/**
 * How many of the sign-ups that wait for a yes each reader has made on this process. That is known in memory alone, and
 * forgotten as soon as a sign-up waits no more. To be asked by one at a time.
 */
@ApplicationScoped
class SignUps {
    private final HookSettings settings;
    private final Shares shares = new Shares();
    private final Map<UUID, Shares.Share> taken = new ConcurrentHashMap<>();

    SignUps(HookSettings settings) {
        this.settings = settings;
    }

    /**
     * Takes a place for a sign-up.
     *
     * @param waiting all that wait at this moment
     * @throws TooManyHooks if the reader has as many as one may have
     */
    void take(UUID signUp, Reader reader, Set<UUID> waiting) {
        Set.copyOf(taken.keySet()).stream()
                .filter(each -> each.equals(signUp) || !waiting.contains(each))
                .forEach(over -> taken.remove(over).close());
        int most = reader.everybody() ? settings.mostUnverifiedTogether() : settings.mostUnverifiedOfOneReader();
        Optional<Shares.Share> share = shares.take(reader, most);
        taken.put(
                signUp,
                share.orElseThrow(() -> TooManyHooks.forAMinute(
                        "Too many of your subscriptions wait for the answer of their hosts: expected at most " + most
                                + (reader.everybody() ? " of all who share this way in" : "")
                                + ". Each waits no longer than its host takes to answer.")));
    }
}
