package org.lacuna.intake.seal;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

/** How submissions are taken. */
@ConfigMapping(prefix = "lacuna.intake")
public interface IntakeSettings {
    /** Pepper and salt of receipts. Nodes that take or read submissions share it; it is backed up, apart from the database. */
    @WithDefault("${lacuna.data:data}/keys/intake.key")
    Path keyFile();

    /** Public half ({@code age1…}) of a recovery key that was made elsewhere; without it one is made at the first start. */
    Optional<String> recoveryRecipient();

    /** Where “leave this page” goes: somewhere that looks harmless and opens where the people are who report. */
    @WithDefault("https://www.accuweather.com/")
    URI leaveTo();

    /** How many receipts of new reports are worked on at once, each in 64 MiB of memory. */
    @WithDefault("2")
    int receiptsAtOnce();

    /** How many more may wait before people are told to come back. */
    @WithDefault("16")
    int receiptsMayWait();

    /** How many receipts are looked up at once, each in 64 MiB of memory; apart, so that asking cannot stop reporting. */
    @WithDefault("1")
    int lookUpsAtOnce();

    /** How many more may wait before those who ask are told to come back. */
    @WithDefault("8")
    int lookUpsMayWait();
}
