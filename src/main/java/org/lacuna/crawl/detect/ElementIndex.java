package org.lacuna.crawl.detect;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jsoup.nodes.Element;

/** Finds the elements of a page or a part of it by name, by {@code #id} and by {@code .class}, after one walk through it. */
final class ElementIndex {
    private final Map<String, List<Element>> byAnchor = new HashMap<>();

    ElementIndex(Element page) {
        page.stream().forEach(this::add);
    }

    /** Those that the anchor means, in document order; all elements for the empty one. */
    List<Element> at(String anchor) {
        return byAnchor.getOrDefault(anchor, List.of());
    }

    private void add(Element element) {
        put("", element);
        put(element.normalName(), element);
        if (!element.id().isEmpty()) {
            put("#" + element.id(), element);
        }
        String classes = element.className();
        if (!classes.isEmpty()) {
            for (String each : classes.toLowerCase(Locale.ROOT).split("\\s+")) {
                put("." + each, element);
            }
        }
    }

    private void put(String anchor, Element element) {
        byAnchor.computeIfAbsent(anchor, key -> new ArrayList<>()).add(element);
    }
}
