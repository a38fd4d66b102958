package org.lacuna.api.hooks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.lacuna.shared.Seal;

/**
 * Asks a target whether it wants messages, before it gets any: one request, to which it must answer with the challenge
 * that is in it. A host is asked only so often, whoever signs it up.
 */
@ApplicationScoped
class Handshake {
    private static final int CHALLENGE_BYTES = 24;
    private static final int READ = 4096;

    private final Target target;
    private final LeaseQueries leases;
    private final HookSettings settings;
    private final ObjectMapper json;
    private final Clock clock;

    Handshake(Target target, LeaseQueries leases, HookSettings settings, ObjectMapper json, Clock clock) {
        this.target = target;
        this.leases = leases;
        this.settings = settings;
        this.json = json;
        this.clock = clock;
    }

    void ask(LeaseQueries.Lease lease, List<byte[]> secrets) {
        Optional<Duration> wait = leases.turnToAsk(lease.hook().url().getHost(), settings.askPause());
        if (wait.isPresent()) {
            leases.release(lease, 0, lease.hook().why(), wait.get(), settings.silent());
            return;
        }
        String challenge = Base64.getUrlEncoder().withoutPadding().encodeToString(Seal.randomBytes(CHALLENGE_BYTES));
        Target.Outcome outcome = target.send(
                lease.hook().url(), HookMessage.question(lease.hook().id(), challenge, clock.instant()), secrets, READ);
        if (outcome.taken() && echoes(outcome.body(), challenge)) {
            leases.verified(lease);
        } else {
            leases.refused(lease, outcome.why().orElse("the challenge was not sent back"));
        }
    }

    /** The challenge alone, or JSON that has it under its name. */
    private boolean echoes(byte[] body, String challenge) {
        if (new String(body, StandardCharsets.UTF_8).strip().equals(challenge)) {
            return true;
        }
        try {
            JsonNode answer = json.readTree(body);
            return answer != null && challenge.equals(answer.path("challenge").asText());
        } catch (IOException noJson) {
            return false;
        }
    }
}
