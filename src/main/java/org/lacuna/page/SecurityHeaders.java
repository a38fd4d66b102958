package org.lacuna.page;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.net.URI;
import java.util.Optional;
import java.util.regex.Pattern;
import org.lacuna.page.language.Language;

/**
 * What every answer tells the browser, errors and files included: load nothing from elsewhere, run no script, be in
 * nobody's frame, tell nobody where the reader came from (Content Security Policy Level 3, Referrer Policy, Fetch §3.5).
 */
@ApplicationScoped
class SecurityHeaders {
    static final String POLICY = "default-src 'none'; style-src 'self'; img-src 'self'; font-src 'self'; "
            + "form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    /**
     * What is there to be read: a browser's own tools may ask for robots.txt out of the page, as those do that measure pages.
     * No script may run there either, so nothing of the page can.
     */
    static final String READERS_POLICY = POLICY + "; connect-src 'self'";

    /** Swagger UI starts itself with a script in the page and styles itself by attribute. */
    static final String SWAGGER_POLICY = "default-src 'none'; script-src 'self' 'unsafe-inline'; "
            + "style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self'; connect-src 'self'; "
            + "form-action 'none'; base-uri 'none'; frame-ancestors 'none'";

    /**
     * What strangers wrote, though nothing of it is left that could do anything: a document of no origin, in which a flaw of
     * ours would gain nobody a thing (HTML §7.6).
     */
    static final String INERT_POLICY = "sandbox; default-src 'none'; style-src 'self'; form-action 'none'; "
            + "base-uri 'none'; frame-ancestors 'none'";

    /** Copies of captures, for readers and, before they are public, for editors; however the rest is spelled. */
    private static final Pattern INERT =
            Pattern.compile("/captures/[^/]+/.*|/desk/captures/[^/]+/(?:page|source)\\b.*");

    /** What somebody looked for is nobody's business: not of a browser's disk, not of a cache between (RFC 9111 §5.2.2.5). */
    private static final String LOOKED_FOR = "q";

    private static final CharSequence CONTENT_SECURITY = HttpHeaders.createOptimized("Content-Security-Policy");
    private static final CharSequence POLICY_HEADER = HttpHeaders.createOptimized(POLICY);
    private static final CharSequence NO_SNIFFING = HttpHeaders.createOptimized("X-Content-Type-Options");
    private static final CharSequence NOSNIFF = HttpHeaders.createOptimized("nosniff");
    private static final CharSequence REFERRER = HttpHeaders.createOptimized("Referrer-Policy");
    private static final CharSequence NO_REFERRER = HttpHeaders.createOptimized("no-referrer");
    private static final String API = "/api/";
    private static final int BEFORE_ALL_ELSE = 100_000;

    private final Optional<URI> onion;

    SecurityHeaders(PageSettings settings) {
        this.onion = settings.onion();
    }

    void register(@Observes Filters filters) {
        filters.register(this::protect, BEFORE_ALL_ELSE);
    }

    private void protect(RoutingContext request) {
        // At the last moment, so that nothing that answers can weaken them.
        request.addHeadersEndHandler(
                written -> write(request, request.response().headers()));
        request.next();
    }

    private void write(RoutingContext request, MultiMap headers) {
        String path = request.normalizedPath();
        headers.set(NO_SNIFFING, NOSNIFF);
        if (path.startsWith(API)) {
            // what is asked most is looked at least: none of the others' rules can fit
            headers.set(CONTENT_SECURITY, POLICY_HEADER).set(REFERRER, NO_REFERRER);
        } else {
            boolean secret = under(path, "/desk") || ReportPath.is(path);
            headers.set(CONTENT_SECURITY, policy(path, secret));
            headers.set(REFERRER, under(path, "/desk") ? "same-origin" : "no-referrer");
            if (secret) {
                // The size of a compressed page that holds a secret and what somebody sent tells of the secret
                // (BREACH).
                headers.set(HttpHeaders.CONTENT_ENCODING, HttpHeaders.IDENTITY);
            }
        }
        // Of the query nothing: it goes where the reader has not decided to go yet.
        onion.filter(name -> !String.valueOf(request.request().authority()).startsWith(name.getHost()))
                .ifPresent(
                        name -> headers.set("Onion-Location", name.resolve(path).toString()));
        if (looksForSomething(request) || under(Language.of(path).withoutPrefix(path), "/reachable")) {
            headers.set("Cache-Control", "no-store");
        }
    }

    private static String policy(String path, boolean secret) {
        if (under(path, "/q/swagger-ui")) {
            return SWAGGER_POLICY;
        }
        return INERT.matcher(path).matches() ? INERT_POLICY : secret ? POLICY : READERS_POLICY;
    }

    private static boolean looksForSomething(RoutingContext request) {
        return request.request().query() != null && request.queryParams().contains(LOOKED_FOR);
    }

    private static boolean under(String path, String folder) {
        return path.equals(folder) || path.startsWith(folder + "/");
    }
}
