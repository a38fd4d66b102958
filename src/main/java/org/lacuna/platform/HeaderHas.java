package org.lacuna.platform;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A header was sent, and says what is asked for.
 *
 * @param name in lower case
 * @param rel a link relation that one of its values must carry (RFC 8288 §3.3), such as {@code blocked-by} (RFC 7725 §4)
 * @param contains words that one of its values must contain
 */
public record HeaderHas(String name, Optional<String> rel, Optional<Wording> contains) implements Condition {
    private static final Pattern REL = Pattern.compile("(?i);\\s*rel\\s*=\\s*(?:\"([^\"]*)\"|([^\\s;,\"]+))");

    public HeaderHas {
        name = name.toLowerCase(Locale.ROOT);
    }

    @Override
    public Optional<String> heldBy(Capture capture) {
        return capture.header(name).stream()
                .flatMap(value -> said(value).stream())
                .findFirst();
    }

    @Override
    public Set<String> headersAsked() {
        return Set.of(name);
    }

    private Optional<String> said(String value) {
        if (rel.isPresent() && !relates(value, rel.get())) {
            return Optional.empty();
        }
        String seen = "the header " + name
                + rel.map(relation -> " with rel=" + relation).orElse("");
        return contains.map(
                        wording -> wording.within(Wording.folded(value)).map(found -> seen + " says “" + found + "”"))
                .orElse(Optional.of(seen + " is there"));
    }

    private static boolean relates(String value, String relation) {
        Matcher links = BoundedMatch.of(REL, value);
        while (links.find()) {
            String relations = links.group(1) == null ? links.group(2) : links.group(1);
            if (Arrays.stream(relations.split("\\s+")).anyMatch(relation::equalsIgnoreCase)) {
                return true;
            }
        }
        return false;
    }

    @Override
    public int cost() {
        return 0;
    }
}
