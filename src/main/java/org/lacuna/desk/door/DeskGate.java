package org.lacuna.desk.door;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Cookie;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.annotation.Annotation;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.lacuna.page.SentForm;

/**
 * Stands before every page of this package, found by its class and not by its path, so that no spelling of a path gets
 * round it: without a session nothing is shown, nothing is changed without the session's form token, and a method that
 * does not say whom it is for refuses everybody.
 */
@Provider
class DeskGate implements ContainerRequestFilter, ContainerResponseFilter {
    static final String TOKEN_FIELD = "form-token";

    /** What Fetch Metadata says of a request that our own pages, or the editor's own hand, made. */
    private static final Set<String> OWN_SITES = Set.of("same-origin", "none");

    private final Sessions sessions;
    private final UnlockedKeys keys;
    private final Visit visit;

    @Context
    ResourceInfo resource;

    DeskGate(Sessions sessions, UnlockedKeys keys, Visit visit) {
        this.sessions = sessions;
        this.keys = keys;
        this.visit = visit;
    }

    @Override
    public void filter(ContainerRequestContext request) throws IOException {
        if (!ofTheDesk()) {
            return;
        }
        boolean changes = !List.of("GET", "HEAD").contains(request.getMethod());
        if (changes && !fromOurOwnPages(request)) {
            request.abortWith(RefusedPage.foreign());
            return;
        }
        if (marked(OpenToAll.class)) {
            return;
        }
        Optional<Visitor> visitor = visitor(request);
        // What a stranger sends is not read; a browser whose session has ended still has the cookie.
        byte[] body = changes && hasSession(request) ? body(request) : new byte[0];
        if (visitor.isEmpty()) {
            request.abortWith(changes ? RefusedPage.sessionEnded(body) : to("/desk/login"));
        } else if (changes && !carries(body, visitor.get().formToken())) {
            request.abortWith(RefusedPage.withoutToken(body));
        } else {
            visit.begin(visitor.get());
            refusal(visitor.get(), request, body).ifPresent(request::abortWith);
        }
    }

    private Optional<Response> refusal(Visitor visitor, ContainerRequestContext request, byte[] body) {
        boolean anyway = resource.getResourceClass().isAnnotationPresent(EvenWhenNotReady.class);
        if (visitor.due() != Due.NOTHING && !anyway) {
            return Optional.of(to(visitor.due().page()));
        }
        if (!allowed(visitor)) {
            return Optional.of(RefusedPage.notAllowed(visitor, body));
        }
        if (visitor.opensSubmissions() && !anyway && keys.of(visitor).isEmpty()) {
            boolean reads = body.length == 0;
            return Optional.of(reads ? to(UnlockPage.leadingTo(request.getUriInfo())) : RefusedPage.locked(body));
        }
        return Optional.empty();
    }

    /** Denied unless a mark on the method says otherwise. */
    private boolean allowed(Visitor visitor) {
        return marked(AnyRole.class)
                || mark(Allowed.class)
                        .filter(some -> visitor.hasOneOf(Set.of(some.value())))
                        .isPresent();
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (ofTheDesk()) {
            response.getHeaders().putSingle(HttpHeaders.CACHE_CONTROL, "no-store");
        }
    }

    private boolean ofTheDesk() {
        return resource.getResourceClass() != null
                && resource.getResourceClass().getPackageName().startsWith("org.lacuna.desk.");
    }

    private boolean marked(Class<? extends Annotation> mark) {
        return mark(mark).isPresent();
    }

    private <A extends Annotation> Optional<A> mark(Class<A> mark) {
        return Optional.ofNullable(resource.getResourceMethod()).map(method -> method.getAnnotation(mark));
    }

    private static boolean hasSession(ContainerRequestContext request) {
        return request.getCookies().containsKey(DeskCookies.SESSION);
    }

    private Optional<Visitor> visitor(ContainerRequestContext request) {
        return Optional.ofNullable(request.getCookies().get(DeskCookies.SESSION))
                .map(Cookie::getValue)
                .map(Token::new)
                .flatMap(sessions::visitor);
    }

    private static boolean fromOurOwnPages(ContainerRequestContext request) {
        String site = request.getHeaderString("Sec-Fetch-Site");
        return site == null || OWN_SITES.contains(site);
    }

    private static byte[] body(ContainerRequestContext request) throws IOException {
        byte[] body = request.getEntityStream().readAllBytes();
        request.setEntityStream(new ByteArrayInputStream(body));
        return body;
    }

    private static boolean carries(byte[] body, String token) {
        byte[] sent = SentForm.parse(body).value(TOKEN_FIELD).getBytes(StandardCharsets.UTF_8);
        return MessageDigest.isEqual(sent, token.getBytes(StandardCharsets.UTF_8));
    }

    private static Response to(String path) {
        return SeeOther.at(path).build();
    }
}
