package org.lacuna.intake.page;

import java.net.IDN;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.lacuna.platform.Platforms;
import org.lacuna.platform.Recognised;

/** What was hit, and on which platform: chosen, or found in the address. */
final class PlatformFields {
    static final int MOST_SUBJECT = 500;

    /** The choice “another platform”. */
    static final String ANOTHER = "another";

    private static final Pattern ADDRESS = Pattern.compile("(?:https?://)?([^\\s@/]+\\.[^\\s@/]+?)(?::\\d+)?(?:/.*)?");

    private final Reading form;
    private final Platforms platforms;

    PlatformFields(Reading form, Platforms platforms) {
        this.form = form;
        this.platforms = platforms;
    }

    /** What was hit. */
    String subject() {
        return form.required("subject", form.name("subject", MOST_SUBJECT), "problem.subject");
    }

    /** Id of the platform; empty if it is another one, or if something was refused. */
    Optional<String> platform(String subject) {
        Optional<URI> address = address(subject);
        String choice = form.value("platform").strip();
        if (choice.equals(ANOTHER)) {
            return Optional.empty();
        }
        if (!choice.isEmpty()) {
            if (platforms.find(choice).isEmpty()) {
                form.refuse("platform", form.say().of("problem.platform.unknown"));
            }
            return Optional.of(choice);
        }
        Optional<String> found =
                address.flatMap(platforms::recognise).map(Recognised::platform).map(platform -> platform.id());
        if (found.isEmpty()) {
            form.refuse(
                    "platform",
                    otherLetters(subject)
                            .map(host -> form.say().of("problem.lookalike", "host", host))
                            .orElseGet(() -> form.say().of("problem.platform.find")));
        }
        return found;
    }

    /** A name such as {@code @somebody} is as good as an address; what claims to be an address must be one. */
    private Optional<URI> address(String subject) {
        boolean claimed = subject.contains("://");
        if (!claimed && !ADDRESS.matcher(subject).matches()) {
            return Optional.empty();
        }
        try {
            URI address = new URI(claimed ? subject : "https://" + subject);
            boolean web = "https".equalsIgnoreCase(address.getScheme()) || "http".equalsIgnoreCase(address.getScheme());
            if (web && address.getHost() != null) {
                return Optional.of(address);
            }
        } catch (URISyntaxException refusedBelow) {
            // The same answer as for an address without a host.
        }
        if (claimed && otherLetters(subject).isEmpty()) {
            form.refuse("subject", form.say().of("problem.address"));
        }
        return Optional.empty();
    }

    /** The host as the network knows it (RFC 5891), if it is written with letters that may look like others. */
    private static Optional<String> otherLetters(String subject) {
        Matcher address = ADDRESS.matcher(subject);
        if (!address.matches() || address.group(1).chars().allMatch(letter -> letter < 128)) {
            return Optional.empty();
        }
        try {
            return Optional.of(IDN.toASCII(address.group(1)).toLowerCase(Locale.ROOT));
        } catch (IllegalArgumentException noHost) {
            return Optional.empty();
        }
    }
}
