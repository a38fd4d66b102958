package org.lacuna.api;

import io.vertx.core.http.HttpServerRequest;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;
import org.lacuna.publication.WrongParameter;
import org.lacuna.publication.captures.Mementos;
import org.lacuna.publication.captures.PublicCaptures;

/**
 * The address that stands behind a TimeGate or TimeMap, query and all, as it was sent: a framework would take it apart and
 * put it together otherwise. It is looked up among stored captures; nothing is ever fetched from it, and nobody is led there.
 */
final class MementoAddress {
    private static final int MOST = 4096;

    /** Some programs percent-encode all of it, others lose a stroke on the way. */
    private static final Pattern ENCODED = Pattern.compile("(?i)^https?%3A");

    private static final Pattern ONE_STROKE = Pattern.compile("(?i)^(https?:)/(?!/)");

    private MementoAddress() {}

    /**
     * What is known of it.
     *
     * @param behind what stands in front of the address
     * @throws WrongParameter if it is none
     */
    static Optional<Mementos> find(PublicCaptures captures, HttpServerRequest request, String behind) {
        String sent = request.uri();
        int at = sent.indexOf(behind);
        String address = at < 0 ? "" : sent.substring(at + behind.length());
        if (address.length() > MOST) {
            throw wrong("an address of at most " + MOST + " characters", String.valueOf(address.length()));
        }
        try {
            String whole = ENCODED.matcher(address).find()
                    ? URLDecoder.decode(address.replace("+", "%2B"), StandardCharsets.UTF_8)
                    : address;
            return captures.of(ONE_STROKE.matcher(whole).replaceFirst("$1//"));
        } catch (IllegalArgumentException noAddress) {
            throw wrong("the whole address of a web page behind " + behind, "another text");
        }
    }

    private static WrongParameter wrong(String expected, String found) {
        return WrongParameter.outsideQuery("url", expected, found, Optional.of("https://example.org/page"));
    }
}
