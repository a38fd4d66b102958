package org.lacuna.fetch;

import java.util.Optional;

/**
 * Looks after a visit from outside, because a page's script can hold the browser, and with it the visitor, for ever.
 * When time, memory or traffic is used up it says why and kills the browser; the visitor then sees its connection end.
 */
final class BrowserWatch implements AutoCloseable {
    private static final int EVERY_MILLIS = 200;

    private final Deadline deadline;
    private final FilteringProxy proxy;
    private final BrowserProcesses processes;
    private final long maxMemory;
    private final Thread thread;
    private volatile Optional<FetchFailure> verdict = Optional.empty();

    BrowserWatch(Deadline deadline, FilteringProxy proxy, BrowserProcesses processes, long maxMemory) {
        this.deadline = deadline;
        this.proxy = proxy;
        this.processes = processes;
        this.maxMemory = maxMemory;
        this.thread = new Thread(this::look, "browser-watch");
        this.thread.setDaemon(true);
        this.thread.start();
    }

    /** Why the visit was ended, if it was. */
    Optional<FetchFailure> verdict() {
        return verdict;
    }

    private void look() {
        try {
            while (verdict.isEmpty()) {
                Thread.sleep(EVERY_MILLIS);
                verdict = judged();
            }
            processes.kill();
        } catch (InterruptedException over) {
            // the visit is over
        }
    }

    private Optional<FetchFailure> judged() {
        if (deadline.passed()) {
            return Optional.of(deadline.failure());
        }
        if (proxy.spent()) {
            return tooLarge("traffic and connections within the limits of a visit");
        }
        if (processes.memory() > maxMemory) {
            return tooLarge("a page that a browser shows in " + (maxMemory >> 20) + " MB of memory");
        }
        return Optional.empty();
    }

    private static Optional<FetchFailure> tooLarge(String expected) {
        return Optional.of(new FetchFailure(NoAnswer.Reason.TOO_LARGE, "expected " + expected + ", and it took more"));
    }

    @Override
    public void close() {
        thread.interrupt();
    }
}
