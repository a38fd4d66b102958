package org.lacuna.fetch;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The two programs of this machine that a visit by browser needs.
 *
 * @param chromium the browser
 * @param node what its driver runs on
 */
record BrowserPrograms(Path chromium, Path node) {
    /** What the driver asks for. */
    private static final int LEAST_NODE = 20;

    private static final Pattern VERSION = Pattern.compile("v([0-9]{1,4})\\..*", Pattern.DOTALL);

    /**
     * Looks for both, as the settings say or on the PATH.
     *
     * @throws FetchFailure BROWSER_MISSING, saying what to install
     */
    static BrowserPrograms find(BrowserSettings settings, String path) throws FetchFailure {
        if (!Files.isReadable(Path.of("/proc/self/stat"))) {
            // what a page takes is read from /proc; a browser that nobody can watch is not started
            throw missing("expected Linux, which tells how much memory a browser takes");
        }
        Path chromium = program(settings.path(), path, "chromium", "chromium-browser")
                .orElseThrow(() -> missing(
                        "expected Chromium on the PATH or in lacuna.fetch.browser.path, found none; install it"));
        Path node = program(settings.node(), path, "node", "nodejs")
                .filter(BrowserPrograms::newEnough)
                .orElseThrow(() -> missing("expected Node.js " + LEAST_NODE
                        + " or newer on the PATH or in lacuna.fetch.browser.node, found none; install it"));
        return new BrowserPrograms(chromium, node);
    }

    private static Optional<Path> program(Optional<Path> set, String path, String... names) {
        Stream<Path> candidates = set.map(Stream::of)
                .orElseGet(() -> Stream.of(names).flatMap(name -> Stream.of(path.split(File.pathSeparator))
                        .filter(folder -> !folder.isEmpty())
                        .map(folder -> Path.of(folder, name))));
        return candidates
                .filter(file -> Files.isRegularFile(file) && Files.isExecutable(file))
                .map(Path::toAbsolutePath)
                .findFirst();
    }

    private static boolean newEnough(Path node) {
        try {
            Process asked = new ProcessBuilder(List.of(node.toString(), "--version"))
                    .redirectErrorStream(true)
                    .start();
            asked.getOutputStream().close();
            if (!asked.waitFor(10, TimeUnit.SECONDS)) {
                asked.destroyForcibly();
                return false;
            }
            Matcher said =
                    VERSION.matcher(new String(asked.getInputStream().readNBytes(200), StandardCharsets.US_ASCII));
            return said.matches() && Integer.parseInt(said.group(1)) >= LEAST_NODE;
        } catch (IOException noProgram) {
            return false;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static FetchFailure missing(String detail) {
        return new FetchFailure(NoAnswer.Reason.BROWSER_MISSING, detail);
    }
}
