package org.lacuna.platform.community;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.lacuna.shared.InvalidFile;
import org.lacuna.shared.Outcome;

/**
 * Reads OONI's {@code fingerprints_http.csv}: how the pages of those who block look. Withheld is said only where the
 * blocker is a state or a provider of a named country, OONI's confidence is high, and the page is short and long enough a
 * piece of it is known; everything else says that we cannot tell. What OONI lists as mistakes is tried first.
 */
final class Ooni {
    private static final Set<String> COLUMNS = Set.of(
            "name", "scope", "location_found", "pattern_type", "pattern", "confidence_no_fp", "expected_countries");
    private static final Set<String> BLOCKERS = Set.of("nat", "isp");
    private static final String MISTAKE = "fp";

    /** Of 10; 5 is what stands there if nobody looked. */
    private static final int CONFIDENT = 8;

    /** Characters. A shorter piece may stand on any page. */
    private static final int TELLING = 16;

    /** Characters. Notices of a block are short, and whoever writes about one is not. */
    private static final int NOTICE = 20_000;

    private static final Pattern HEADER = Pattern.compile("header\\.([a-z0-9-]+)");
    private static final Pattern WITH_HOST = Pattern.compile("[A-Za-z0-9-]+(?:\\.[A-Za-z0-9-]+)+(?:[:/].*)?");

    private final List<Fingerprint> fingerprints = new ArrayList<>();
    private final List<Skipped> skipped = new ArrayList<>();
    private final Map<String, Integer> names = new HashMap<>();

    private Ooni() {}

    static boolean fits(String text) {
        return text.lines()
                .findFirst()
                .filter(line -> line.contains("pattern_type"))
                .isPresent();
    }

    static Converted convert(String file, String text) {
        Ooni reader = new Ooni();
        try (CsvReader<NamedCsvRecord> lines = CsvReader.builder()
                .allowExtraFields(true)
                .allowMissingFields(true)
                .ofNamedCsvRecord(text)) {
            for (NamedCsvRecord line : lines) {
                if (!line.getHeader().containsAll(COLUMNS)) {
                    throw new InvalidFile(
                            file + ":1",
                            "expected the columns " + COLUMNS + ", found " + line.getHeader(),
                            "Take the file as OONI publishes it");
                }
                reader.read(line);
            }
        } catch (CsvParseException broken) {
            throw new InvalidFile(file, "expected CSV, found an error: " + broken.getMessage(), "Take it again");
        } catch (java.io.IOException impossible) {
            throw new IllegalStateException("a text in memory can be read", impossible);
        }
        return new Converted(Source.OONI, List.of(), reader.fingerprints, reader.skipped);
    }

    private void read(NamedCsvRecord line) {
        String name = line.findField("name").orElse("").strip();
        try {
            if (!name.matches("[A-Za-z0-9_.-]{1,80}")) {
                throw new Unfit("it has no plain name");
            }
            int before = names.merge(name, 1, Integer::sum);
            fingerprints.add(fingerprint(before == 1 ? name : name + "." + before, line));
        } catch (Unfit unfit) {
            skipped.add(new Skipped(name, unfit.getMessage()));
        }
    }

    private static Fingerprint fingerprint(String name, NamedCsvRecord line) {
        String where = line.findField("location_found").orElse("");
        String kind = line.findField("pattern_type").orElse("");
        String pattern = line.findField("pattern").orElse("");
        if (where.equals("dns")) {
            throw new Unfit("it looks at DNS answers, and we read pages");
        }
        if (pattern.isBlank() || pattern.length() > 2_000) {
            throw new Unfit("its pattern is empty or longer than 2,000 characters");
        }
        boolean exact = where.equals("body") || where.equals("header.location");
        boolean telling = where.equals("header.location") || pattern.length() >= TELLING;
        Map<String, Object> when = where.equals("body")
                ? body(kind, pattern)
                : where.equals("header.location") ? location(kind, pattern) : header(where, kind, pattern);
        boolean sure = exact && telling && trusted(line);
        boolean mistake = line.findField("scope").orElse("").equals(MISTAKE);
        int order = (mistake ? 0 : sure ? 2 : 4) + (when.containsKey("body-matches") ? 1 : 0);
        return new Fingerprint(name, order, sure ? Outcome.WITHHELD : Outcome.UNCLEAR, when);
    }

    private static boolean trusted(NamedCsvRecord line) {
        String confidence = line.findField("confidence_no_fp").orElse("");
        return BLOCKERS.contains(line.findField("scope").orElse(""))
                && !line.findField("expected_countries").orElse("").isBlank()
                && confidence.matches("[0-9]{1,2}")
                && Integer.parseInt(confidence) >= CONFIDENT;
    }

    private static Map<String, Object> body(String kind, String pattern) {
        return kind.equals("contains")
                ? Written.of("shorter-than", NOTICE, "body", pattern)
                : Written.of("shorter-than", NOTICE, "body-matches", expression(kind, pattern, ""));
    }

    /** We follow redirects: where one led is the address that answered. A word without a host could be in any address. */
    private static Map<String, Object> location(String kind, String pattern) {
        if (kind.equals("contains")) {
            if (!WITH_HOST.matcher(pattern).matches() && !pattern.startsWith("http")) {
                throw new Unfit("a word in an address says too little without a host");
            }
            String start = pattern.startsWith("http") ? "^" : "^https?://[^/?#]*";
            return Written.of("redirects-to", start + Template.quoted(pattern));
        }
        if (!kind.equals("regexp") && !pattern.matches("https?://[^/]+\\.[^/]+.*")) {
            throw new Unfit("a word in an address says too little without a host");
        }
        return Written.of("redirects-to", expression(kind, pattern, "/?"));
    }

    private static Map<String, Object> header(String where, String kind, String pattern) {
        var name = HEADER.matcher(where.toLowerCase(Locale.ROOT));
        if (!name.matches() || kind.equals("regexp")) {
            throw new Unfit("we do not know where it looks");
        }
        return Written.of("header", name.group(1), "contains", pattern);
    }

    private static String expression(String kind, String pattern, String mayFollow) {
        return switch (kind) {
            case "contains" -> Template.quoted(pattern);
            case "prefix" -> "^" + Template.quoted(pattern);
            case "full" -> "^" + Template.quoted(pattern) + mayFollow + "$";
            case "regexp" -> compiled(pattern);
            default -> throw new Unfit("we do not know its kind of pattern");
        };
    }

    /** Not (?s): theirs stop at the end of a line too. */
    private static String compiled(String pattern) {
        try {
            return Pattern.compile(pattern).pattern();
        } catch (PatternSyntaxException broken) {
            throw new Unfit("its pattern is none of java.util.regex");
        }
    }
}
