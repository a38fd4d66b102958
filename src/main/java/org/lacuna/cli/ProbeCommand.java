package org.lacuna.cli;

import jakarta.inject.Inject;
import java.io.PrintWriter;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.lacuna.crawl.Probe;
import org.lacuna.crawl.Probe.Probed;
import org.lacuna.evidence.EvidenceNotKept;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "probe",
        description =
                "Looks at one page and tells what it shows, which rule fitted and why, and where the evidence is.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:the page says something about its subject",
            "1:failed; the message says why",
            "2:the URL was not understood",
            "3:no answer, or one that says nothing about the subject"
        })
class ProbeCommand implements Callable<Integer> {
    private static final int FAILED = 1;
    private static final int MISUNDERSTOOD = 2;
    private static final int COULD_NOT_TELL = 3;

    @Spec
    CommandSpec spec;

    @Parameters(paramLabel = "URL", description = "The address of a page, starting with http:// or https://.")
    String url;

    /** Not by constructor: the command line is also read where there is no container yet. */
    @Inject
    Probe probe;

    @Override
    public Integer call() {
        Optional<URI> page = page();
        if (page.isEmpty()) {
            say("expected a URL such as https://video.example/watch?v=dQw4w9WgXcQ, found '" + url + "'");
            return MISUNDERSTOOD;
        }
        try {
            Probed probed = probe.probe(page.get());
            tell(probed);
            return probed.outcome().conclusive() ? 0 : COULD_NOT_TELL;
        } catch (EvidenceNotKept failed) {
            say(failed.getMessage());
            return FAILED;
        }
    }

    private Optional<URI> page() {
        try {
            URI page = new URI(url.strip());
            String scheme = page.getScheme() == null ? "" : page.getScheme().toLowerCase(Locale.ROOT);
            return Optional.of(page)
                    .filter(found -> scheme.equals("http") || scheme.equals("https"))
                    .filter(found -> found.getHost() != null);
        } catch (URISyntaxException unreadable) {
            return Optional.empty();
        }
    }

    private void tell(Probed probed) {
        line("outcome", probed.outcome().word());
        line("why", probed.why());
        line("rule", probed.rule().orElse("none"));
        line("platform", probed.platform());
        line("subject", probed.subject().orElse("none"));
        line("page", probed.page().toString());
        line("seen", probed.seen().toString());
        line("evidence", probed.evidence().map(kept -> kept.digest().toString()).orElse("none"));
        probed.evidence().ifPresent(kept -> line("file", kept.file().toString()));
    }

    private void line(String name, String value) {
        PrintWriter out = spec.commandLine().getOut();
        out.printf("%-9s %s%n", name, value);
        out.flush();
    }

    private void say(String message) {
        spec.commandLine().getErr().println(message);
        spec.commandLine().getErr().flush();
    }
}
