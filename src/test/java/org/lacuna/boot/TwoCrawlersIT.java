package org.lacuna.boot;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two crawling processes of the packaged program on one database. One of them is killed in the middle of its work: each
 * check is still done, and recorded once.
 */
class TwoCrawlersIT {
    private static final int HOSTS = 8;
    private static final int SUBJECTS = 160;

    @TempDir
    Path folder;

    private final Map<String, Integer> visitors = new ConcurrentHashMap<>();
    private final List<Process> nodes = new ArrayList<>();
    private EmbeddedPostgres postgres;
    private Rows rows;
    private HttpServer origin;

    @BeforeEach
    void open() throws IOException {
        postgres = EmbeddedPostgres.start(folder.resolve("postgres"), Durability.DURABLE);
        rows = new Rows(postgres);
        origin = HttpServer.create(new InetSocketAddress("0.0.0.0", 0), 200);
        origin.setExecutor(Executors.newFixedThreadPool(16));
        origin.createContext("/", this::answer);
        origin.start();
        Path crawlers = Files.createDirectories(folder.resolve("crawlers"));
        Files.writeString(crawlers.resolve("two-nodes.yaml"), """
                id: two-nodes
                name: Two nodes
                about: Pages of a server on this machine.
                home: https://nodes.example/
                hosts: [ nodes.example ]
                subject: { kind: page, id: "(.+)" }
                fetch: { page: "{id}", every: 1d, at-most: 9000 per minute }
                control: { id: "%s", says: available }
                detect:
                  - says: available
                    when: { element: "p.alive" }
                otherwise: unclear
                """.formatted(page(0, "control")));
    }

    @AfterEach
    void close() throws InterruptedException {
        for (Process node : nodes) {
            node.destroyForcibly().waitFor();
        }
        origin.stop(0);
        postgres.close();
    }

    @Test
    void when_one_of_two_nodes_is_killed_each_check_is_still_done_once() throws Exception {
        Process first = start("first");
        Awaitility.await().atMost(Duration.ofMinutes(5)).until(() -> rows.count("SELECT count(*) FROM lane") > 0);
        watchAll();
        start("second");

        Awaitility.await().atMost(Duration.ofMinutes(5)).until(() -> seen() >= SUBJECTS / 5);
        first.destroyForcibly().waitFor();
        assertThat(seen()).as("it was killed in the middle").isLessThan(SUBJECTS);

        Awaitility.await().atMost(Duration.ofMinutes(5)).until(() -> seen() >= SUBJECTS);
        assertThat(rows.count("SELECT count(DISTINCT subject) FROM observation WHERE subject LIKE '%/subject-%'"))
                .isEqualTo(SUBJECTS);
        assertThat(seen()).as("recorded once").isEqualTo(SUBJECTS);
        assertThat(rows.count("SELECT count(*) FROM observation o WHERE evidence IS NOT NULL"
                        + " AND NOT EXISTS (SELECT 1 FROM capture c WHERE c.digest = o.evidence)"))
                .as("observations without their evidence")
                .isZero();
        assertThat(visitors).as("both worked").containsKeys("first", "second");
    }

    private Process start(String name) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(Packaged.small("serve"))
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve(name + ".log").toFile());
        builder.environment()
                .putAll(Map.of(
                        "LACUNA_DATA",
                        folder.resolve(name).toString(),
                        "LACUNA_CRAWLERS_DIRECTORY",
                        folder.resolve("crawlers").toString(),
                        "LACUNA_ROLES",
                        name.equals("first") ? "crawler,scheduler" : "crawler",
                        "QUARKUS_HTTP_PORT",
                        "0",
                        "QUARKUS_DATASOURCE_JDBC_URL",
                        postgres.jdbcUrl(),
                        "LACUNA_FETCH_TRUSTED_ADDRESSES",
                        trusted(),
                        "LACUNA_FETCH_CONTACT",
                        "https://" + name + ".example/",
                        "LACUNA_CRAWL_LEASE",
                        "6s",
                        "LACUNA_CRAWL_DISPATCH_EVERY",
                        "1s",
                        "LACUNA_RECORD_IMPORT_ON_EMPTY",
                        "false"));
        builder.environment().put("QUARKUS_DATASOURCE_USERNAME", postgres.username());
        builder.environment().put("QUARKUS_DATASOURCE_PASSWORD", postgres.password());
        builder.environment().put("LACUNA_FETCH_DELAY", "0s");
        builder.environment().put("LACUNA_CRAWL_WORKERS", String.valueOf(HOSTS / 2));
        Process node = builder.start();
        nodes.add(node);
        return node;
    }

    /**
     * One lane for each host, and nothing else is ever due, not even what the first node still writes down: no test
     * touches the internet, and looks that wait for it would keep both nodes busy. The lanes are woken when everything is
     * in them: one that a node finds empty sleeps until something is added, and one that sleeps is dropped.
     */
    private void watchAll() throws SQLException {
        rows.change("""
                CREATE FUNCTION only_ours() RETURNS trigger LANGUAGE plpgsql AS $$
                BEGIN
                    IF NEW.host NOT LIKE '127.0.7.%' THEN NEW.due := 'infinity'; END IF;
                    RETURN NEW;
                END $$;
                CREATE TRIGGER only_ours BEFORE INSERT OR UPDATE ON lane FOR EACH ROW EXECUTE FUNCTION only_ours();
                UPDATE lane SET due = 'infinity'
                """);
        for (int host = 0; host < HOSTS; host++) {
            rows.change("INSERT INTO lane (host, vantage, due) VALUES ('" + address(host)
                    + "', 'direct', now() + interval '1 hour')"
                    + " ON CONFLICT (host, vantage) DO UPDATE SET due = excluded.due");
        }
        for (int i = 0; i < SUBJECTS; i++) {
            String page = page(i % HOSTS, "subject-" + i);
            rows.change(
                    "INSERT INTO watch (platform, subject, url, kind, vantage, host, added, due) VALUES ('two-nodes', '"
                            + page + "', '" + page + "', 'watch', 'direct', '" + address(i % HOSTS)
                            + "', now(), now())");
        }
        rows.change("UPDATE lane SET due = now() WHERE host LIKE '127.0.7.%'");
    }

    private void answer(HttpExchange exchange) throws IOException {
        String agent = String.valueOf(exchange.getRequestHeaders().getFirst("User-Agent"));
        visitors.merge(agent.contains("first.example") ? "first" : "second", 1, Integer::sum);
        try {
            Thread.sleep(100);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        boolean robots = exchange.getRequestURI().getPath().equals("/robots.txt");
        byte[] body = "<p class=alive>here</p>".getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "text/html");
        exchange.sendResponseHeaders(robots ? 404 : 200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private String page(int host, String name) {
        return "http://" + address(host) + ":" + origin.getAddress().getPort() + "/" + name;
    }

    private static String address(int host) {
        return "127.0.7." + (host + 1);
    }

    private String trusted() {
        return String.join(
                ",",
                IntStream.range(0, HOSTS)
                        .mapToObj(host ->
                                address(host) + ":" + origin.getAddress().getPort())
                        .toList());
    }

    private long seen() throws SQLException {
        return rows.count("SELECT count(*) FROM observation WHERE subject LIKE '%/subject-%'");
    }
}
