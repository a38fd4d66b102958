package org.lacuna.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusMock;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.lacuna.desk.door.DeskBrowser;
import org.lacuna.desk.door.DeskForTests;
import org.lacuna.publication.editions.Edition;
import org.lacuna.publication.editions.Editions;
import org.lacuna.publication.editions.MakeEditions;
import org.lacuna.shared.Database;

/** Editions to look at, reviewed and published as an editor does it. */
@ApplicationScoped
public class EditionForTests {
    private static final String REPORT = "time-to-reversal";

    private final Editions editions;
    private final MakeEditions make;
    private final RenderEditions render;
    private final DeskForTests desk;
    private final Database database;

    EditionForTests(Editions editions, MakeEditions make, RenderEditions render, DeskForTests desk, Database database) {
        this.editions = editions;
        this.make = make;
        this.render = render;
        this.desk = desk;
        this.database = database;
    }

    /** The path of one that is served, over the founding record. */
    public String published() {
        return editions.latest(Optional.of(REPORT), Optional.empty())
                .map(edition -> "/reports/" + edition.name())
                .orElseGet(() -> "/reports/" + publish(REPORT).name());
    }

    /** A new one of this report, counted over everything that is public now. */
    public Edition another(String report) {
        return publish(report);
    }

    /** The path of one that was taken back. */
    public String ended() {
        return "/reports/"
                + editions.of(REPORT).stream()
                        .filter(edition -> edition.ended().isPresent())
                        .findFirst()
                        .orElseGet(this::withdraw)
                        .name();
    }

    private Edition withdraw() {
        Edition edition = publish(REPORT);
        assertThat(desk.loggedIn()
                        .post("/desk/editions/" + edition.name() + "/withdraw", Map.of("why", "Only to look at it."))
                        .statusCode())
                .isEqualTo(303);
        return edition;
    }

    /** What is recorded today is told tomorrow. */
    private Edition publish(String report) {
        LocalDate today = LocalDate.now(Clock.systemUTC());
        QuarkusMock.installMockForType(Clock.offset(Clock.systemUTC(), Duration.ofDays(1)), Clock.class);
        try {
            editions.order(report, today, Optional.empty());
            while (make.makeOne(render)) {
                // other tests may have ordered some
            }
        } finally {
            QuarkusMock.installMockForType(Clock.systemUTC(), Clock.class);
        }
        return publishLatest(report);
    }

    /** The draft of this report that was made last, published. */
    public Edition publishLatest(String report) {
        int number = database.first("SELECT max(number) FROM edition WHERE report = ?", row -> row.getInt(1), report)
                .orElseThrow();
        DeskBrowser editor = desk.loggedIn();
        assertThat(editor.post(
                                "/desk/editions/" + report + "/" + number + "/publish",
                                Map.of("notes", "Counted anew since May. ئۇيغۇرچە", "looked", "on"))
                        .statusCode())
                .isEqualTo(303);
        return editions.find(report, number).orElseThrow();
    }
}
