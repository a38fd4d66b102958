package org.lacuna.page;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyWriter;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.regex.Pattern;
import org.lacuna.shared.Problem;

/** Writes a {@link Problem} as a page that says what happened and what the reader can do next. */
@Provider
@Produces(MediaType.TEXT_HTML)
public class ErrorPage implements MessageBodyWriter<Problem> {
    private static final Set<Integer> OUR_FAULT = Set.of(500, 501, 502, 504);
    private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}&&[^\\n\\t]]");

    @CheckedTemplate(basePath = "page")
    static class Templates {
        static native TemplateInstance error(
                Problem problem, String title, String detail, boolean foreign, String advice);
    }

    private final AskedIn asked;

    ErrorPage(AskedIn asked) {
        this.asked = asked;
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
        // what a page of ours refuses says so in the reader's language, and which that is
        boolean told = headers.containsKey(HttpHeaders.CONTENT_LANGUAGE);
        out.write(legible(template(problem, asked.say(), told).render()).getBytes(StandardCharsets.UTF_8));
    }

    /** The page as text, for an answer that does not come from a resource. */
    static String html(Problem problem, RoutingContext request) {
        Here here = Here.of(request);
        return legible(template(problem, here.say(), false)
                .setAttribute(Here.ATTRIBUTE, here)
                .render());
    }

    /** Somebody may have asked for a name with characters that no page may hold (HTML §13.2.3.5). */
    private static String legible(String page) {
        return CONTROL.matcher(page).replaceAll("\uFFFD");
    }

    private static TemplateInstance template(Problem problem, Say say, boolean told) {
        boolean nothing = problem.detail().equals(Problem.NOTHING_HERE);
        return Templates.error(
                problem,
                say.english() ? problem.title() : say.orOther("error.title", String.valueOf(problem.status())),
                nothing ? say.of("error.nothing") : problem.detail(),
                !told && !nothing && !say.english(),
                advice(problem.status(), say));
    }

    private static String advice(int status, Say say) {
        return switch (status) {
            // the desk and the form for reports, which speak otherwise
            case 401, 403 -> "If you should have access, log in again from the page you came from.";
            case 409 -> "Somebody else was faster. Load the page again and look at what stands there now.";
            case 422 -> say.of("advice.400");
            case 415 -> say.of("advice.405");
            default -> say.orOther("advice", String.valueOf(OUR_FAULT.contains(status) || status > 504 ? 500 : status));
        };
    }
}
