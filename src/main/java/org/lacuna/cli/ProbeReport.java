package org.lacuna.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.Map;
import org.lacuna.crawl.Probe.Kept;
import org.lacuna.crawl.Probe.Probed;

/**
 * Prints what visits showed: a block of lines for each, or one JSON object a line.
 *
 * @param several whether each block needs the address it is about
 */
record ProbeReport(PrintWriter out, boolean json, boolean several) {
    private static final ObjectMapper JSON = new ObjectMapper();

    void tell(String url, Probed probed) {
        Map<String, String> told = new LinkedHashMap<>();
        told.put("outcome", probed.outcome().word());
        told.put("why", probed.why());
        told.put("rule", probed.rule().orElse("none"));
        told.put("platform", probed.platform());
        told.put("subject", probed.subject().orElse("none"));
        probed.identity().ifPresent(id -> told.put("identity", id));
        told.put("vantage", probed.vantage().word());
        told.put("page", probed.page().toString());
        told.put("seen", probed.seen().toString());
        told.put(
                "evidence",
                probed.evidence().map(kept -> kept.digest().toString()).orElse("none"));
        probed.evidence().map(Kept::place).ifPresent(place -> {
            // until this command ends the file's name has a suffix; what is printed is read afterwards
            told.put("file", place.done().toString());
            told.put("offset", String.valueOf(place.offset()));
            told.put("length", String.valueOf(place.length()));
        });
        if (json) {
            // in JSON what is not there has its own word
            probed.rule().ifPresentOrElse(rule -> {}, () -> told.put("rule", null));
            probed.subject().ifPresentOrElse(subject -> {}, () -> told.put("subject", null));
            probed.evidence().ifPresentOrElse(kept -> {}, () -> told.put("evidence", null));
        }
        print(url, told);
    }

    /** A program that reads the lines wants one for each address; a person reads the message elsewhere. */
    void complain(String url, String message) {
        if (json) {
            Map<String, String> told = new LinkedHashMap<>();
            told.put("error", message);
            print(url, told);
        }
    }

    private void print(String url, Map<String, String> told) {
        Map<String, String> all = new LinkedHashMap<>();
        if (several || json) {
            all.put("url", url);
        }
        all.putAll(told);
        if (json) {
            out.println(line(all));
        } else {
            all.forEach((name, value) -> out.printf("%-9s %s%n", name, value));
            if (several) {
                out.println();
            }
        }
        out.flush();
    }

    private static String line(Map<String, String> told) {
        try {
            return JSON.writeValueAsString(told);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("texts can be written as JSON", impossible);
        }
    }
}
