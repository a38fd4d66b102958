package org.lacuna.platform;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.lacuna.shared.Digest;
import org.lacuna.shared.Outcome;

/** Reads a definition strictly: what it does not know, it refuses, with the line and a remedy. */
final class DefinitionReader {
    private static final Pattern ID = Pattern.compile("[a-z0-9]+(?:-[a-z0-9]+)*");
    private static final Pattern HOST = Pattern.compile("[a-z0-9-]+(?:\\.[a-z0-9-]+)+");
    private static final Pattern EVERY = Pattern.compile("([1-9][0-9]{0,3})([mhd])");
    private static final Pattern AT_MOST = Pattern.compile("([1-9][0-9]{0,3}) per minute");

    private final String file;
    private final Optional<Platform> anySite;
    private final Digest digest;
    private final YamlMapping top;
    private final Map<String, Integer> hostLines = new LinkedHashMap<>();

    DefinitionReader(String file, byte[] bytes, Optional<Platform> anySite) {
        this.file = file;
        this.anySite = anySite;
        this.digest = anySite.map(used -> Digest.of(Digest.of(bytes) + " " + used.digest()))
                .orElseGet(() -> Digest.of(bytes));
        this.top = YamlValue.parse(file, bytes).mapping();
    }

    Definition read() {
        String id = id(top.need("id"));
        Optional<FetchPlan> fetch = top.find("fetch").map(DefinitionReader::fetch);
        Optional<Control> control = top.find("control").map(DefinitionReader::control);
        List<SubjectPattern> subjects =
                list("subject").stream().map(DefinitionReader::subject).toList();
        List<Rule> rules = rules(id);
        Platform platform = new Platform(
                id,
                top.need("name").text(),
                top.need("about").text(),
                url(top.need("home")),
                top.find("appeals").map(DefinitionReader::url),
                hosts(),
                subjects,
                fetch,
                control,
                rules,
                digest);
        Optional<YamlValue> otherwise = top.find("otherwise");
        otherwise.filter(value -> !value.text().equals("unclear")).ifPresent(value -> {
            throw value.wrong("expected unclear, found '" + value.text() + "'", "write 'otherwise: unclear'");
        });
        List<Example> examples =
                list("examples").stream().map(DefinitionReader::example).toList();
        top.nothingElse();
        if (rules.isEmpty() && (fetch.isPresent() || !examples.isEmpty() || otherwise.isPresent())) {
            throw top.wrong("what is fetched needs 'detect'", "add rules, or leave out fetch, otherwise and examples");
        }
        if (!rules.isEmpty() && (otherwise.isEmpty() || examples.isEmpty())) {
            throw top.wrong("rules need 'otherwise: unclear' and 'examples'", "add them; see crawlers/README.md");
        }
        if (fetch.isPresent() != control.isPresent() && !id.equals(Platforms.ANY_SITE)) {
            throw top.wrong("'fetch' and 'control' go together", "name a subject that is certain to be alive");
        }
        if (fetch.isPresent() && subjects.isEmpty() && !id.equals(Platforms.ANY_SITE)) {
            throw top.wrong("what is fetched needs 'subject'", "say how an id is found in a URL");
        }
        return new Definition(file, platform, examples, hostLines);
    }

    private String id(YamlValue value) {
        String id = value.text();
        if (!ID.matcher(id).matches() || !file.endsWith("/" + id + ".yaml")) {
            throw value.wrong(
                    "expected the file's name without .yaml, in lower case with hyphens; found '" + id + "'",
                    "make file name and id the same");
        }
        return id;
    }

    private List<YamlValue> list(String key) {
        return top.find(key).map(YamlValue::itemsOrOne).orElse(List.of());
    }

    private List<String> hosts() {
        for (YamlValue value : list("hosts")) {
            String host = value.text();
            if (!HOST.matcher(host).matches() || hostLines.put(host, value.line()) != null) {
                throw value.wrong(
                        "expected a host name in lower case, once; found '" + host + "'",
                        "write it without https://, port, path or *");
            }
        }
        return List.copyOf(hostLines.keySet());
    }

    private List<Rule> rules(String id) {
        List<Rule> rules = new ArrayList<>();
        int own = 0;
        for (YamlValue value : list("detect")) {
            YamlMapping rule = value.mapping();
            Optional<YamlValue> use = rule.find("use");
            if (use.isPresent()) {
                rule.nothingElse();
                rules.addAll(rulesOf(use.get()));
                continue;
            }
            Outcome says = outcome(rule.need("says"));
            Condition when = ConditionReader.read(rule.need("when"));
            rule.nothingElse();
            rules.add(new Rule(id + "#" + ++own, says, when));
        }
        return rules;
    }

    private List<Rule> rulesOf(YamlValue used) {
        return anySite.filter(platform -> platform.id().equals(used.text()))
                .map(Platform::rules)
                .orElseThrow(() -> used.wrong(
                        "only the rules of " + Platforms.ANY_SITE + " can be used by others, found '" + used.text()
                                + "'",
                        "write 'use: " + Platforms.ANY_SITE + "'"));
    }

    private static Outcome outcome(YamlValue value) {
        Outcome outcome = value.as(Outcome::of, "use one of these words");
        if (outcome == Outcome.NO_ANSWER) {
            throw value.wrong("no-answer is what we write when there is no page", "use unclear");
        }
        return outcome;
    }

    private static FetchPlan fetch(YamlValue value) {
        YamlMapping fetch = value.mapping();
        String page = fetch.need("page").text();
        Duration every = fetch.need("every").as(DefinitionReader::every, "write 30m, 6h or 1d");
        int atMost = fetch.need("at-most").as(DefinitionReader::atMost, "write for example '10 per minute'");
        fetch.nothingElse();
        return value.built(() -> new FetchPlan(page, every, atMost), "see crawlers/README.md");
    }

    private static Duration every(String text) {
        Matcher matcher = EVERY.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("expected a time between checks, found '" + text + "'");
        }
        long amount = Long.parseLong(matcher.group(1));
        return switch (matcher.group(2)) {
            case "m" -> Duration.ofMinutes(amount);
            case "h" -> Duration.ofHours(amount);
            default -> Duration.ofDays(amount);
        };
    }

    private static Integer atMost(String text) {
        Matcher matcher = AT_MOST.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("expected a number of requests per minute, found '" + text + "'");
        }
        return Integer.valueOf(matcher.group(1));
    }

    private static Control control(YamlValue value) {
        YamlMapping control = value.mapping();
        Control read = new Control(control.need("id").text(), outcome(control.need("says")));
        control.nothingElse();
        return read;
    }

    private static SubjectPattern subject(YamlValue value) {
        YamlMapping subject = value.mapping();
        String kind = subject.need("kind").text();
        Pattern id = ConditionReader.pattern(subject.need("id"));
        subject.nothingElse();
        return value.built(() -> new SubjectPattern(kind, id), "see crawlers/README.md");
    }

    private static Example example(YamlValue value) {
        YamlMapping example = value.mapping();
        Map<String, String> headers = new LinkedHashMap<>();
        example.find("headers").ifPresent(found -> found.mapping().forEach(headers::put));
        Example read = new Example(
                example.need("page").text(),
                example.need("status").status(),
                outcome(example.need("says")),
                example.find("answered").map(DefinitionReader::url),
                headers);
        example.nothingElse();
        return read;
    }

    private static URI url(YamlValue value) {
        URI url = value.as(URI::create, "write a URL such as https://example.org/");
        if (!"https".equals(url.getScheme()) || url.getHost() == null) {
            throw value.wrong("expected an https URL, found '" + url + "'", "write it in full");
        }
        return url;
    }
}
