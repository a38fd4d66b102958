package org.lacuna.platform.community;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * One platform as another project describes it.
 *
 * @param name as that project calls it
 * @param page where an account is looked at
 * @param subjects patterns that find an account in an address
 * @param hosts all that are this platform's
 * @param rules tried after those of any-site
 */
record Site(String name, Template page, List<String> subjects, Set<String> hosts, List<SiteRule> rules) {
    private static final Pattern OTHERS = Pattern.compile("[^a-z0-9]+");
    private static final int LONGEST = 50;

    Site {
        subjects = List.copyOf(subjects);
        hosts = new LinkedHashSet<>(hosts);
        rules = List.copyOf(rules);
        if (rules.isEmpty()) {
            throw new Unfit("what it looks at is not seen by somebody who follows redirects");
        }
    }

    /** The form of an id, of letters and digits alone. */
    String slug() {
        String slug =
                OTHERS.matcher(name.toLowerCase(Locale.ROOT)).replaceAll("-").replaceAll("^-|-$", "");
        slug = slug.substring(0, Math.min(LONGEST, slug.length())).replaceAll("-$", "");
        return slug.isEmpty() ? "site" : slug;
    }

    /** @param about what readers are told about it */
    String yaml(String id, String about) {
        List<Object> subject = new ArrayList<>();
        subjects.forEach(pattern -> subject.add(Written.of("kind", "account", "id", pattern)));
        StringBuilder out = new StringBuilder();
        out.append("- id: ").append(id).append('\n');
        line(out, "name", name.strip());
        line(out, "about", about);
        line(out, "home", "https://" + page.host() + "/");
        line(out, "hosts", hosts);
        line(out, "subject", subject);
        // slowly: nobody asked for more than a look
        line(out, "fetch", Written.of("page", page.page(), "every", "1d", "at-most", "2 per minute"));
        out.append("  detect:\n  - use: any-site\n");
        rules.forEach(
                rule -> out.append("  - ").append(Written.line(rule.written())).append('\n'));
        return out.append("  otherwise: unclear\n").toString();
    }

    private static void line(StringBuilder out, String key, Object value) {
        out.append("  ").append(key).append(": ").append(Written.line(value)).append('\n');
    }
}
