package org.lacuna.page;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyWriter;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import org.lacuna.shared.Problem;

/** Writes a {@link Problem} as a page that says what happened and what the reader can do next. */
@Provider
@Produces(MediaType.TEXT_HTML)
public class ErrorPage implements MessageBodyWriter<Problem> {
    @CheckedTemplate(basePath = "page")
    static class Templates {
        static native TemplateInstance error(Problem problem, String advice);
    }

    @Override
    public boolean isWriteable(Class<?> type, Type generic, Annotation[] annotations, MediaType media) {
        return Problem.class.isAssignableFrom(type);
    }

    @Override
    public void writeTo(
            Problem problem,
            Class<?> type,
            Type generic,
            Annotation[] annotations,
            MediaType media,
            MultivaluedMap<String, Object> headers,
            OutputStream out)
            throws IOException {
        out.write(html(problem).getBytes(StandardCharsets.UTF_8));
    }

    /** The page as text, for an answer that does not come from a resource. */
    static String html(Problem problem) {
        return Templates.error(problem, advice(problem.status())).render();
    }

    private static String advice(int status) {
        return switch (status) {
            case 400, 422 -> "Go back, mend what is named above and send it again.";
            case 401, 403 -> "If you should have access, log in again from the page you came from.";
            case 404 -> "Check the address for a missing letter, or look for the case by name below.";
            case 410 -> "What it said is not kept for readers. Other cases can be found below.";
            case 405, 415 -> "Open the page from its link again rather than from an address typed by hand.";
            case 409 -> "Somebody else was faster. Load the page again and look at what stands there now.";
            case 408 -> "Try again; if it fails once more, try another connection or a shorter text.";
            case 413 -> "Send less at once. Nothing of this attempt was kept.";
            case 429 -> "Wait a few minutes and try again.";
            case 503 -> "Wait a minute and load the page again.";
            default ->
                status >= 500
                        ? "This is our fault, not yours. Try again in a few minutes; what was acknowledged is not lost."
                        : "Go back and try again.";
        };
    }
}
