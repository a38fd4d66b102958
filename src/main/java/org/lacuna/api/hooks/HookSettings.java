package org.lacuna.api.hooks;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How messages are delivered, and how many may subscribe. */
@ConfigMapping(prefix = "lacuna.hooks")
interface HookSettings {
    /** Whether this node delivers by itself; without it somebody must call the dispatcher. */
    @WithDefault("true")
    boolean scheduled();

    /** Between two looks for something to deliver. */
    @WithDefault("1s")
    Duration every();

    /** How many subscriptions are served at a time. Those whose last message failed get at most half of them. */
    @WithDefault("16")
    int lanes();

    /** How many of them at one host, on all nodes together. */
    @WithDefault("2")
    int atOneHost();

    /** How long a target may take to answer. */
    @WithDefault("15s")
    Duration patience();

    /** How long a node holds a subscription; a node that dies delays it by this much. */
    @WithDefault("2m")
    Duration lease();

    /** A message that is not taken for so long is given up. */
    @WithDefault("3d")
    Duration giveUp();

    /** A subscription that takes nothing for so long is switched off. */
    @WithDefault("14d")
    Duration silent();

    /** How long messages given up are listed. */
    @WithDefault("30d")
    Duration listed();

    /** How long the secret before signs too, after a new one was made. */
    @WithDefault("24h")
    Duration oldSecret();

    /** After a sign-up, until its target is asked: time to put the secret in place. */
    @WithDefault("3s")
    Duration askAfter();

    /** Between two questions to one host whether it wants messages. */
    @WithDefault("10s")
    Duration askPause();

    /** How long a sign-up waits for its target to say yes. */
    @WithDefault("1h")
    Duration unverified();

    /** The most subscriptions in all. */
    @WithDefault("2000")
    int most();

    /** The most to one host. */
    @WithDefault("50")
    int mostAtOneHost();

    /** The most sign-ups that wait for a yes. */
    @WithDefault("200")
    int mostUnverified();

    /** The most of them that one reader made. */
    @WithDefault("10")
    int mostUnverifiedOfOneReader();

    /** The most of them that all together made whom nothing tells apart, so that some room is left for others. */
    @WithDefault("150")
    int mostUnverifiedTogether();

    /** The most to one host in an hour that were not answered with a yes. */
    @WithDefault("5")
    int mostUnverifiedAtOneHost();

    /** How many sign-ups that came to nothing are kept, for their owners to see why. */
    @WithDefault("1000")
    int mostRefused();

    /** Whether a target may be reached without TLS. Who follows what could then be read on the way. */
    @WithDefault("false")
    boolean plainHttp();
}
