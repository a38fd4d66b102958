package org.lacuna.report;

import com.openhtmltopdf.util.Diagnostic;
import com.openhtmltopdf.util.XRLogger;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * What the PDF renderer tells goes where everything is logged, if it is at least a warning. Left alone it opens handlers of
 * its own and writes each step to the console, whatever the settings say.
 */
final class RendererLog implements XRLogger {
    @Override
    public void log(String where, Level level, String message) {
        if (tells(level)) {
            Logger.getLogger(where).log(level, message);
        }
    }

    @Override
    public void log(String where, Level level, String message, Throwable cause) {
        if (tells(level)) {
            Logger.getLogger(where).log(level, message, cause);
        }
    }

    @Override
    public void setLevel(String where, Level level) {
        // the settings of the log decide
    }

    @Override
    public boolean isLogLevelEnabled(Diagnostic diagnostic) {
        return tells(diagnostic.getLevel());
    }

    private static boolean tells(Level level) {
        return level.intValue() >= Level.WARNING.intValue();
    }
}
