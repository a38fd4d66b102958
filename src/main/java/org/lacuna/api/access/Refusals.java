package org.lacuna.api.access;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response.Status;
import org.lacuna.shared.CanonicalJson;
import org.lacuna.shared.Problem;

/** Says no, as every error of the API is told (RFC 9457). */
@ApplicationScoped
class Refusals {
    private final ObjectMapper json;

    Refusals(ObjectMapper json) {
        this.json = json;
    }

    /** 429 is one reader's doing (RFC 6585 §4), 503 that of all together (RFC 9110 §15.6.4). */
    void tooMuch(RoutingContext asked, Reader reader, int seconds) {
        asked.response().putHeader("Retry-After", Integer.toString(seconds));
        if (reader.everybody()) {
            refuse(
                    asked,
                    Status.SERVICE_UNAVAILABLE,
                    "Expected at most " + reader.perMinute()
                            + " requests per minute of all readers who share this way in, found more. Ask again in "
                            + seconds + " seconds, or with a key.");
        } else {
            refuse(
                    asked,
                    Status.TOO_MANY_REQUESTS,
                    "Expected at most " + reader.perMinute() + " requests per minute, found more. Ask again in "
                            + seconds
                            + " seconds. Whole copies of the record are in its files; a key raises the limit.");
        }
    }

    /** A key that does not hold (RFC 6750 §3.1); who sends one would wonder about the limits otherwise. */
    void unknownKey(RoutingContext asked) {
        asked.response().putHeader("WWW-Authenticate", "Bearer error=\"invalid_token\"");
        refuse(
                asked,
                Status.UNAUTHORIZED,
                "Expected a key that holds in Authorization, found another. Reading needs no key: leave the header out,"
                        + " or ask the operator for a new one.");
    }

    private void refuse(RoutingContext asked, Status status, String detail) {
        Problem problem = new Problem("about:blank", status.getReasonPhrase(), status.getStatusCode(), detail);
        asked.response()
                .setStatusCode(status.getStatusCode())
                .putHeader("Content-Type", "application/problem+json")
                .putHeader("Cache-Control", "no-store")
                .putHeader("Access-Control-Allow-Origin", CrossOrigin.ORIGIN)
                .putHeader("Access-Control-Expose-Headers", CrossOrigin.EXPOSED)
                .end(Buffer.buffer(CanonicalJson.bytes(json.valueToTree(problem))));
    }
}
