package org.lacuna.evidence.wacz;

import java.net.URI;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The form of a URL by which CDXJ is sorted and searched (CDXJ 0.1.0, “Searchable URL”). */
final class SearchableUrl {
    private SearchableUrl() {}

    /** {@code https://www.example.org/a?b} becomes {@code org,example,www)/a?b}. */
    static String of(String url) {
        URI uri = URI.create(url);
        String authority = Optional.ofNullable(uri.getRawAuthority()).orElse("").replaceFirst(".*@", "");
        String port = authority.replaceFirst("^(\\[[^]]*]|[^:]*)", "");
        String host = authority.substring(0, authority.length() - port.length());
        List<String> labels = new ArrayList<>(List.of(host.split("\\.")));
        Collections.reverse(labels);
        String name = host.startsWith("[") ? host : String.join(",", labels);
        String path = Optional.ofNullable(uri.getRawPath())
                .filter(any -> !any.isEmpty())
                .orElse("/");
        String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
        return (name + port + ")" + path + query).toLowerCase(Locale.ROOT);
    }
}
