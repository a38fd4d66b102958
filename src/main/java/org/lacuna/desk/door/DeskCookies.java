package org.lacuna.desk.door;

import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.UriInfo;
import java.time.Duration;

/** The two cookies of the desk. Neither leaves {@code /desk}, and no script reads them (RFC 6265bis §4.1.2). */
final class DeskCookies {
    /** Ends with the browser; the session behind it ends sooner. */
    static final String SESSION = "lacuna-desk";

    /** Says that an editor has logged in here before; it opens nothing. */
    static final String BROWSER = "lacuna-browser";

    static final Duration BROWSER_LASTS = Duration.ofDays(180);
    private static final int GONE = 0;

    private DeskCookies() {}

    static NewCookie session(Token token, UriInfo asked) {
        return cookie(SESSION, token.text(), asked).build();
    }

    static NewCookie noSession(UriInfo asked) {
        return cookie(SESSION, "", asked).maxAge(GONE).build();
    }

    static NewCookie browser(Token token, UriInfo asked) {
        return cookie(BROWSER, token.text(), asked)
                .maxAge((int) BROWSER_LASTS.toSeconds())
                .build();
    }

    private static NewCookie.Builder cookie(String name, String value, UriInfo asked) {
        return new NewCookie.Builder(name)
                .value(value)
                .path("/desk")
                .httpOnly(true)
                .secure("https".equals(asked.getRequestUri().getScheme()))
                .sameSite(NewCookie.SameSite.STRICT);
    }
}
