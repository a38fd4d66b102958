package org.lacuna.fetch;

import java.time.Duration;

/** Agrees who may ask a host when. A host is asked by its name alone, whatever the exit: it is the same machine. */
interface Turns {
    /**
     * Takes the next turn at this host; it is taken when it is handed out, so that nobody shares one.
     *
     * @param delay after the last turn, and before the next
     * @return how long to wait for it, or a negative duration, and no turn taken, if that is longer than the patience
     */
    Duration take(String host, Duration delay, Duration patience);

    /** From now on the host is left alone for so long, or for longer if it asked for that before. */
    void pause(String host, Exit exit, Duration time);

    /** How long the host still wants to be left alone; zero if it may be asked. */
    Duration pause(String host, Exit exit);

    /** Forgets what no longer matters to anybody; how much it was. */
    int forget();
}
