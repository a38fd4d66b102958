package org.lacuna.boot;

import io.quarkus.runtime.QuarkusBindException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Optional;

/** Says why the application did not start: in one line what an operator can mend, in full what only we can. */
final class StartFailure {
    private StartFailure() {}

    static String explain(Throwable failure) {
        Optional<CannotStart> known = cause(failure, CannotStart.class);
        if (known.isPresent()) {
            return known.get().getMessage();
        }
        Optional<QuarkusBindException> taken = cause(failure, QuarkusBindException.class);
        if (taken.isPresent()) {
            return "Port " + taken.get().getPort() + " is taken by another program, perhaps a Lacuna that still runs. "
                    + "End it, or choose another port: QUARKUS_HTTP_PORT=8081";
        }
        StringWriter trace = new StringWriter();
        failure.printStackTrace(new PrintWriter(trace));
        return "Lacuna could not start. " + trace;
    }

    private static <T extends Throwable> Optional<T> cause(Throwable failure, Class<T> type) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (type.isInstance(cause)) {
                return Optional.of(type.cast(cause));
            }
        }
        return Optional.empty();
    }
}
