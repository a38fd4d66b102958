package org.lacuna.platform;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.lacuna.shared.InvalidFile;
import org.lacuna.shared.TextFile;

/**
 * Puts the definitions of the build and those of the operator together.
 *
 * @param builtIn a mistake in these is one of ours, and stops everything
 */
record SnapshotReader(CrawlerFolder builtIn) {
    /**
     * @param snapshot without the files that are wrong
     * @param refused the complaint about each wrong file
     * @param replaced ids of built-in definitions in whose place an operator's stands
     */
    record Result(Snapshot snapshot, List<InvalidFile> refused, List<String> replaced) {}

    /**
     * @param late takes complaints about imported files that are read only when somebody asks for them; empty if all are
     *     to be read now
     * @throws InvalidFile if a built-in file is wrong
     */
    Result read(OperatorFolder.Content operator, Optional<Consumer<InvalidFile>> late) {
        List<InvalidFile> refused = new ArrayList<>(operator.unreadable());
        Map<String, Definition> ours = byId(builtIn.definitions());
        Optional<Platform> theirAnySite = operator.own().stream()
                .filter(file -> file.name().endsWith("/" + Platforms.ANY_SITE + ".yaml"))
                .findFirst()
                .flatMap(file -> definition(file, Optional.empty(), refused))
                .map(Definition::platform);
        // whoever uses the rules of any-site uses the ones that are in force
        theirAnySite.ifPresent(anySite -> ours.putAll(byId(builtIn.definitions(anySite))));
        Optional<Platform> anySite = theirAnySite.or(
                () -> Optional.ofNullable(ours.get(Platforms.ANY_SITE)).map(Definition::platform));
        Map<String, Definition> all = new TreeMap<>(ours);
        TreeSet<String> replaced = new TreeSet<>();
        for (TextFile file : operator.own()) {
            boolean itself = file.name().endsWith("/" + Platforms.ANY_SITE + ".yaml");
            if (itself && theirAnySite.isEmpty()) {
                continue;
            }
            definition(file, itself ? Optional.empty() : anySite, refused).ifPresent(theirs -> {
                String id = theirs.platform().id();
                Map<String, Definition> withIt = new TreeMap<>(all);
                if (withIt.put(id, theirs) != null) {
                    replaced.add(id);
                }
                if (hostsAreFree(withIt, theirs, refused)) {
                    all.put(id, theirs);
                } else {
                    replaced.remove(id);
                }
            });
        }
        Map<Boolean, List<TextFile>> imported = operator.imported().stream()
                .collect(Collectors.partitioningBy(
                        file -> late.isPresent() && !file.text().contains("fingerprints:")));
        List<ImportedFile> now = imported(imported.get(false), anySite, refused::add);
        Snapshot snapshot = new Snapshot(
                List.copyOf(all.values()), now, () -> imported(imported.get(true), anySite, late.orElse(refused::add)));
        return new Result(snapshot, refused, List.copyOf(replaced));
    }

    private static List<ImportedFile> imported(
            List<TextFile> files, Optional<Platform> anySite, Consumer<InvalidFile> complaints) {
        List<ImportedFile> read = new ArrayList<>();
        for (TextFile file : files) {
            try {
                read.add(ImportedFile.read(file, anySite));
            } catch (InvalidFile wrong) {
                complaints.accept(wrong);
            }
        }
        return read;
    }

    private static Map<String, Definition> byId(List<Definition> definitions) {
        Map<String, Definition> byId = new LinkedHashMap<>();
        definitions.forEach(definition -> byId.put(definition.platform().id(), definition));
        return byId;
    }

    private static Optional<Definition> definition(
            TextFile file, Optional<Platform> anySite, List<InvalidFile> refused) {
        try {
            return Optional.of(new DefinitionReader(file, anySite, Origin.OPERATOR).read());
        } catch (InvalidFile wrong) {
            refused.add(wrong);
            return Optional.empty();
        }
    }

    /** The complaint must name the operator's file and line, whichever of the two was there first. */
    private static boolean hostsAreFree(Map<String, Definition> all, Definition theirs, List<InvalidFile> refused) {
        for (Definition other : all.values()) {
            for (String host : other.platform().hosts()) {
                if (other != theirs && theirs.platform().hosts().contains(host)) {
                    refused.add(new InvalidFile(
                            theirs.hostPlaces().get(host),
                            "the host " + host + " belongs to "
                                    + other.platform().id() + " already",
                            "Take it out, or replace that definition by a file named "
                                    + other.platform().id() + ".yaml"));
                    return false;
                }
            }
        }
        return true;
    }
}
