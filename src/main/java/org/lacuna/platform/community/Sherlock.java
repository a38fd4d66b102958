package org.lacuna.platform.community;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.lacuna.shared.Outcome;

/**
 * Reads Sherlock's {@code data.json}: each site says how it answers where there is no account, by status, by a message or
 * by the address it sends one to; everything else means that there is one. “Everything else” is too much for us: an
 * account is there only if the answer is a 200 from where it was asked for.
 */
final class Sherlock {
    private static final String GAP = "{}";

    private final List<Site> sites = new ArrayList<>();
    private final List<Skipped> skipped = new ArrayList<>();

    private Sherlock() {}

    static boolean fits(JsonNode top) {
        return top.isObject() && top.valueStream().anyMatch(site -> site.has("errorType") && site.has("url"));
    }

    static Converted convert(JsonNode top) {
        Sherlock reader = new Sherlock();
        top.properties().stream()
                .filter(site -> site.getValue().isObject())
                .forEach(site -> reader.read(site.getKey(), site.getValue()));
        return new Converted(Source.SHERLOCK, reader.sites, List.of(), reader.skipped);
    }

    private void read(String name, JsonNode site) {
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
        if (site.has("request_payload")
                || !Set.of("GET", "").contains(site.path("request_method").asText())) {
            throw new Unfit("it sends a form, and we only read");
        }
        if (site.has("headers")) {
            throw new Unfit("it needs headers of its own");
        }
        String url = site.path("url").asText();
        Template page = Template.of(site.has("urlProbe") ? site.path("urlProbe").asText() : url, GAP);
        Set<String> hosts = new LinkedHashSet<>();
        List<String> subjects = new ArrayList<>();
        try {
            Template shown = Template.of(url, GAP);
            subjects.add(subject(shown, site));
            hosts.add(shown.host());
        } catch (Unfit onlyForPeople) {
            // The page that is read is enough.
        }
        hosts.add(page.host());
        if (site.has("urlProbe")) {
            subjects.add(subject(page, site));
        }
        if (subjects.isEmpty()) {
            throw new Unfit("no address shows its account");
        }
        return new Site(name, page, subjects, hosts, rules(site, page));
    }

    /** What an account may look like is checked ahead of the account itself, where that can be put in one pattern. */
    private static String subject(Template page, JsonNode site) {
        String check = site.path("regexCheck").asText();
        try {
            Pattern.compile(check);
            String whole = check.replaceFirst("^\\^", "").replaceFirst("(?<!\\\\)\\$$", "");
            boolean onePiece = !whole.isEmpty() && !whole.contains("|") && !whole.contains("^(");
            String subject = page.subject("", onePiece ? "(?=" + whole + "(?:[/?#&]|$))" : "");
            Pattern.compile(subject);
            return subject;
        } catch (PatternSyntaxException broken) {
            throw new Unfit("its pattern is none of java.util.regex");
        }
    }

    private static List<SiteRule> rules(JsonNode site, Template page) {
        List<SiteRule> rules = new ArrayList<>();
        for (String type : texts(site.path("errorType"))) {
            switch (type) {
                case "status_code" -> rules.add(new SiteRule(Outcome.NOT_FOUND, Written.of("status", codes(site))));
                case "message" -> rules.add(new SiteRule(Outcome.NOT_FOUND, Written.of("body", messages(site))));
                case "response_url" -> elsewhere(site, rules);
                default -> throw new Unfit("we do not know how it tells that there is no account");
            }
        }
        if (rules.isEmpty()) {
            throw new Unfit("what it looks at is not seen by somebody who follows redirects");
        }
        rules.add(new SiteRule(Outcome.AVAILABLE, Written.of("status", 200, "redirects-to", page.stillThere())));
        return rules;
    }

    private static List<Object> codes(JsonNode site) {
        List<Object> codes = new ArrayList<>();
        for (String code : texts(site.path("errorCode"))) {
            if (!code.matches("[1-9][0-9]{2}")) {
                throw new Unfit("it names no HTTP status");
            }
            // 200 would say of every page that nothing is there
            if (!code.equals("200")) {
                codes.add(Integer.valueOf(code));
            }
        }
        return codes.isEmpty() ? List.of(404, 410) : codes;
    }

    private static List<String> messages(JsonNode site) {
        List<String> messages = texts(site.path("errorMsg")).stream()
                .filter(message -> !message.isBlank())
                .toList();
        if (messages.isEmpty()) {
            throw new Unfit("it has no message to look for");
        }
        return messages;
    }

    private static void elsewhere(JsonNode site, List<SiteRule> rules) {
        String where = site.path("errorUrl").asText();
        if (where.startsWith("http")) {
            String plain = where.replaceFirst("/$", "").replaceFirst("^https?://(?:www\\.)?", "");
            String pattern = "(?i)^https?://(?:www\\.)?"
                    + Template.quoted(plain).replace(Template.quoted(GAP), "[^/?#&]+") + "/?$";
            rules.add(new SiteRule(Outcome.NOT_FOUND, Written.of("redirects-to", pattern)));
        }
    }

    private static List<String> texts(JsonNode value) {
        if (value.isArray()) {
            return value.valueStream().map(JsonNode::asText).toList();
        }
        return value.isMissingNode() || value.isNull() ? List.of() : List.of(value.asText());
    }
}
