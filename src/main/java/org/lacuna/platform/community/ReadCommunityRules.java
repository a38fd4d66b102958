package org.lacuna.platform.community;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Optional;
import org.lacuna.platform.Platform;
import org.lacuna.shared.InvalidFile;
import org.lacuna.shared.TextFile;

/** Recognises by its content whose rules a file holds, and reads them. The file comes from outside and may be hostile. */
public final class ReadCommunityRules {
    /** Bytes; the largest of the known ones has 300,000. */
    public static final long LONGEST = 10_000_000;

    private static final int MOST = 10_000;
    private static final int DEEPEST = 20;
    private static final ObjectMapper JSON = new ObjectMapper(JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(DEEPEST)
                    .maxStringLength(100_000)
                    .maxNumberLength(100)
                    .build())
            .build());

    private ReadCommunityRules() {}

    /**
     * Reads a file.
     *
     * @param anySite whose rules are tried before the imported ones
     * @param origin another name than that of the project
     * @throws InvalidFile if it is none of those we can read, or none of its rules can be taken over
     */
    public static ImportedRules read(TextFile file, Optional<Platform> anySite, Optional<String> origin) {
        Converted converted = converted(file);
        int all = converted.sites().size() + converted.fingerprints().size();
        if (all > MOST) {
            throw wrong(file, "expected at most " + MOST + " rules, found " + all);
        }
        Source source = origin.map(converted.source()::named).orElse(converted.source());
        Converted named = new Converted(source, converted.sites(), converted.fingerprints(), converted.skipped());
        return ImportedRules.of(file.name(), named, anySite);
    }

    private static Converted converted(TextFile file) {
        String text = file.text().startsWith("\uFEFF") ? file.text().substring(1) : file.text();
        if (Ooni.fits(text)) {
            return Ooni.convert(file.name(), text);
        }
        if (!text.stripLeading().startsWith("{")) {
            throw unknown(file);
        }
        try {
            JsonNode top = JSON.readTree(text);
            if (WhatsMyName.fits(top)) {
                return WhatsMyName.convert(top);
            }
            if (Sherlock.fits(top)) {
                return Sherlock.convert(top);
            }
            throw unknown(file);
        } catch (JsonProcessingException broken) {
            long line = broken.getLocation() == null
                    ? 1
                    : Math.max(1, broken.getLocation().getLineNr());
            throw new InvalidFile(
                    file.name() + ":" + line,
                    "expected JSON, no more than " + DEEPEST + " levels deep, found an error: "
                            + broken.getOriginalMessage(),
                    "Take the file as its project publishes it");
        }
    }

    private static InvalidFile unknown(TextFile file) {
        return wrong(
                file,
                "expected WhatsMyName's wmn-data.json, Sherlock's data.json or OONI's fingerprints_http.csv, found"
                        + " something else");
    }

    private static InvalidFile wrong(TextFile file, String problem) {
        return new InvalidFile(file.name() + ":1", problem, "Take the file as its project publishes it");
    }
}
