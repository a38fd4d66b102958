package org.lacuna.crawl;

/** Names errors without their messages, which may quote a page or an address. */
final class Kinds {
    private Kinds() {}

    static String of(Throwable error) {
        StackTraceElement[] trace = error.getStackTrace();
        return error.getClass().getName()
                + (trace.length == 0 ? "" : " at " + trace[0])
                + (error.getCause() == null ? "" : ", by " + of(error.getCause()));
    }
}
