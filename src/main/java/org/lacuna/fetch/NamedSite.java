package org.lacuna.fetch;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.zip.GZIPInputStream;

/**
 * Files of one site that somebody named on their own command line. No guard looks at its address: whoever runs the command
 * may ask their own machine what they like. Never used by a running service.
 */
public final class NamedSite {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int LARGEST = 64 << 20;

    private final URI root;
    private final HttpClient client = HttpClient.newBuilder()
            .connectTimeout(PATIENCE)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    /** @throws IllegalArgumentException if it is no address of a site */
    public NamedSite(String address) {
        root = URI.create(address.endsWith("/") ? address : address + "/");
        if (root.getHost() == null || !("https".equals(root.getScheme()) || "http".equals(root.getScheme()))) {
            throw new IllegalArgumentException(
                    "expected an address such as https://lacuna.example, found '" + address + "'");
        }
    }

    /**
     * The bytes of one file.
     *
     * @param path below the site's address
     * @throws IOException if the site does not answer with it
     */
    public byte[] read(String path) throws IOException {
        URI file = root.resolve(path);
        HttpRequest request = HttpRequest.newBuilder(file)
                .timeout(PATIENCE)
                .header("Accept-Encoding", "gzip")
                .build();
        try {
            HttpResponse<InputStream> answer = client.send(request, HttpResponse.BodyHandlers.ofInputStream());
            try (InputStream body = answer.body()) {
                if (answer.statusCode() != 200) {
                    throw new IOException("expected " + file + ", found status " + answer.statusCode());
                }
                byte[] bytes = body.readNBytes(LARGEST);
                boolean packed = answer.headers()
                        .firstValue("Content-Encoding")
                        .filter("gzip"::equals)
                        .isPresent();
                return packed ? unpacked(bytes) : bytes;
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while " + file + " was read", stopped);
        }
    }

    private static byte[] unpacked(byte[] bytes) throws IOException {
        try (InputStream plain = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
            return plain.readNBytes(LARGEST);
        }
    }
}
