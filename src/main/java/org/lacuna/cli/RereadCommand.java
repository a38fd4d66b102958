package org.lacuna.cli;

import jakarta.inject.Inject;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.lacuna.crawl.Reread;
import org.lacuna.platform.Platform;
import org.lacuna.platform.Platforms;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "reread",
        description = "Reads stored captures again with today's definitions and records what they say as"
                + " reinterpretations, never as changes in the world.")
class RereadCommand implements Callable<Integer> {
    @Spec
    CommandSpec spec;

    @Parameters(paramLabel = "PLATFORM", arity = "0..*", description = "Ids of platforms; all if none is named.")
    List<String> ids = new ArrayList<>();

    /** Not by constructor: the command line is also read where there is no container yet. */
    @Inject
    Reread reread;

    @Inject
    Platforms platforms;

    @Override
    public Integer call() {
        List<Platform> chosen = new ArrayList<>();
        for (String id : ids) {
            Optional<Platform> found = platforms.find(id);
            if (found.isEmpty()) {
                err().println("expected the id of a platform, found '" + id
                        + "'; the files in crawlers/ are named by them");
                err().flush();
                return 2;
            }
            chosen.add(found.get());
        }
        (ids.isEmpty() ? platforms.all() : chosen).forEach(this::reread);
        return 0;
    }

    private void reread(Platform platform) {
        Reread.Tally tally = reread.reread(platform, done -> {
            err().println(platform.id() + ": " + done + " captures read");
            err().flush();
        });
        if (tally.same() + tally.missing() + tally.otherwise().size() == 0) {
            return;
        }
        PrintWriter out = spec.commandLine().getOut();
        out.printf("%-16s same: %d, missing: %d%n", platform.id(), tally.same(), tally.missing());
        new TreeMap<>(tally.otherwise()).forEach((turn, times) -> out.printf("%-16s was %s: %d%n", "", turn, times));
        out.flush();
    }

    private PrintWriter err() {
        return spec.commandLine().getErr();
    }
}
