package org.lacuna.shared;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;

/** Threads for what goes on beside the answers. None of them keeps the program from ending. */
public final class Background {
    private Background() {}

    /** One thread that does what it is given at its time, one thing after the other. */
    public static ScheduledExecutorService timer(String name) {
        return Executors.newSingleThreadScheduledExecutor(threads(name));
    }

    /** Makes threads of this name. */
    public static ThreadFactory threads(String name) {
        return work -> {
            Thread thread = new Thread(work, name);
            thread.setDaemon(true);
            return thread;
        };
    }
}
