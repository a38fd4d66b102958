package org.lacuna.shared;

import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Where readers find this installation: what stands in front of every address that leaves it, in citations, feeds and
 * messages. An operator sets {@code lacuna.address}; without it an address is made of the host that was asked, which
 * whoever asks can choose.
 */
@ApplicationScoped
public class SiteAddress {
    private final Optional<URI> configured;

    /** @throws IllegalArgumentException if it is no address of a site */
    SiteAddress(@ConfigProperty(name = "lacuna.address") Optional<URI> configured) {
        this.configured = configured.map(SiteAddress::checked);
    }

    /** What the operator says, with a slash at its end. */
    public Optional<URI> configured() {
        return configured;
    }

    /**
     * The root of all addresses, with a slash at its end.
     *
     * @param asked the root as the reader asked for it
     */
    public URI root(URI asked) {
        return configured.orElse(asked);
    }

    private static URI checked(URI given) {
        boolean web = "https".equals(given.getScheme()) || "http".equals(given.getScheme());
        if (!web || given.getHost() == null || given.getRawQuery() != null || given.getRawFragment() != null) {
            throw new IllegalArgumentException(
                    "lacuna.address: expected an address such as https://lacuna.example, found '" + given + "'");
        }
        return given.getRawPath().endsWith("/") ? given : URI.create(given + "/");
    }
}
