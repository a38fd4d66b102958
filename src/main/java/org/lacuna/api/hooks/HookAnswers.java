package org.lacuna.api.hooks;

import jakarta.ws.rs.ClientErrorException;
import jakarta.ws.rs.NotAuthorizedException;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/** Answers of the routes under {@code /api/v1/webhooks}: nothing of them may lie in a cache, some hold secrets. */
final class HookAnswers {
    private static final int TOO_MANY = 429;
    private static final String BEARER = "Bearer ";

    private HookAnswers() {}

    static Response ok(Object entity) {
        return secret(Response.ok(entity, MediaType.APPLICATION_JSON));
    }

    static Response secret(Response.ResponseBuilder answer) {
        return answer.header("Cache-Control", "no-store").build();
    }

    /** Does what was asked, if there is room for it. */
    static <T> T withinRoom(Supplier<T> work) {
        try {
            return work.get();
        } catch (TooManyHooks full) {
            throw new ClientErrorException(
                    full.getMessage(),
                    Response.status(TOO_MANY)
                            .header("Retry-After", full.pause().toSeconds())
                            .build());
        }
    }

    static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException none) {
            throw missing();
        }
    }

    static NotFoundException missing() {
        return new NotFoundException("There is no webhook with this id, or there is none any more.");
    }

    /** The token of an {@code Authorization} header (RFC 6750 §2.1). */
    static String token(Optional<String> authorization) {
        return authorization
                .filter(given -> given.regionMatches(true, 0, BEARER, 0, BEARER.length()))
                .map(given -> given.substring(BEARER.length()).strip())
                .orElseThrow(() -> new NotAuthorizedException(
                        "expected 'Authorization: Bearer whtok_…' with the token that was told when the webhook was made",
                        "Bearer"));
    }

    static NotAuthorizedException wrongToken() {
        return new NotAuthorizedException("This token does not belong to this webhook.", "Bearer");
    }
}
