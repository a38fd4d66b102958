package org.lacuna.api.hooks;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * How the delivery of a subscription goes.
 *
 * @param deliveredTo all changes up to this one have been dealt with
 * @param last number of the last change there is
 * @param retrying messages that were not taken and are tried again, the newest first
 * @param dead messages that were given up, the newest first; {@code replay} sends them again
 */
@Schema(name = "Deliveries")
record Deliveries(
        String state,
        long deliveredTo,
        long last,
        Optional<Instant> lastDelivered,
        List<Untaken> retrying,
        List<Untaken> dead) {
    /**
     * One message that was not taken.
     *
     * @param id its {@code webhook-id}, the same whenever it is sent
     * @param sequence of the change that it tells of
     * @param attempts how often it was sent
     * @param next when it is tried again; missing for one that was given up
     */
    @Schema(name = "UntakenMessage")
    record Untaken(
            String id,
            long sequence,
            int attempts,
            Instant first,
            Instant last,
            @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<Instant> next,
            String why) {
        static Untaken of(UUID hook, TroubleQueries.Trouble trouble) {
            return new Untaken(
                    HookMessage.id(hook, trouble.sequence()),
                    trouble.sequence(),
                    trouble.attempts(),
                    trouble.first(),
                    trouble.last(),
                    trouble.next(),
                    trouble.why());
        }
    }
}
