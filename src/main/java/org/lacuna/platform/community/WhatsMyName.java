package org.lacuna.platform.community;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.lacuna.shared.Outcome;

/**
 * Reads {@code wmn-data.json}: a site has an account if status {@code e_code} comes with {@code e_string}, and has none
 * if {@code m_code} comes with {@code m_string}. It does not follow redirects and we do, so a status of 3xx is never
 * seen, and where it would mean that there is no account, an account must still be where it was asked for.
 */
final class WhatsMyName {
    private static final String GAP = "{account}";

    /** Of a status alone only these mean that something is missing. */
    private static final Set<Integer> GONE = Set.of(404, 410);

    private final List<Site> sites = new ArrayList<>();
    private final List<Skipped> skipped = new ArrayList<>();

    private WhatsMyName() {}

    static boolean fits(JsonNode top) {
        return top.path("sites").isArray() && top.path("sites").path(0).has("uri_check");
    }

    static Converted convert(JsonNode top) {
        WhatsMyName reader = new WhatsMyName();
        top.path("sites").forEach(reader::read);
        return new Converted(Source.WHATS_MY_NAME, reader.sites, List.of(), reader.skipped);
    }

    private void read(JsonNode site) {
        String name = site.path("name").asText();
        try {
            sites.add(site(name, site));
        } catch (Unfit unfit) {
            skipped.add(new Skipped(name, unfit.getMessage()));
        }
    }

    private static Site site(String name, JsonNode site) {
        if (name.isBlank()) {
            throw new Unfit("it has no name");
        }
        if (site.has("valid") && !site.path("valid").asBoolean()) {
            throw new Unfit("its project says that it does not work");
        }
        if (site.has("post_body")) {
            throw new Unfit("it sends a form, and we only read");
        }
        if (site.has("headers")) {
            throw new Unfit("it needs headers of its own");
        }
        Template page = Template.of(site.path("uri_check").asText(), GAP);
        String bad = site.path("strip_bad_char").asText();
        Set<String> hosts = new LinkedHashSet<>();
        List<String> subjects = new ArrayList<>();
        if (site.has("uri_pretty")) {
            try {
                Template pretty = Template.of(site.path("uri_pretty").asText(), GAP);
                subjects.add(pretty.subject(bad, ""));
                hosts.add(pretty.host());
            } catch (Unfit onlyForPeople) {
                // The page that is read is enough.
            }
        }
        hosts.add(page.host());
        subjects.add(page.subject(bad, ""));
        return new Site(name, page, subjects, hosts, rules(site, page));
    }

    private static List<SiteRule> rules(JsonNode site, Template page) {
        int there = status(site, "e_code");
        int missing = status(site, "m_code");
        String thereSays = site.path("e_string").asText();
        String missingSays = site.path("m_string").asText();
        List<SiteRule> rules = new ArrayList<>();
        if (there == missing && !thereSays.isBlank() && !missingSays.isBlank()) {
            List<Object> both =
                    List.of(Written.of("status", there, "body", thereSays), Written.of("body", missingSays));
            rules.add(new SiteRule(Outcome.UNCLEAR, both));
        }
        if (!redirect(there) && !thereSays.isBlank()) {
            Map<String, Object> when = Written.of("status", there, "body", thereSays);
            if (redirect(missing)) {
                when.put("redirects-to", page.stillThere());
            }
            rules.add(new SiteRule(Outcome.AVAILABLE, when));
        }
        if (!redirect(missing) && !missingSays.isBlank()) {
            rules.add(new SiteRule(Outcome.NOT_FOUND, Written.of("status", missing, "body", missingSays)));
        } else if (GONE.contains(missing) && missing != there) {
            rules.add(new SiteRule(Outcome.NOT_FOUND, Written.of("status", missing)));
        }
        return rules;
    }

    private static int status(JsonNode site, String key) {
        int code = site.path(key).asInt();
        if (code < 100 || code > 999) {
            throw new Unfit("it names no HTTP status");
        }
        return code;
    }

    private static boolean redirect(int status) {
        return status / 100 == 3;
    }
}
