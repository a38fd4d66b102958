package org.lacuna.api.hooks;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A subscription as its owner sees it.
 *
 * @param state unverified, active, paused, gone (it answered 410) or silent (it took nothing for too long)
 * @param why the last thing that went wrong; missing if nothing did
 * @param deliveredTo all changes up to this one have been dealt with
 * @param token gives the right to change it; told only when it is made
 * @param secret signs its messages; told only when it is made
 */
@Schema(name = "Webhook")
@JsonInclude(JsonInclude.Include.NON_ABSENT)
record HookView(
        String id,
        String url,
        Map<String, String> filter,
        String state,
        Optional<String> why,
        long deliveredTo,
        Instant created,
        Optional<Instant> verified,
        Optional<Instant> lastDelivered,
        Optional<String> token,
        Optional<String> secret) {
    static HookView of(Hook hook) {
        return of(hook, Optional.empty(), Optional.empty());
    }

    static HookView of(Hook hook, Optional<String> token, Optional<String> secret) {
        return new HookView(
                hook.id().toString(),
                hook.url().toString(),
                hook.filter().asked(),
                hook.state().word(),
                hook.why(),
                hook.cursor(),
                hook.created(),
                hook.verified(),
                hook.delivered(),
                token,
                secret);
    }
}
