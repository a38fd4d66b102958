package org.lacuna;

import java.util.Arrays;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** Everything that is logged at any level while it is open, with the traces of errors. */
public final class LogForTests extends Handler implements AutoCloseable {
    private final StringBuffer lines = new StringBuffer();
    private final Logger root = Logger.getLogger("");

    public LogForTests() {
        setLevel(Level.ALL);
        root.addHandler(this);
    }

    @Override
    public void publish(LogRecord line) {
        lines.append(line.getMessage()).append(' ').append(Arrays.toString(line.getParameters()));
        for (Throwable cause = line.getThrown(); cause != null; cause = cause.getCause()) {
            lines.append(cause);
        }
        lines.append('\n');
    }

    @Override
    public void flush() {}

    @Override
    public void close() {
        root.removeHandler(this);
    }

    /** All lines so far. */
    public String lines() {
        return lines.toString();
    }
}
