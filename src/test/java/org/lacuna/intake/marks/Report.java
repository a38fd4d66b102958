package org.lacuna.intake.marks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lacuna.intake.Answer;
import org.lacuna.intake.Told;

/**
 * What somebody tells, real or made up, for tests.
 *
 * @param platform {@code other} where we do not know it
 */
public record Report(String language, String platform, String subject, String text) {
    /** The subject that the fakes of one subject attack; six of the real reports are about it. */
    public static final String ATTACKED = "lantern_house";

    /** Fifty reports in many languages, each by somebody else; six are about one subject. */
    public static List<Report> real() {
        try {
            List<Report> reports = new ArrayList<>();
            for (String block : Files.readString(Path.of("src/test/resources/queue/real.txt"))
                    .split("\n\n")) {
                String[] lines = block.strip().split("\n", 2);
                String[] head = lines[0].split(" \\| ");
                reports.add(new Report(head[0], head[1], head[2], lines[1].replace('\n', ' ')));
            }
            return reports;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** As the form hands it over. */
    public Told told() {
        boolean other = platform.equals("other");
        return new Told(
                text,
                other ? Optional.empty() : Optional.of(platform),
                other ? Optional.of("another") : Optional.empty(),
                subject,
                Optional.empty(),
                Answer.YES,
                Optional.empty(),
                List.of(),
                Answer.NOT_SURE,
                Optional.empty(),
                List.of(),
                Optional.empty(),
                "en");
    }
}
