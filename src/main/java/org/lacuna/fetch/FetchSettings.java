package org.lacuna.fetch;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** How we ask the outside world for something, and when we give up. */
@ConfigMapping(prefix = "lacuna.fetch")
public interface FetchSettings {
    /** What stands in the place of a contact until the operator names one. */
    String NO_CONTACT = "https://lacuna.invalid/about";

    /**
     * The product token that robots.txt files know us by (RFC 9309 §2.2.1). Another one only where a platform has
     * agreed to it: the token of somebody else would be a lie.
     */
    @WithDefault("Lacuna")
    String productToken();

    /** A page that says who we are and how to reach us; part of the User-Agent. */
    @WithDefault(NO_CONTACT)
    String contact();

    /** The only ports that are asked. */
    @WithDefault("80,443")
    Set<Integer> ports();

    /** The largest body in bytes, both as sent and as decoded. */
    @WithDefault("5242880")
    int maxBody();

    /** The longest header line in bytes. */
    @WithDefault("16384")
    int maxHeaderLine();

    /** How many header lines an answer may have. */
    @WithDefault("256")
    int maxHeaders();

    /** The largest head of an answer in bytes, all lines together. */
    @WithDefault("262144")
    int maxHead();

    /** How many redirects are followed. */
    @WithDefault("10")
    int maxRedirects();

    /** From the first look-up to the last byte, redirects included, waiting for our turn not counted. */
    @WithDefault("30s")
    Duration total();

    /** The longest silence of a server that is taken for life. */
    @WithDefault("10s")
    Duration silence();

    /** How many connections may be open at once through one exit. */
    @WithDefault("512")
    int maxConnections();

    /** How many of them to one host: so many requests are under way there at most. */
    @WithDefault("4")
    int maxConnectionsPerHost();

    /** Between two requests to one host, where neither robots.txt nor the platform's definition asks for more. */
    @WithDefault("1s")
    Duration delay();

    /** The longest wait for our turn at one host; a longer one gives up at once. */
    @WithDefault("2m")
    Duration longestWait();

    /** The longest time that a host's Retry-After keeps us away. */
    @WithDefault("6h")
    Duration longestPause();

    /** How long a robots.txt is believed (RFC 9309 §2.4: not more than 24 hours). */
    @WithDefault("12h")
    Duration robotsAge();

    /** How long a robots.txt that could not be read keeps us away before we ask again. */
    @WithDefault("10m")
    Duration robotsRetry();

    /**
     * For tests alone: exact {@code address:port} pairs, such as {@code 127.0.0.1:34567}, that may be asked although the
     * address is not public. There are no wildcards, no ranges and no names, so that nothing is opened by accident.
     */
    Optional<List<String>> trustedAddresses();
}
