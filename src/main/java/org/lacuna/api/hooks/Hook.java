package org.lacuna.api.hooks;

import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.lacuna.publication.CaseFilter;

/**
 * A subscription.
 *
 * @param site root of the addresses in its messages, with a slash at its end
 * @param why the last thing that went wrong
 * @param cursor all changes up to this one have been dealt with
 * @param delivered when a message was last taken
 */
record Hook(
        UUID id,
        URI url,
        CaseFilter filter,
        URI site,
        HookState state,
        Optional<String> why,
        long cursor,
        Instant created,
        Optional<Instant> verified,
        Optional<Instant> delivered) {}
