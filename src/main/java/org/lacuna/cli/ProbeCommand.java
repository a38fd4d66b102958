package org.lacuna.cli;

import jakarta.inject.Inject;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.lacuna.crawl.Probe;
import org.lacuna.crawl.Probe.Probed;
import org.lacuna.evidence.EvidenceNotKept;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Results go to standard output, progress and complaints to standard error. */
@Command(
        name = "probe",
        description = {
            "Looks at pages, one after the other, and tells what each shows, which rule fitted and why, and where the"
                    + " evidence is.",
            "With several pages the exit code is the first of 1, 2 and 3 that holds for any of them."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:the page says something about its subject",
            "1:failed; the message says why",
            "2:the URL was not understood",
            "3:no answer, or one that says nothing about the subject"
        })
class ProbeCommand implements Callable<Integer> {
    private static final String STANDARD_INPUT = "-";

    /** What became of one URL, the worst for the caller first. */
    private enum End {
        FAILED(1),
        MISUNDERSTOOD(2),
        COULD_NOT_TELL(3),
        TOLD(0);

        private final int code;

        End(int code) {
            this.code = code;
        }
    }

    @Spec
    CommandSpec spec;

    @Parameters(
            arity = "1..*",
            paramLabel = "URL",
            description = "The address of a page, starting with http:// or https://; - reads addresses from standard"
                    + " input, one a line.")
    List<String> urls;

    @Option(names = "--json", description = "one JSON object a line for each page")
    boolean json;

    @Option(
            names = "--vantage",
            paramLabel = "NAME",
            description = "Where to look from, by a name of lacuna.crawl.vantages.")
    String vantage;

    /** Not by constructor: the command line is also read where there is no container yet. */
    @Inject
    Probe probe;

    /** Another one in tests. */
    InputStream input = System.in;

    @Override
    public Integer call() {
        List<String> all = new ArrayList<>();
        urls.forEach(url -> all.addAll(url.equals(STANDARD_INPUT) ? lines() : List.of(url)));
        End worst = End.TOLD;
        for (int i = 0; i < all.size(); i++) {
            if (all.size() > 1) {
                say(i + 1 + " of " + all.size());
            }
            End end = look(all.get(i), new ProbeReport(out(), json, all.size() > 1));
            worst = end.compareTo(worst) < 0 ? end : worst;
        }
        return worst.code;
    }

    private End look(String url, ProbeReport report) {
        Optional<URI> page = page(url);
        if (page.isEmpty()) {
            return complain(
                    report,
                    url,
                    "expected a URL such as https://video.example/watch?v=dQw4w9WgXcQ, found '" + url + "'",
                    End.MISUNDERSTOOD);
        }
        try {
            Probed probed = probe.probe(page.get(), Optional.ofNullable(vantage));
            report.tell(url, probed);
            return probed.outcome().conclusive() ? End.TOLD : End.COULD_NOT_TELL;
        } catch (EvidenceNotKept failed) {
            return complain(report, url, failed.getMessage(), End.FAILED);
        } catch (IllegalArgumentException refused) {
            // an id that makes no page of its platform, such as one that climbs
            return complain(report, url, String.valueOf(refused.getMessage()), End.MISUNDERSTOOD);
        }
    }

    private End complain(ProbeReport report, String url, String message, End end) {
        report.complain(url, message);
        say(message);
        return end;
    }

    private List<String> lines() {
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(input, StandardCharsets.UTF_8))) {
            return reader.lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty())
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Optional<URI> page(String url) {
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

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }

    private void say(String message) {
        spec.commandLine().getErr().println(message);
        spec.commandLine().getErr().flush();
    }
}
