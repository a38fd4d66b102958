package org.lacuna.evidence.copies;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.lacuna.evidence.copies.Copy.Made;
import org.lacuna.evidence.files.FileKind;
import org.lacuna.evidence.files.Samples;

/** The application has class loaders of its own; a worker must find its libraries all the same. */
@QuarkusTest
class CopiesInTheApplicationTest {
    @Inject
    PublicFileCopies copies;

    @Test
    void a_worker_is_started_by_the_running_application() throws IOException {
        assertThat(copies.make(new ByteArrayInputStream(Samples.webp()), FileKind.WEBP))
                .isInstanceOf(Made.class);
        assertThat(copies.make(new ByteArrayInputStream(Samples.pdf("Notice")), FileKind.PDF))
                .isInstanceOf(Made.class);
    }

    @Test
    void the_operator_is_told_whether_copies_can_be_made() {
        given().get("/q/health/well")
                .then()
                .body("checks.find { it.name == 'public copies of files can be made' }.status", equalTo("UP"));
    }
}
