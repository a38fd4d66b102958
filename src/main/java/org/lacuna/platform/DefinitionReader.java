package org.lacuna.platform;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.lacuna.shared.Digest;

/** Reads a definition strictly: what it does not know, it refuses, with the line and a remedy. */
final class DefinitionReader {
    private static final Pattern ID = Pattern.compile("[a-z0-9]+(?:-[a-z0-9]+)*");
    private static final Pattern HOST = Pattern.compile("[a-z0-9-]+(?:\\.[a-z0-9-]+)+");

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
        Optional<FetchPlan> fetch = top.find("fetch").map(FetchReader::plan);
        Optional<Control> control = top.find("control").map(value -> FetchReader.control(value, fetch));
        List<SubjectPattern> subjects =
                list("subject").stream().map(DefinitionReader::subject).toList();
        List<Rule> rules = new RulesReader(id, anySite).read(list("detect"));
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
        together(platform, otherwise.isPresent(), !examples.isEmpty());
        return new Definition(file, platform, examples, hostLines);
    }

    /** Some keys make sense only with others. Any-site has no one subject that could be its control. */
    private void together(Platform platform, boolean otherwise, boolean examples) {
        boolean fetched = platform.fetch().isPresent();
        boolean anySiteItself = platform.id().equals(Platforms.ANY_SITE);
        if (platform.rules().isEmpty() && (fetched || examples || otherwise)) {
            throw top.wrong("what is fetched needs 'detect'", "add rules, or leave out fetch, otherwise and examples");
        }
        if (!platform.rules().isEmpty() && (!otherwise || !examples)) {
            throw top.wrong("rules need 'otherwise: unclear' and 'examples'", "add them; see crawlers/README.md");
        }
        if (fetched != platform.control().isPresent() && !anySiteItself) {
            throw top.wrong("'fetch' and 'control' go together", "name a subject that is certain to be alive");
        }
        if (fetched && platform.subjects().isEmpty() && !anySiteItself) {
            throw top.wrong("what is fetched needs 'subject'", "say how an id is found in a URL");
        }
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
                RulesReader.outcome(example.need("says")),
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
