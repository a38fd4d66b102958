package org.lacuna.intake.page;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.Optional;

/** How much may be asked for before people are told to come back. */
@ConfigMapping(prefix = "lacuna.intake")
interface BudgetSettings {
    /** The header in which a trusted proxy names the Tor circuit, and which it takes off whatever anybody else sends. */
    Optional<String> circuitHeader();

    /** Reports, messages and additions of all together. */
    @WithDefault("120")
    int reportsPerMinute();

    /** Receipts looked up by all together. */
    @WithDefault("120")
    int lookUpsPerMinute();

    /** Reports, messages and additions that come by one circuit. */
    @WithDefault("30")
    int reportsPerCircuitAndHour();

    /** Receipts looked up by one circuit. */
    @WithDefault("30")
    int lookUpsPerCircuitAndHour();
}
