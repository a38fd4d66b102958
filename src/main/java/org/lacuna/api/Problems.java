package org.lacuna.api;

import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jboss.logging.Logger;
import org.lacuna.publication.WrongParameter;
import org.lacuna.shared.Problem;

/**
 * Maps every exception to a {@link Problem} (RFC 9457): as {@code application/problem+json} under {@code /api} and where a
 * parameter of a documented operation is wrong, as a page elsewhere. What the asker did is told; what we did wrong is logged without the request and told as our fault.
 */
@Provider
class Problems implements ExceptionMapper<Throwable> {
    private static final Logger LOG = Logger.getLogger(Problems.class);
    static final String PROBLEM_JSON = "application/problem+json";

    /** What the framework says where nobody of ours said anything; it helps no reader. */
    private static final Pattern FRAMEWORK = Pattern.compile("^(HTTP \\d{3}|Unable to find matching target)");

    @Context
    UriInfo uri;

    @Context
    ResourceInfo resource;

    @Override
    public Response toResponse(Throwable thrown) {
        if (thrown instanceof WrongParameter wrong) {
            return response(Response.status(Response.Status.BAD_REQUEST).build(), wrong);
        }
        if (thrown instanceof WebApplicationException told) {
            if (told.getResponse().getStatus() < 400 || told.getResponse().hasEntity()) {
                return told.getResponse();
            }
            return response(told.getResponse(), detail(told));
        }
        LOG.error("a request failed and it was our fault: " + withoutMessages(thrown));
        return response(
                Response.serverError().build(),
                "Something failed on our side. Nothing you sent was the reason; please try again in a minute.");
    }

    private String detail(WebApplicationException told) {
        if (told.getMessage() != null && !FRAMEWORK.matcher(told.getMessage()).find()) {
            return told.getMessage();
        }
        return told instanceof NotFoundException
                ? Problem.NOTHING_HERE + (api() ? " What there is stands in /q/openapi." : "")
                : "This request cannot be answered: "
                        + told.getResponse().getStatusInfo().getReasonPhrase() + ".";
    }

    private Response response(Response base, WrongParameter wrong) {
        return response(
                base,
                new Problem(
                        "about:blank",
                        base.getStatusInfo().getReasonPhrase(),
                        base.getStatus(),
                        wrong.getMessage(),
                        Optional.of(wrong.parameter()),
                        Optional.of(wrong.expected()),
                        wrong.example()),
                api() || CheckParameters.operation(resource).isPresent());
    }

    private Response response(Response base, String detail) {
        return response(
                base,
                new Problem("about:blank", base.getStatusInfo().getReasonPhrase(), base.getStatus(), detail),
                api());
    }

    private static Response response(Response base, Problem problem, boolean asData) {
        return Response.fromResponse(base)
                .entity(problem)
                .type(asData ? PROBLEM_JSON : MediaType.TEXT_HTML + ";charset=UTF-8")
                .header("Cache-Control", "no-store")
                .build();
    }

    /** What failed and where. Messages stay out of the log: they may quote what a person wrote. */
    private static String withoutMessages(Throwable thrown) {
        StringBuilder trace = new StringBuilder();
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            trace.append(cause.getClass().getName());
            for (StackTraceElement frame : cause.getStackTrace()) {
                trace.append("\n\tat ").append(frame);
            }
            trace.append(cause.getCause() == null ? "" : "\ncaused by ");
        }
        return trace.toString();
    }

    private boolean api() {
        return uri.getPath().startsWith("/api/") || uri.getPath().startsWith("/feeds/");
    }
}
