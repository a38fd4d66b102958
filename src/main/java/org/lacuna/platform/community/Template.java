package org.lacuna.platform.community;

import java.net.URI;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The address of an account's page with a gap where the account goes.
 *
 * @param host in lower case
 * @param before the path and what else stands before the gap
 * @param after what stands after the gap
 */
record Template(String host, String before, String after) {
    private static final Pattern HOST = Pattern.compile("[a-z0-9-]+(?:\\.[a-z0-9-]+)+");
    private static final Pattern MEANS_SOMETHING = Pattern.compile("[\\\\^$.|?*+()\\[\\]{}]");
    private static final String SCHEME = "https://";
    private static final String ONE = "[^/?#&]+";

    /**
     * Reads an address.
     *
     * @param gap how the account is written in it
     * @throws Unfit if it is no address of ours
     */
    static Template of(String address, String gap) {
        int at = address.indexOf(gap);
        if (at < 0) {
            throw new Unfit("its address has no place for an account");
        }
        if (!address.startsWith(SCHEME)) {
            throw new Unfit("its address is not https");
        }
        int path = address.indexOf('/', SCHEME.length());
        if (path < 0 || at < path) {
            throw new Unfit("the account is part of its host name");
        }
        String host = address.substring(SCHEME.length(), path).toLowerCase(Locale.ROOT);
        if (!HOST.matcher(host).matches()) {
            throw new Unfit("its address has no plain host name");
        }
        Template read = new Template(host, address.substring(path, at), address.substring(at + gap.length()));
        if (read.after.contains(gap) || read.before.contains("#")) {
            throw new Unfit("its address has several places for an account, or one that no server sees");
        }
        try {
            URI.create(read.page().replace("{id}", "x"));
        } catch (IllegalArgumentException none) {
            throw new Unfit("its address is no URL");
        }
        return read;
    }

    /** As a definition writes it. */
    String page() {
        return SCHEME + host + before + "{id}" + after;
    }

    /**
     * A pattern that finds the account in an address of this form.
     *
     * @param without characters that no account has
     * @param ahead what else must hold of it, as a pattern that reads nothing; may be empty
     */
    String subject(String without, String ahead) {
        String one = ahead + "[^/?#&" + MEANS_SOMETHING.matcher(without).replaceAll("\\\\$0") + "]+";
        String end = after.endsWith("/") ? after.substring(0, after.length() - 1) : after;
        return "^https?://[^/?#]+" + quoted(before) + "(" + one + ")" + quoted(end) + "/?(?:[?#&]|$)";
    }

    /** A pattern that fits as long as nobody was sent elsewhere. */
    String stillThere() {
        String bare = host.startsWith("www.") ? host.substring(4) : host;
        return "(?i)^https?://(?:www\\.)?" + quoted(bare) + quoted(before) + ONE;
    }

    static String quoted(String text) {
        return MEANS_SOMETHING.matcher(text).replaceAll("\\\\$0");
    }
}
