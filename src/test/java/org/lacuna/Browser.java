package org.lacuna;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;

/**
 * The machine's Chromium, started once per test run. Where there is none, the tests that ask for it are skipped and one
 * line says how to get it. Another place than Debian's is named by the environment variable {@code LACUNA_CHROMIUM}.
 */
public final class Browser {
    private static final Path CHROMIUM =
            Path.of(Optional.ofNullable(System.getenv("LACUNA_CHROMIUM")).orElse("/usr/bin/chromium"));

    private final com.microsoft.playwright.Browser chromium;

    private Browser() {
        Playwright playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        chromium = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(CHROMIUM)
                        .setArgs(arguments()));
        Runtime.getRuntime().addShutdownHook(new Thread(playwright::close));
    }

    private static List<String> arguments() {
        List<String> arguments =
                new ArrayList<>(List.of("--disable-background-networking", "--disable-component-update"));
        if ("root".equals(System.getProperty("user.name"))) {
            arguments.add("--no-sandbox");
        }
        return arguments;
    }

    /** Started by the first test that asks. */
    private static final class Started {
        static final Browser BROWSER = new Browser();
    }

    private static final class Absent {
        static {
            System.out.println("No Chromium at " + CHROMIUM
                    + ": the tests that look at pages do not run. To run them: apt-get install -y chromium");
        }

        /** Once per test run. */
        static void tell() {}
    }

    /** The browser; where there is none it ends the test as skipped, and as failed where {@code CI=true}. */
    public static Browser started() {
        program();
        return Started.BROWSER;
    }

    /** Where the browser is, for tests that start one of their own; without one they end in the same way. */
    public static Path program() {
        if (!Files.isExecutable(CHROMIUM)) {
            Absent.tell();
        }
        requireChromium(CHROMIUM, "true".equals(System.getenv("CI")));
        return CHROMIUM;
    }

    static void requireChromium(Path program, boolean skippingIsNoAnswer) {
        if (!Files.isExecutable(program)) {
            if (skippingIsNoAnswer) {
                throw new AssertionError("No Chromium at " + program + ", and with CI=true no browser test is skipped."
                        + " LACUNA_CHROMIUM names another place.");
            }
            Assumptions.abort("No Chromium at " + program + ".");
        }
    }

    /** A window of its own, with nothing kept from others; close it. */
    public Window window(int width, ColorScheme scheme, boolean javaScript) {
        return new Window(chromium.newContext(new com.microsoft.playwright.Browser.NewContextOptions()
                .setViewportSize(width, 900)
                .setColorScheme(scheme)
                .setJavaScriptEnabled(javaScript)));
    }

    /** One page and what the browser complained about. */
    public static final class Window implements AutoCloseable {
        private final BrowserContext context;
        private final Page page;
        private final List<String> complaints = new ArrayList<>();

        private Window(BrowserContext context) {
            this.context = context;
            this.page = context.newPage();
            page.onConsoleMessage(message -> complaints.add(message.type() + ": " + message.text()));
        }

        public Page page() {
            return page;
        }

        /** What stands in the console, such as a refusal by the Content Security Policy. */
        public List<String> complaints() {
            return complaints;
        }

        @Override
        public void close() {
            context.close();
        }
    }
}
