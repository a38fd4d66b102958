package org.lacuna.api.hooks;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.lacuna.ledger.ServiceKey;
import org.lacuna.shared.Seal;

/** Closes the secrets of subscriptions with a key of the installation, each bound to its subscription. */
@ApplicationScoped
class Secrets {
    private final ServiceKey key;

    Secrets(ServiceKey key) {
        this.key = key;
    }

    byte[] close(UUID hook, byte[] secret) {
        return Seal.close(sealing(), secret, boundTo(hook));
    }

    /** @throws IllegalStateException if it was closed with another key, or for another subscription */
    byte[] open(UUID hook, byte[] sealed) {
        return Seal.open(sealing(), sealed, boundTo(hook))
                .orElseThrow(() -> new IllegalStateException("the secret of webhook " + hook
                        + " does not open: expected the signing key with which it was closed; restore that file"));
    }

    private byte[] sealing() {
        return key.derive("webhook secrets");
    }

    private static byte[] boundTo(UUID hook) {
        return ("webhook " + hook).getBytes(StandardCharsets.UTF_8);
    }
}
