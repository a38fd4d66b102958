package org.lacuna.api.copies;

import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpVersion;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * All of a request for a case, a tile or a page that its answer can depend on, word for word: two that are equal are answered
 * alike while what is asked for is the same. A request with any header beyond those named here is none of these, whatever the
 * header may mean.
 *
 * @param path what is asked for, as it was asked
 * @param host empty where a header was not sent, like those after it
 */
record Question(boolean head, String path, String host, String accept, String encodings, String known) {
    static final String API = "/api/";
    static final String CASES = API + "v1/cases/";
    static final String LOG = "/log/";
    static final String TILES = LOG + "tile/";

    private static final List<String> READ = List.of("host", "accept", "accept-encoding", "if-none-match");

    /** Nothing that answers reads these. Those that browsers begin with {@code Sec-} neither. */
    private static final Set<String> MEANINGLESS = Set.of(
            "user-agent",
            "accept-language",
            "cache-control",
            "pragma",
            "referer",
            "origin",
            "dnt",
            "priority",
            "upgrade-insecure-requests");

    private static final String OF_BROWSERS = "sec-";
    private static final String STAYS = "keep-alive";

    /** What is kept of a stranger's words is bounded. */
    private static final int MOST_CHARACTERS = 120;

    /** Empty if it asks for something else, or in a way that is not understood here. */
    static Optional<Question> of(HttpRequest request) {
        HttpMethod method = request.method();
        return (method.equals(HttpMethod.GET) || method.equals(HttpMethod.HEAD))
                        && (!request.uri().startsWith(API) || request.uri().startsWith(CASES))
                        && request.protocolVersion().equals(HttpVersion.HTTP_1_1)
                        && request.decoderResult().isSuccess()
                ? read(request, method.equals(HttpMethod.HEAD))
                : Optional.empty();
    }

    private static Optional<Question> read(HttpRequest request, boolean head) {
        String[] values = {"", "", "", ""};
        Iterator<Map.Entry<CharSequence, CharSequence>> headers =
                request.headers().iteratorCharSequence();
        while (headers.hasNext()) {
            Map.Entry<CharSequence, CharSequence> header = headers.next();
            String name = header.getKey().toString().toLowerCase(Locale.ROOT);
            String value = header.getValue().toString();
            int place = READ.indexOf(name);
            if (place >= 0) {
                if (!values[place].isEmpty() || value.isEmpty() || value.length() > MOST_CHARACTERS) {
                    return Optional.empty();
                }
                values[place] = value;
            } else if (!isMeaningless(name, value)) {
                return Optional.empty();
            }
        }
        return Optional.of(new Question(head, request.uri(), values[0], values[1], values[2], values[3]));
    }

    private static boolean isMeaningless(String name, String value) {
        return MEANINGLESS.contains(name)
                || name.startsWith(OF_BROWSERS)
                || name.equals("connection") && value.equalsIgnoreCase(STAYS);
    }

    /** Whether it asks for a case, which is counted; neither a tile of the log is nor a page. */
    boolean isForCase() {
        return path.startsWith(CASES);
    }

    boolean isForTile() {
        return path.startsWith(TILES);
    }

    /** As it is written in the path. */
    String slug() {
        return path.substring(CASES.length());
    }
}
