package org.lacuna.report;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.util.List;

/** When editions are made. */
@ConfigMapping(prefix = "lacuna.reports")
interface ReportSettings {
    /** Whether processes that answer the public make editions; tests do so themselves. */
    @WithDefault("true")
    boolean works();

    /** Where fonts for PDF are looked for, with everything below. */
    @WithDefault("/usr/share/fonts,/usr/local/share/fonts")
    List<Path> fonts();

    /** How often the clocks of reports are read, as a Quartz cron expression. */
    @WithDefault("0 * * * * ?")
    String clock();
}
