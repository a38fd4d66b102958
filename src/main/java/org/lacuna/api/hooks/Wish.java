package org.lacuna.api.hooks;

import java.util.List;
import java.util.Optional;
import org.lacuna.publication.WrongParameter;

/**
 * What the body of a request can hold, so that it is read, refused and described from one place.
 *
 * @param example a body that is right
 */
public record Wish(List<Member> members, List<String> needed, String example) {
    /** In characters. */
    public static final int LONGEST_URL = 2000;

    static final String PAUSED = "paused";

    /** The words of {@code state}. */
    public static final List<String> STATES = List.of(PAUSED, "active");

    static final Member URL = new Member(
            "url",
            Kind.URL,
            "a URL such as https://news.example/hook, which starts with https://",
            "https://news.example/hook");
    static final Member FILTER = new Member(
            "filter",
            Kind.FILTER,
            "an object of query parameters of /api/v1/cases, each with a text, a number, true or false",
            "{\"platform\": \"zoom\"}");
    static final Member AFTER = new Member("after", Kind.NUMBER, "the number of a change", "0");
    static final Member STATE = new Member("state", Kind.STATE, "one word out of " + STATES, PAUSED);

    /** A new subscription. */
    public static final Wish NEW = new Wish(
            List.of(URL, FILTER, AFTER),
            List.of("url"),
            "{\"url\": \"https://news.example/hook\", \"filter\": {\"platform\": \"zoom\"}}");

    /** Another target, filter or state. */
    public static final Wish CHANGE = new Wish(List.of(URL, FILTER, STATE), List.of(), "{\"state\": \"paused\"}");

    /** Everything after a change again. */
    public static final Wish REPLAY = new Wish(List.of(AFTER), List.of("after"), "{\"after\": 0}");

    /** What a member can be. */
    public enum Kind {
        URL,
        FILTER,
        NUMBER,
        STATE
    }

    /**
     * A member of the object.
     *
     * @param expected completes “expected …”
     * @param example as it is written in JSON, a text without its quotes
     */
    public record Member(String name, Kind kind, String expected, String example) {
        WrongParameter wrong(String found) {
            return wrong(expected, found);
        }

        WrongParameter wrong(String expected, String found) {
            return WrongParameter.outsideQuery(name, expected, found, Optional.of(example));
        }
    }

    List<String> names() {
        return members.stream().map(Member::name).toList();
    }

    /** A misspelt name would otherwise be a wish that silently does nothing. */
    void check(String name) {
        if (!names().contains(name)) {
            throw WrongParameter.unknownInBody(name, "names out of " + names(), example);
        }
    }

    /** The complaint about the whole of it. */
    WrongParameter wrong(String expected, String found) {
        return WrongParameter.outsideQuery("body", expected, found, Optional.of(example));
    }
}
