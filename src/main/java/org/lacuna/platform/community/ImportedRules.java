package org.lacuna.platform.community;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.lacuna.platform.ImportedFile;
import org.lacuna.platform.Platform;
import org.lacuna.shared.InvalidFile;
import org.lacuna.shared.TextFile;

/**
 * Rules of another project in our format, ready to be written to a file.
 *
 * @param source whose rules they are
 * @param text of the file: the same for the same input, byte by byte
 * @param taken how many sites and fingerprints are in it
 * @param skipped what was left out, in the order of the input
 */
public record ImportedRules(Source source, String text, int taken, List<Skipped> skipped) {
    /** What one YAML document may have here, in characters. */
    private static final int LONGEST = 2_900_000;

    public ImportedRules {
        skipped = List.copyOf(skipped);
    }

    static ImportedRules of(String file, Converted converted, Optional<Platform> anySite) {
        Source source = converted.source();
        List<Skipped> skipped = new ArrayList<>(converted.skipped());
        String head = head(source);
        StringBuilder definitions = new StringBuilder();
        Set<String> ids = new HashSet<>();
        int taken = 0;
        List<Site> sites = converted.sites().stream()
                .sorted(Comparator.comparing(Site::slug).thenComparing(Site::name))
                .toList();
        for (Site site : sites) {
            String id = free(source.prefix() + site.slug(), ids);
            String yaml = site.yaml(id, "Accounts there, found by the rules of " + source.name() + ".");
            if (holds(head + "definitions:\n" + yaml, anySite, site.name(), skipped)) {
                definitions.append(yaml);
                taken++;
            }
        }
        StringBuilder fingerprints = new StringBuilder();
        List<Fingerprint> ordered = converted.fingerprints().stream()
                .sorted(Comparator.comparingInt(Fingerprint::order).thenComparing(Fingerprint::name))
                .toList();
        for (Fingerprint each : ordered) {
            if (holds(head + "fingerprints:\n" + each.yaml(), anySite, each.name(), skipped)) {
                fingerprints.append(each.yaml());
                taken++;
            }
        }
        String text = head
                + (definitions.isEmpty() ? "" : "definitions:\n" + definitions)
                + (fingerprints.isEmpty() ? "" : "fingerprints:\n" + fingerprints);
        if (taken == 0 || text.length() > LONGEST) {
            throw new InvalidFile(
                    file,
                    "expected rules that can be taken over, of at most " + LONGEST + " characters in our format; found "
                            + taken + " of " + text.length() + " characters and " + skipped.size() + " to skip"
                            + skipped.stream()
                                    .findFirst()
                                    .map(one -> ": " + one.reason())
                                    .orElse(""),
                    "Take the file as its project publishes it");
        }
        ImportedFile.read(new TextFile(source.origin() + ".yaml", text), anySite);
        return new ImportedRules(source, text, taken, skipped);
    }

    private static String free(String id, Set<String> taken) {
        String free = id;
        for (int i = 2; !taken.add(free); i++) {
            free = id + "-" + i;
        }
        return free;
    }

    /** One by one, so that what our reader refuses is known by its name and leaves the others alone. */
    private static boolean holds(String text, Optional<Platform> anySite, String name, List<Skipped> skipped) {
        try {
            ImportedFile.read(new TextFile("it", text), anySite);
            return true;
        } catch (InvalidFile refused) {
            skipped.add(new Skipped(name, "our format cannot hold it"));
            return false;
        }
    }

    private static String head(Source source) {
        StringBuilder head = new StringBuilder();
        source.attribution().forEach(line -> head.append("# ").append(line).append('\n'));
        return head.append("# Written by 'lacuna crawlers import', which writes it anew each time.\n")
                .append("origin: ")
                .append(source.origin())
                .append("\nlicence: ")
                .append(Written.line(source.licence()))
                .append('\n')
                .toString();
    }
}
