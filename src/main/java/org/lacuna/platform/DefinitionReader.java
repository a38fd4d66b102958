package org.lacuna.platform;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.lacuna.shared.Digest;
import org.lacuna.shared.Fields;
import org.lacuna.shared.Slug;
import org.lacuna.shared.TextFile;
import org.lacuna.shared.Value;

/** Reads a definition strictly: what it does not know, it refuses, with the line and a remedy. */
final class DefinitionReader {
    private static final Pattern HOST = Pattern.compile("[a-z0-9-]+(?:\\.[a-z0-9-]+)+");

    private final String file;
    private final Optional<Platform> anySite;
    private final Digest digest;
    private final Fields top;
    private final Origin origin;
    private final Map<String, String> hostPlaces = new LinkedHashMap<>();

    DefinitionReader(TextFile file, Optional<Platform> anySite, Origin origin) {
        this(file.name(), Fields.ofYaml(file.name(), file.text()), Digest.of(file.text()), anySite, origin);
    }

    /** @param written of what defines this platform, which may be a part of the file */
    DefinitionReader(String file, Fields top, Digest written, Optional<Platform> anySite, Origin origin) {
        this.file = file;
        this.anySite = anySite;
        this.digest =
                anySite.map(used -> Digest.of(written + " " + used.digest())).orElse(written);
        this.top = top;
        this.origin = origin;
    }

    Definition read() {
        String id = id(top.need("id"));
        Optional<FetchPlan> fetch = top.find("fetch").map(FetchReader::plan);
        Optional<Control> control = top.find("control").map(value -> FetchReader.control(value, fetch));
        List<SubjectPattern> subjects =
                list("subject").stream().map(DefinitionReader::subject).toList();
        PlaceReader places = PlaceReader.of(top.find("data"));
        List<IdentityPlace> identity =
                list("identity").stream().map(new IdentityReader(places)::read).toList();
        List<Rule> rules =
                new RulesReader(origin.prefix() + id, anySite, new ConditionReader(places)).read(list("detect"));
        Platform platform = new Platform(
                id,
                top.need("name").words(),
                top.need("about").words(),
                url(top.need("home")),
                top.find("appeals").map(DefinitionReader::url),
                hosts(),
                subjects,
                fetch,
                control,
                identity,
                rules,
                Platform.headersAsked(rules),
                digest);
        Optional<Value> otherwise = top.find("otherwise");
        otherwise.filter(value -> !value.words().equals("unclear")).ifPresent(value -> {
            throw value.wrong("expected unclear, found '" + value.words() + "'", "Write 'otherwise: unclear'");
        });
        List<Example> examples =
                list("examples").stream().map(DefinitionReader::example).toList();
        top.nothingElse();
        together(platform, otherwise.isPresent(), !examples.isEmpty());
        return new Definition(file, platform, examples, hostPlaces);
    }

    /** Some keys make sense only with others. Any-site has no one subject that could be its control. */
    private void together(Platform platform, boolean otherwise, boolean examples) {
        boolean fetched = platform.fetch().isPresent();
        boolean anySiteItself = platform.id().equals(Platforms.ANY_SITE);
        if (platform.rules().isEmpty() && (fetched || examples || otherwise)) {
            throw top.wrong("what is fetched needs 'detect'", "Add rules, or leave out fetch, otherwise and examples");
        }
        if (!platform.rules().isEmpty() && (!otherwise || !examples && origin.needsExamples())) {
            throw top.wrong("rules need 'otherwise: unclear' and 'examples'", "Add them; see crawlers/README.md");
        }
        if (platform.rules().isEmpty() && !platform.identity().isEmpty()) {
            throw top.wrong("'identity' needs 'detect'", "Add rules: an id is read where a rule says what the page is");
        }
        if (fetched != platform.control().isPresent() && !anySiteItself && origin.needsControl()) {
            throw top.wrong("'fetch' and 'control' go together", "Name a subject that is certain to be alive");
        }
        if (fetched && platform.subjects().isEmpty() && !anySiteItself) {
            throw top.wrong("what is fetched needs 'subject'", "Say how an id is found in a URL");
        }
    }

    private String id(Value value) {
        String id = value.words();
        boolean namesItsFile = origin.kind() == Origin.Kind.IMPORTED || file.endsWith("/" + id + ".yaml");
        if (!Slug.fits(id) || !namesItsFile) {
            throw value.wrong(
                    "expected the file's name without .yaml, in lower case with hyphens; found '" + id + "'",
                    "Make file name and id the same");
        }
        return id;
    }

    private List<Value> list(String key) {
        return top.find(key).map(Value::itemsOrOne).orElse(List.of());
    }

    private List<String> hosts() {
        for (Value value : list("hosts")) {
            String host = value.words();
            if (!HOST.matcher(host).matches() || hostPlaces.put(host, value.where()) != null) {
                throw value.wrong(
                        "expected a host name in lower case, once; found '" + host + "'",
                        "Write it without https://, port, path or *");
            }
        }
        return List.copyOf(hostPlaces.keySet());
    }

    private static SubjectPattern subject(Value value) {
        Fields subject = value.map();
        return subject.build(
                () -> new SubjectPattern(subject.need("kind").words(), ConditionReader.pattern(subject.need("id"))),
                "See crawlers/README.md");
    }

    private static Example example(Value written) {
        Fields example = written.map();
        Map<String, String> headers = new LinkedHashMap<>();
        example.find("headers")
                .ifPresent(found -> found.map().all().forEach((name, value) -> headers.put(name, value.words())));
        return example.build(() -> new Example(
                written.where(),
                example.need("page").words(),
                ConditionReader.code(example.need("status")),
                RulesReader.outcome(example.need("says")),
                example.find("answered").map(DefinitionReader::url),
                headers));
    }

    private static URI url(Value value) {
        URI url = value.as(URI::create, "Write a URL such as https://example.org/");
        if (!"https".equals(url.getScheme()) || url.getHost() == null) {
            throw value.wrong("expected an https URL, found '" + url + "'", "Write it in full");
        }
        return url;
    }
}
