package org.lacuna.platform;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.lacuna.shared.Digest;
import org.lacuna.shared.Fields;
import org.lacuna.shared.Outcome;
import org.lacuna.shared.Slug;
import org.lacuna.shared.TextFile;
import org.lacuna.shared.Value;

/**
 * One file of {@code imported/}: rules of another project, in our format. They can never accuse: whatever they see, it
 * was not looked at by us.
 *
 * @param definitions of platforms; their rules say {@code available}, {@code not-found} or {@code unclear}
 * @param fingerprints of block pages, which may stand in the place of any page; they say {@code withheld} or {@code
 *     unclear}
 * @param digest of the whole file
 */
public record ImportedFile(List<Definition> definitions, List<Rule> fingerprints, Digest digest) {
    private static final Set<Outcome> OF_PLATFORMS = EnumSet.of(Outcome.AVAILABLE, Outcome.NOT_FOUND, Outcome.UNCLEAR);
    private static final Set<Outcome> OF_FINGERPRINTS = EnumSet.of(Outcome.WITHHELD, Outcome.UNCLEAR);

    public ImportedFile {
        definitions = List.copyOf(definitions);
        fingerprints = List.copyOf(fingerprints);
    }

    /** @throws org.lacuna.shared.InvalidFile for the first thing in it that the format does not allow */
    public static ImportedFile read(TextFile file, Optional<Platform> anySite) {
        Fields top = Fields.ofYaml(file.name(), file.text());
        Value name = top.need("origin");
        if (!Slug.fits(name.words())) {
            throw name.wrong("expected a name in lower case with hyphens, found '" + name.words() + "'", "Rename it");
        }
        top.text("licence");
        Origin origin = Origin.imported(name.words());
        List<Definition> definitions = new ArrayList<>();
        for (Value each : list(top, "definitions")) {
            Fields fields = each.map();
            Digest digest = Digest.of(each.written());
            Definition read = new DefinitionReader(file.name(), fields, digest, anySite, origin).read();
            allow(read.platform().rules(), origin, OF_PLATFORMS, each);
            definitions.add(read);
        }
        List<Rule> fingerprints = new ArrayList<>();
        for (Value each : list(top, "fingerprints")) {
            String rule = origin.prefix() + each.map().need("name").words();
            List<Rule> read = new RulesReader(
                            rule, Optional.empty(), new ConditionReader(PlaceReader.of(Optional.empty())))
                    .read(List.of(each));
            allow(read, origin, OF_FINGERPRINTS, each);
            fingerprints.addAll(read);
        }
        top.nothingElse();
        return new ImportedFile(definitions, fingerprints, Digest.of(file.text()));
    }

    private static List<Value> list(Fields top, String key) {
        return top.find(key).map(Value::list).orElse(List.of());
    }

    /** Rules of any-site that are used there are ours and say what they say. */
    private static void allow(List<Rule> rules, Origin origin, Set<Outcome> allowed, Value where) {
        rules.stream()
                .filter(rule -> rule.name().startsWith(origin.prefix()) && !allowed.contains(rule.says()))
                .findFirst()
                .ifPresent(rule -> {
                    throw where.wrong(
                            "expected an imported rule that says one of "
                                    + allowed.stream().map(Outcome::word).toList() + ", found "
                                    + rule.says().word() + " in " + rule.name(),
                            "Import the file again, or write a definition of your own");
                });
    }
}
