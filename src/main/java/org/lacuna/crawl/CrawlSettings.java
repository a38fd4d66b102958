package org.lacuna.crawl;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.lacuna.observation.Vantage;

/** How watched subjects are checked, and how much agreement a conclusion needs. */
@ConfigMapping(prefix = "lacuna.crawl")
public interface CrawlSettings {
    /** Whether anything is done by itself on this node; without it somebody must call the dispatcher. */
    @WithDefault("true")
    boolean scheduled();

    /** Between two looks for due checks. */
    @WithDefault("10s")
    Duration dispatchEvery();

    /** How many hosts are asked at a time; at one host, checks follow each other. */
    @WithDefault("112")
    int workers();

    /** How many answers are read at a time: reading needs the processor, while asking mostly waits. */
    @WithDefault("2")
    int readers();

    /** How long a node holds a host; a node that dies delays the checks there by this much. */
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

    /** How soon a control that failed is looked at again. */
    @WithDefault("15m")
    Duration controlRetry();

    /** The country we look from, ISO 3166-1 alpha-2; shown to readers, so only if the operator wants it known. */
    Optional<String> country();

    /** Where we look from, by a name of the operator's; without any there is one, without a proxy. */
    Map<String, VantagePoint> vantages();

    /** Ids of platforms that are not asked for anything, until the operator takes them out again. */
    Optional<Set<String>> stopped();

    /** An answer of “nothing changed” is taken for so long after the last full look; then the page is read in full. */
    @WithDefault("3d")
    Duration fullLook();

    /** The first look at a page that a report names waits between these two, by chance, so that a platform cannot link the visit to the report. */
    @WithDefault("2h")
    Duration discreetFrom();

    /** See {@link #discreetFrom}. */
    @WithDefault("20h")
    Duration discreetTo();

    /** A place to look from. */
    interface VantagePoint {
        /** ISO 3166-1 alpha-2. */
        Optional<String> country();

        /** How requests leave. */
        @WithDefault("direct")
        Vantage.Route route();

        /** Host and port of the proxy, for any route but direct. */
        Optional<String> proxy();

        /** What the proxy wants to see; to Tor, what names a circuit. */
        Optional<String> user();

        /** See {@link #user}. */
        Optional<String> password();
    }

    /** When a definition is suspected. */
    Alerts alerts();

    /** Numbers of {@link DefinitionWatch}. */
    interface Alerts {
        /** So large a share of a platform's subjects read as unclear opens an alert … */
        @WithDefault("0.5")
        double unclearShare();

        /** … if there are at least so many of them; it closes again below half the share. */
        @WithDefault("5")
        int fewest();

        /** Looks older than this play no part. */
        @WithDefault("2d")
        Duration window();
    }

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

        /** Looks from several vantages further apart than this are not compared. */
        @WithDefault("1d")
        Duration window();

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
