package org.lacuna.crawl;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/** How watched subjects are checked, and how much agreement a conclusion needs. */
@ConfigMapping(prefix = "lacuna.crawl")
public interface CrawlSettings {
    /** Whether anything is done by itself on this node; without it somebody must call the dispatcher. */
    @WithDefault("true")
    boolean scheduled();

    /** Between two looks for due checks. */
    @WithDefault("30s")
    Duration dispatchEvery();

    /** How many platforms are worked at a time; within one, checks follow each other. */
    @WithDefault("8")
    int workers();

    /** How long a node holds its checks; a node that dies delays them by this much. */
    @WithDefault("10m")
    Duration lease();

    /** How long after a failure of ours, such as a full disk, a check is tried again. */
    @WithDefault("10m")
    Duration retry();

    /** A check begun this much after it was due counts as late. */
    @WithDefault("15m")
    Duration late();

    /** A live control is believed for this long. */
    @WithDefault("1h")
    Duration controlWindow();

    /** The country we look from, ISO 3166-1 alpha-2; shown to readers, so only if the operator wants it known. */
    Optional<String> country();

    /** When a change is believed. */
    Thresholds judgement();

    /** Numbers of the {@link Judge}. */
    interface Thresholds {
        /** Agreeing looks before a loss, or any other change but a return, is believed. */
        @WithDefault("3")
        int goingLooks();

        /** From the first of them to the last. */
        @WithDefault("6h")
        Duration goingSpan();

        /** Agreeing looks before a return is believed. */
        @WithDefault("2")
        int backLooks();

        /** From the first of them to the last. */
        @WithDefault("1h")
        Duration backSpan();

        /** Looks older than this play no part. */
        @WithDefault("30d")
        Duration memory();

        /** How far back turns are counted. */
        @WithDefault("7d")
        Duration flapWindow();

        /** So many turns in the window are flapping; going and coming back once are two. */
        @WithDefault("3")
        int flapTurns();

        /** What flaps must hold still this long before it is believed. */
        @WithDefault("2d")
        Duration flapHold();
    }
}
