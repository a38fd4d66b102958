package org.lacuna.fetch;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.Proxy;
import com.microsoft.playwright.options.ServiceWorkerPolicy;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** How the browser and its driver are started: what they may do, and with what of ours. */
final class BrowserStart {
    /** The driver fetches a browser from the internet if it is not told otherwise; what we start is the machine's. */
    private static final String NO_DOWNLOAD = "PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD";

    private static final Object ONE_AT_A_TIME = new Object();

    private BrowserStart() {}

    /**
     * Starts a driver of its own for this visit.
     *
     * @param processes is told at once whom to watch, and later which driver it is
     */
    static Playwright driver(Path node, Path folder, Consumer<BrowserProcesses> processes) {
        synchronized (ONE_AT_A_TIME) {
            BrowserProcesses ours = new BrowserProcesses(BrowserProcesses.drivers(), folder);
            processes.accept(ours);
            Playwright driver = Playwright.create(new Playwright.CreateOptions()
                    .setEnv(Map.of(NO_DOWNLOAD, "1", "PLAYWRIGHT_NODEJS_PATH", node.toString())));
            courteous(ours.started());
            return driver;
        }
    }

    /** The browser inherits it: whatever else the machine does goes first. */
    private static void courteous(Set<Long> pids) {
        try {
            for (long pid : pids) {
                Process renice = new ProcessBuilder("renice", "-n", "10", "-p", String.valueOf(pid))
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start();
                renice.waitFor(2, TimeUnit.SECONDS);
            }
        } catch (IOException noSuchProgram) {
            // a courtesy, not a condition
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /** A browser with a fresh profile, which knows no way out but the proxy. */
    static Browser browser(Playwright driver, Path chromium, Path folder, FilteringProxy proxy, boolean sandbox) {
        return driver.chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(chromium)
                        .setHeadless(true)
                        .setChromiumSandbox(sandbox)
                        .setProxy(new Proxy("http://127.0.0.1:" + proxy.port())
                                .setUsername(proxy.user())
                                .setPassword(proxy.password()))
                        .setArgs(arguments())
                        // nobody clicks here: a window that opens by itself is one too many
                        .setIgnoreDefaultArgs(List.of("--disable-popup-blocking", "--disable-ipc-flooding-protection"))
                        .setArtifactsDir(folder.resolve("artifacts"))
                        .setEnv(environment(folder))
                        .setTimeout(0));
    }

    private static List<String> arguments() {
        return List.of(
                // names are looked up by our proxy alone; loopback goes through it like everything else
                "--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1",
                "--proxy-bypass-list=<-loopback>",
                "--disable-quic",
                "--force-webrtc-ip-handling-policy=disable_non_proxied_udp",
                "--webrtc-ip-handling-policy=disable_non_proxied_udp",
                "--dns-prefetch-disable",
                "--no-pings",
                "--disable-domain-reliability",
                "--disable-notifications",
                "--deny-permission-prompts",
                "--autoplay-policy=user-gesture-required",
                "--disable-gpu",
                "--disable-crash-reporter",
                "--js-flags=--max-old-space-size=512");
    }

    /** Of our own environment, where an operator may keep passwords, the browser gets nothing but the PATH. */
    private static Map<String, String> environment(Path folder) {
        String home = folder.toString();
        return Map.of(
                "PATH", System.getenv().getOrDefault("PATH", "/usr/bin:/bin"),
                "HOME", home,
                "TMPDIR", home,
                "XDG_CONFIG_HOME", home,
                "XDG_CACHE_HOME", home,
                "XDG_RUNTIME_DIR", home,
                "LANG", "C.UTF-8");
    }

    /** A window that keeps nothing and may do nothing but read. */
    static BrowserContext window(Browser browser, String userAgent) {
        return browser.newContext(new Browser.NewContextOptions()
                .setUserAgent(userAgent)
                .setLocale("en")
                .setAcceptDownloads(false)
                .setServiceWorkers(ServiceWorkerPolicy.BLOCK)
                .setPermissions(List.of()));
    }
}
