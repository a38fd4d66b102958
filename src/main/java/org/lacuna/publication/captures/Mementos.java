package org.lacuna.publication.captures;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The captures of one address in the terms of Memento (RFC 7089): mementos of an original resource. */
public final class Mementos {
    /** The format of TimeMaps (RFC 7089 §5, RFC 6690 §7.3). */
    public static final String LINK_FORMAT = "application/link-format";

    /** Where TimeGates stand, in front of the address. */
    public static final String TIME_GATE = "/api/v1/timegate/";

    /** Where TimeMaps stand, in front of the format and the address. */
    public static final String TIME_MAP = "/api/v1/timemap/";

    /** The one date of HTTP that may be sent (RFC 9110 §5.6.7). */
    private static final DateTimeFormatter HTTP_DATE = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM uuuu HH:mm:ss 'GMT'", Locale.ENGLISH)
            .withResolverStyle(ResolverStyle.STRICT)
            .withZone(ZoneOffset.UTC);

    private final List<OfferedCapture> all;

    /** @param all at least one, the oldest first */
    Mementos(List<OfferedCapture> all) {
        this.all = List.copyOf(all);
    }

    /** A moment as headers and links tell it. */
    public static String date(Instant at) {
        return HTTP_DATE.format(at);
    }

    /**
     * Reads an {@code Accept-Datetime} header (RFC 7089 §2.1.1).
     *
     * @throws IllegalArgumentException if it is no such date; the message shows one
     */
    public static Instant read(String header) {
        try {
            return HTTP_DATE.parse(header.strip(), Instant::from);
        } catch (DateTimeParseException odd) {
            throw new IllegalArgumentException(
                    "'Accept-Datetime': expected a date such as " + date(Instant.EPOCH) + ", in GMT", odd);
        }
    }

    /** The address that they are captures of: the one that answered last. */
    public String original() {
        return last().url();
    }

    /** The oldest first. */
    public List<OfferedCapture> all() {
        return all;
    }

    /** The one that is nearest to a moment, the older of two; without a moment the newest. */
    public OfferedCapture best(Optional<Instant> moment) {
        return moment.flatMap(wanted -> all.stream()
                        .min(Comparator.comparing((OfferedCapture each) ->
                                Duration.between(each.captured(), wanted).abs())))
                .orElseGet(this::last);
    }

    private OfferedCapture last() {
        return all.get(all.size() - 1);
    }

    /**
     * The value of the {@code Link} header of a memento (RFC 7089 §2.2.4).
     *
     * @param root of this site, with a slash at its end
     */
    public String linksOf(OfferedCapture one, URI root) {
        List<String> links = new ArrayList<>(resources(root));
        for (int i = 0; i < all.size(); i++) {
            List<String> relations = relations(i, indexOf(one));
            if (!relations.isEmpty()) {
                links.add(memento(all.get(i), relations, root));
            }
        }
        return String.join(", ", links);
    }

    /** The value of the {@code Link} header of a TimeGate (§4.2.1): first and last of them. */
    public String linksOfGate(URI root) {
        List<String> links = new ArrayList<>(resources(root));
        links.add(memento(all.get(0), all.size() == 1 ? List.of("first", "last") : List.of("first"), root));
        if (all.size() > 1) {
            links.add(memento(last(), List.of("last"), root));
        }
        return String.join(", ", links);
    }

    /** The TimeMap (§5): every one of them. */
    public String timeMap(URI root) {
        List<String> links = new ArrayList<>();
        links.add(link(original(), "original"));
        links.add(link(map(root, "link"), "self") + "; type=\"" + LINK_FORMAT + "\"; from=\""
                + date(all.get(0).captured()) + "\"; until=\"" + date(last().captured()) + "\"");
        links.add(link(gate(root), "timegate"));
        for (int i = 0; i < all.size(); i++) {
            List<String> relations = new ArrayList<>();
            if (i == 0) {
                relations.add("first");
            }
            if (i == all.size() - 1) {
                relations.add("last");
            }
            links.add(memento(all.get(i), relations, root));
        }
        return String.join(",\n", links) + "\n";
    }

    /** The same in JSON, in the words that other archives use. */
    public ObjectNode timeMapJson(URI root) {
        ObjectNode map = JsonNodeFactory.instance
                .objectNode()
                .put("original_uri", original())
                .put("timegate_uri", gate(root));
        map.putObject("timemap_uri").put("link_format", map(root, "link")).put("json_format", map(root, "json"));
        ObjectNode mementos = map.putObject("mementos");
        mementos.set("first", node(all.get(0), root));
        mementos.set("last", node(last(), root));
        ArrayNode list = mementos.putArray("list");
        all.forEach(each -> list.add(node(each, root)));
        return map;
    }

    private static ObjectNode node(OfferedCapture each, URI root) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("datetime", each.captured().toString())
                .put("uri", absolute(root, each.memento()))
                .put("record", each.record().toString())
                .put("copy", each.copy().toString());
    }

    private int indexOf(OfferedCapture one) {
        for (int i = 0; i < all.size(); i++) {
            if (all.get(i).record().equals(one.record())) {
                return i;
            }
        }
        return -1;
    }

    private List<String> relations(int at, int from) {
        List<String> relations = new ArrayList<>();
        if (at == 0) {
            relations.add("first");
        }
        if (at == all.size() - 1) {
            relations.add("last");
        }
        if (from >= 0 && at == from - 1) {
            relations.add("prev");
        }
        if (from >= 0 && at == from + 1) {
            relations.add("next");
        }
        return at == from && relations.isEmpty() ? List.of("") : relations;
    }

    private List<String> resources(URI root) {
        return List.of(
                link(original(), "original"),
                link(gate(root), "timegate"),
                link(map(root, "link"), "timemap") + "; type=\"" + LINK_FORMAT + "\"",
                link(map(root, "json"), "timemap") + "; type=\"application/json\"");
    }

    private static String memento(OfferedCapture each, List<String> relations, URI root) {
        String words = (String.join(" ", relations) + " memento").strip();
        return link(absolute(root, each.memento()), words) + "; datetime=\"" + date(each.captured()) + "\"";
    }

    private String gate(URI root) {
        return absolute(root, TIME_GATE) + original();
    }

    private String map(URI root, String format) {
        return absolute(root, TIME_MAP) + format + "/" + original();
    }

    private static String absolute(URI root, String path) {
        return root + path.substring(1);
    }

    /** Addresses are those of stored captures: they were read as URIs, which hold no quote, bracket or line break. */
    private static String link(String address, String relation) {
        return "<" + address + ">; rel=\"" + relation + "\"";
    }
}
