package org.lacuna.intake.page;

import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.lacuna.intake.Answer;
import org.lacuna.intake.Told;
import org.lacuna.page.SentForm;
import org.lacuna.platform.Platforms;
import org.lacuna.platform.Recognised;
import org.lacuna.shared.EdtfDate;

/** Reads the form; everything that cannot be right is said beside its field. */
@ApplicationScoped
class TellForm {
    /** Characters as a person counts them, or nearly: Unicode code points. */
    static final int MOST_WHAT = 20_000;

    static final int MOST_SUBJECT = 500;
    static final int MOST_NAME = 100;

    /** The choice “find it in the address”. */
    static final String RECOGNISE = "";

    /** The choice “another platform”. */
    static final String ANOTHER = "another";

    private final Platforms platforms;
    private final Clock clock;

    TellForm(Platforms platforms, Clock clock) {
        this.platforms = platforms;
        this.clock = clock;
    }

    /** What was told; empty if something was refused, and then the form says what. */
    Optional<Told> read(SentForm form) {
        String subject = form.required(
                "subject", MOST_SUBJECT, "Please give the address (URL) or the name of what was suspended or blocked.");
        Optional<URI> address = address(form, subject);
        Optional<String> platform = platform(form, address);
        Optional<String> other = form.text("other-platform", MOST_NAME);
        String what = form.required("what", MOST_WHAT, "Please say what happened. One sentence is enough.");
        Optional<EdtfDate> since = new SinceFields(form, clock).read();
        return form.refused()
                ? Optional.empty()
                : Optional.of(new Told(
                        what,
                        platform,
                        other,
                        subject,
                        since,
                        Answer.NOT_SURE,
                        Optional.empty(),
                        List.of(),
                        Answer.NOT_SURE,
                        Optional.empty(),
                        List.of(),
                        Optional.empty(),
                        "en"));
    }

    private Optional<String> platform(SentForm form, Optional<URI> address) {
        String choice = form.value("platform").strip();
        if (choice.equals(ANOTHER)) {
            return Optional.empty();
        }
        if (!choice.equals(RECOGNISE)) {
            if (platforms.find(choice).isEmpty()) {
                form.refuse("platform", "We know no platform of this name. Choose one from the list, or “another”.");
            }
            return Optional.of(choice);
        }
        Optional<String> recognised =
                address.flatMap(platforms::recognise).map(Recognised::platform).map(found -> found.id());
        if (recognised.isEmpty()) {
            form.refuse("platform", "We could not tell the platform from the address. Choose it, or “another”.");
        }
        return recognised;
    }

    /** A name such as {@code @somebody} is as good as an address; what claims to be an address must be one. */
    private static Optional<URI> address(SentForm form, String subject) {
        boolean claimed = subject.contains("://");
        if (!claimed && !subject.matches("[^\\s@/]+\\.[^\\s@/]+/.*")) {
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
        if (claimed) {
            form.refuse(
                    "subject",
                    "This is not a complete address. It should look like https://www.example.org/name"
                            + " without spaces. A name alone is fine too.");
        }
        return Optional.empty();
    }
}
