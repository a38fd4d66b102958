package org.lacuna.platform;

import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.lacuna.shared.Digest;
import org.lacuna.shared.InvalidFile;

/** Definitions that go together, as they were at one moment. Once built it is handed around and says the same for ever. */
final class Snapshot {
    private final Map<String, Definition> own = new LinkedHashMap<>();
    private final Map<String, Platform> byHost = new HashMap<>();
    private final Map<String, Platform> imported = new LinkedHashMap<>();
    private final Map<String, List<Platform>> importedByHost = new HashMap<>();

    private final List<Rule> fingerprints;
    private final String digests;
    private Supplier<List<ImportedFile>> later;
    private volatile boolean complete;

    /**
     * @param definitions ours and the operator's; an id or a host can stand in one of them alone
     * @param files imported ones, which give way to all others
     * @param later more of them, without fingerprints: reading a thousand definitions costs a second, so it is done when
     *     somebody first asks for one that is not ours
     * @throws InvalidFile at the second definition that claims a host
     */
    Snapshot(List<Definition> definitions, List<ImportedFile> files, Supplier<List<ImportedFile>> later) {
        this.fingerprints =
                files.stream().flatMap(file -> file.fingerprints().stream()).toList();
        this.digests = files.stream()
                .filter(file -> !file.fingerprints().isEmpty())
                .map(file -> " " + file.digest())
                .reduce("", String::concat);
        this.later = later;
        definitions.forEach(definition -> add(with(definition)));
        addImported(files);
    }

    private void addImported(List<ImportedFile> files) {
        files.stream()
                .flatMap(file -> file.definitions().stream())
                .map(definition -> with(definition).platform())
                .forEach(this::addImported);
    }

    private void complete() {
        if (!complete) {
            synchronized (this) {
                if (!complete) {
                    addImported(later.get());
                    later = List::of;
                    complete = true;
                }
            }
        }
    }

    /** Fingerprints are tried last, on every page that a rule could read: they stand for no platform of their own. */
    private Definition with(Definition definition) {
        Platform platform = definition.platform();
        if (fingerprints.isEmpty() || platform.rules().isEmpty()) {
            return definition;
        }
        Digest digest = Digest.of(platform.digest() + digests);
        return new Definition(
                definition.file(), platform.and(fingerprints, digest), definition.examples(), definition.hostPlaces());
    }

    private void add(Definition definition) {
        Platform platform = definition.platform();
        own.put(platform.id(), definition);
        for (String host : platform.hosts()) {
            Platform other = byHost.put(host, platform);
            if (other != null) {
                throw new InvalidFile(
                        definition.hostPlaces().get(host),
                        "the host " + host + " belongs to " + other.id() + " already",
                        "Keep it in one of the two files");
            }
        }
    }

    private void addImported(Platform platform) {
        if (!own.containsKey(platform.id()) && imported.putIfAbsent(platform.id(), platform) == null) {
            platform.hosts().forEach(host -> importedByHost
                    .computeIfAbsent(host, first -> new ArrayList<>())
                    .add(platform));
        }
    }

    List<Platform> all() {
        return own.values().stream().map(Definition::platform).toList();
    }

    List<Platform> imported() {
        complete();
        return List.copyOf(imported.values());
    }

    List<Definition> definitions() {
        return List.copyOf(own.values());
    }

    Optional<Platform> find(String id) {
        return Optional.ofNullable(own.get(id)).map(Definition::platform).or(() -> {
            complete();
            return Optional.ofNullable(imported.get(id));
        });
    }

    Optional<Recognised> recognise(URI url) {
        if (url.getHost() == null
                || !("https".equalsIgnoreCase(url.getScheme()) || "http".equalsIgnoreCase(url.getScheme()))) {
            return Optional.empty();
        }
        String host = url.getHost().toLowerCase(Locale.ROOT);
        return Optional.ofNullable(byHost.get(host))
                .map(platform -> new Recognised(platform, platform.subjectIn(url)))
                .or(() -> imported(host, url));
    }

    /** Several imported definitions may read one site; the first that knows the subject does. */
    private Optional<Recognised> imported(String host, URI url) {
        complete();
        List<Recognised> candidates = importedByHost.getOrDefault(host, List.of()).stream()
                .map(platform -> new Recognised(platform, platform.subjectIn(url)))
                .toList();
        return candidates.stream()
                .filter(candidate -> candidate.subject().isPresent())
                .findFirst()
                .or(() -> candidates.stream().findFirst());
    }

    /** The digest of every definition, by id. */
    Map<String, Digest> digests() {
        complete();
        Map<String, Digest> all = new LinkedHashMap<>();
        imported.forEach((id, platform) -> all.put(id, platform.digest()));
        own.forEach((id, definition) -> all.put(id, definition.platform().digest()));
        return all;
    }
}
