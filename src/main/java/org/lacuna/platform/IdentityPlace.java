package org.lacuna.platform;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a platform shows the number or id under which it keeps a subject, whatever name that has just now.
 *
 * @param matches what the value must look like; its one group is the id; empty if the value itself is
 */
public record IdentityPlace(Place place, Optional<Pattern> matches) {
    /** Longer than any id that a platform gives; what is longer is something else. */
    private static final int LONGEST = 200;

    public IdentityPlace {
        if (matches.filter(pattern -> pattern.matcher("").groupCount() != 1).isPresent()) {
            throw new IllegalArgumentException("expected one group ( ) around the id, found '" + matches.get() + "'");
        }
    }

    Optional<String> in(Capture capture) {
        return place.values(capture)
                .flatMap(value -> read(value).stream())
                .map(String::strip)
                .filter(id -> !id.isEmpty() && id.length() <= LONGEST)
                .findFirst();
    }

    private Optional<String> read(String value) {
        if (matches.isEmpty()) {
            return Optional.of(value);
        }
        Matcher matcher = BoundedMatch.of(matches.get(), value);
        return matcher.find() ? Optional.ofNullable(matcher.group(1)) : Optional.empty();
    }
}
