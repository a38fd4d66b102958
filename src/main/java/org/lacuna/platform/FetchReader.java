package org.lacuna.platform;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.lacuna.shared.Fields;
import org.lacuna.shared.Value;

/** Reads how a platform's pages are fetched, and the control that shows that fetching works. */
final class FetchReader {
    private static final Pattern EVERY = Pattern.compile("([1-9][0-9]{0,3})([mhd])");
    private static final Pattern AT_MOST = Pattern.compile("([1-9][0-9]{0,3}) per minute");

    private FetchReader() {}

    static FetchPlan plan(Value value) {
        Fields fetch = value.map();
        return fetch.build(
                () -> new FetchPlan(
                        fetch.need("page").words(),
                        fetch.find("byIdentity").map(Value::words),
                        fetch.need("every").as(FetchReader::every, "Write 30m, 6h or 1d"),
                        fetch.need("atMost").as(FetchReader::atMost, "Write for example '10 per minute'"),
                        fetch.find("with")
                                .map(with -> with.as(FetchReader::browser, "Write 'browser', or leave the key out"))
                                .orElse(false)),
                "See crawlers/README.md");
    }

    private static Duration every(String text) {
        Matcher matcher = EVERY.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("expected a time between checks, found '" + text + "'");
        }
        long amount = Long.parseLong(matcher.group(1));
        return switch (matcher.group(2)) {
            case "m" -> Duration.ofMinutes(amount);
            case "h" -> Duration.ofHours(amount);
            default -> Duration.ofDays(amount);
        };
    }

    private static Integer atMost(String text) {
        Matcher matcher = AT_MOST.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("expected a number of requests per minute, found '" + text + "'");
        }
        return Integer.valueOf(matcher.group(1));
    }

    private static Boolean browser(String text) {
        if (!text.equals("browser")) {
            throw new IllegalArgumentException("expected the word browser, found '" + text + "'");
        }
        return true;
    }

    /** The control's page must be one that the plan can ask for. */
    static Control control(Value value, Optional<FetchPlan> plan) {
        Fields control = value.map();
        Value id = control.need("id");
        Control read = control.build(() -> new Control(id.words(), RulesReader.outcome(control.need("says"))));
        plan.ifPresent(found -> id.as(found::pageOf, "Write what stands for {id} in the page's URL"));
        return read;
    }
}
