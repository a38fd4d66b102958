package org.lacuna;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.junit.jupiter.api.Test;

/** Stands for the first half of the tests of the running application, which {@link ApplicationTests} puts in its place. */
class FirstHalfOfApplicationTests {
    /** Or a mistake in the engine would be a build that is green without half of its tests. */
    @Test
    void each_of_its_tests_was_found() {
        assumeTrue(ApplicationTests.inProcessOfTests());
        assertThat(ApplicationTests.of(FirstHalfOfApplicationTests.class))
                .hasSizeGreaterThan(10)
                .allMatch(ApplicationTests.found()::contains);
    }
}
