package org.lacuna.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.lacuna.Corpus;
import org.lacuna.fetch.Answer;

class OtherPeoplesWarcTest {
    @Test
    void captures_of_others_are_read_chunked_ones_too() throws IOException {
        Path warcs = Corpus.folder("warc");
        for (String file : List.of("example.warc", "example.warc.gz", "example-iana.org-chunked.warc")) {
            Answer answer =
                    Capture.read(Files.readAllBytes(warcs.resolve(file))).answer();
            assertThat(answer.status()).as(file).isEqualTo(200);
            assertThat(answer.text()).as(file).contains("<html").contains("</html>");
        }
    }

    @Test
    void a_file_without_an_exchange_is_refused_and_says_what_it_has() throws IOException {
        Path warcs = Corpus.folder("warc");
        Map.of(
                        "example-digest.warc", "only request",
                        "example-resource.warc.gz", "only resource, warcinfo",
                        "example-space-in-target-uri.warc.gz", "only resource, warcinfo")
                .forEach(
                        (file, found) -> assertThatThrownBy(() -> Capture.read(Files.readAllBytes(warcs.resolve(file))))
                                .as(file)
                                .isInstanceOf(IOException.class)
                                .hasMessage("expected a response or revisit record, found " + found));
    }
}
