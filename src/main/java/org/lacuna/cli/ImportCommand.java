package org.lacuna.cli;

import io.quarkus.runtime.configuration.ConfigUtils;
import io.smallrye.config.SmallRyeConfig;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.lacuna.platform.Platforms;
import org.lacuna.platform.community.ImportedRules;
import org.lacuna.platform.community.ReadCommunityRules;
import org.lacuna.platform.community.Skipped;
import org.lacuna.shared.InvalidFile;
import org.lacuna.shared.SafeFile;
import org.lacuna.shared.Slug;
import org.lacuna.shared.TextFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Needs no application: a server that runs sees the new file by itself. */
@Command(
        name = "import",
        description = {
            "Takes over the rules of WhatsMyName (wmn-data.json), Sherlock (data.json) or OONI (fingerprints_http.csv).",
            "They are written to imported/ORIGIN.yaml in the folder lacuna.crawlers.directory, in the place of an earlier"
                    + " import, and may say no more than available, not-found or unclear; fingerprints of block pages may"
                    + " say withheld."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:written", "1:nothing was written; the message says why", "2:there is no such file"})
class ImportCommand implements Callable<Integer>, WithoutApplication {
    private static final int FAILED = 1;
    private static final int MISUNDERSTOOD = 2;

    @Spec
    CommandSpec spec;

    @Parameters(paramLabel = "FILE", description = "what was downloaded; its content tells whose it is")
    Path file;

    @Option(
            names = "--origin",
            paramLabel = "NAME",
            description = "another name for the origin, in lower case with hyphens; ids begin with it")
    Optional<String> origin = Optional.empty();

    @Option(names = "--verbose", description = "names every rule that was skipped")
    boolean verbose;

    @Override
    public Integer call() {
        if (origin.filter(name -> !Slug.fits(name) || name.length() > 20).isPresent()) {
            say("expected a name in lower case with hyphens, of at most 20 letters, found '" + origin.get() + "'");
            return MISUNDERSTOOD;
        }
        if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
            say("expected a file that can be read, found none at " + file);
            return MISUNDERSTOOD;
        }
        try {
            if (Files.size(file) > ReadCommunityRules.LONGEST) {
                say("expected at most " + ReadCommunityRules.LONGEST + " bytes in " + file + ", found "
                        + Files.size(file));
                return FAILED;
            }
            ImportedRules rules =
                    ReadCommunityRules.read(TextFile.read(file), new Platforms().find(Platforms.ANY_SITE), origin);
            Path written =
                    directory().resolve("imported").resolve(rules.source().origin() + ".yaml");
            SafeFile.write(written, rules.text().getBytes(StandardCharsets.UTF_8));
            tell(rules, written);
            return 0;
        } catch (InvalidFile refused) {
            say(refused.getMessage());
        } catch (IOException | UncheckedIOException refused) {
            say("expected to read " + file + " and to write into lacuna.crawlers.directory, found " + refused);
        }
        say("Nothing was imported.");
        return FAILED;
    }

    private void tell(ImportedRules rules, Path written) {
        print(rules.source().name() + " (" + rules.source().licence() + "): " + rules.taken() + " taken, "
                + rules.skipped().size() + " skipped");
        Map<String, Integer> reasons = new TreeMap<>();
        rules.skipped().forEach(skipped -> reasons.merge(skipped.reason(), 1, Integer::sum));
        reasons.forEach((reason, count) -> print("  skipped " + count + ": " + reason));
        if (verbose) {
            for (Skipped skipped : rules.skipped()) {
                print("  " + skipped.name() + ": " + skipped.reason());
            }
        }
        print("written to " + written);
    }

    /** The same setting from the same places as the server's. */
    private static Path directory() {
        SmallRyeConfig config = ConfigUtils.configBuilder().build();
        return config.getOptionalValue("lacuna.crawlers.directory", Path.class)
                .orElseGet(() -> config.getOptionalValue("lacuna.data", Path.class)
                        .orElse(Path.of("data"))
                        .resolve("crawlers"));
    }

    private void print(String line) {
        spec.commandLine().getOut().println(line);
        spec.commandLine().getOut().flush();
    }

    private void say(String line) {
        spec.commandLine().getErr().println(line);
        spec.commandLine().getErr().flush();
    }
}
