package org.lacuna.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.lacuna.page.Spans;
import org.lacuna.page.Words;
import org.lacuna.publication.PublicCase;
import org.lacuna.publication.PublicCase.Restriction;
import org.lacuna.publication.PublicDate;

/**
 * Who, what, where, since when, and where it stands now, as one sentence.
 *
 * @param who the subject's name, in whatever script it has
 * @param what the rest: {@code suspended by Zoom worldwide on 7 June 2020; restored after 3 days}
 */
public record Headline(String who, String what) {
    /** By status, the states to look for, the most telling first. */
    private static final Map<String, List<String>> STATES = Map.of(
            "restricted", List.of("in-force", "partly-lifted"),
            "partially-restored", List.of("partly-lifted", "in-force"),
            "restored", List.of("lifted"),
            "unknown", List.of("unknown"));

    /** The sentence of one case. */
    public static Headline of(PublicCase document) {
        return of(document.subject(), document.platform(), document.status(), document.restrictions());
    }

    static Headline of(
            PublicCase.Subject subject,
            PublicCase.PlatformName platform,
            String status,
            List<Restriction> restrictions) {
        return new Headline(
                subject.name(),
                main(status, restrictions)
                        .map(restriction -> done(subject.kind(), restriction) + " by " + platform.name() + " "
                                + Words.scope(restriction.scope()) + " " + when(restriction.imposed()) + "; "
                                + now(status, restriction))
                        .orElse(Words.kind(subject.kind()) + " on " + platform.name()));
    }

    /** The restriction that the status speaks of: the newest of those that make the status what it is. */
    static Optional<Restriction> main(String status, List<Restriction> restrictions) {
        return STATES.getOrDefault(status, List.of()).stream()
                .flatMap(
                        state -> newest(restrictions.stream()
                                        .filter(restriction ->
                                                restriction.state().equals(state))
                                        .toList())
                                .stream())
                .findFirst()
                .or(() -> newest(restrictions));
    }

    private static Optional<Restriction> newest(List<Restriction> restrictions) {
        return restrictions.stream()
                .max(Comparator.comparing(restriction -> restriction.imposed().edtf()));
    }

    private static String done(String kind, Restriction restriction) {
        boolean ofAnAccount = List.of("account", "channel", "group").contains(kind);
        boolean removed = restriction.measure().equals("DECISION_VISIBILITY_CONTENT_REMOVED");
        return (ofAnAccount && removed ? "content " : "") + Words.of("done", restriction.measure());
    }

    /** The date with the preposition that its form asks for. */
    static String when(PublicDate date) {
        if (DateWords.exact(date)) {
            return "on " + date.words();
        }
        return DateWords.month(date) ? "in " + date.words() : date.words();
    }

    private static String now(String status, Restriction restriction) {
        PublicCase.Latency latency = restriction.latencyDays();
        return switch (status) {
            case "restored" ->
                latency.censored() ? "since restored" : "restored after " + Spans.days(latency.min(), latency.max());
            case "partially-restored" ->
                restriction.state().equals("in-force")
                        ? "no lift recorded, though others were lifted"
                        : "since restored in part";
            case "restricted" -> "no lift recorded";
            case "ended-otherwise" -> "ended without being lifted";
            default -> "not known whether it still holds";
        };
    }

    /** What follows below it: on whose demand, lifted how, and how many more there are. */
    public static String standfirst(PublicCase document) {
        List<String> sentences = new ArrayList<>();
        main(document.status(), document.restrictions()).ifPresent(restriction -> {
            sentences.add(
                    restriction.demandedBy().isPresent()
                            ? "Demanded by " + Words.demandedBy(restriction.demandedBy()) + "."
                            : "Nobody is known to have demanded it.");
            restriction
                    .lifts()
                    .forEach(lift -> sentences.add("Lifted " + Words.of("extent", lift.extent()) + " "
                            + when(lift.date())
                            + (lift.how().equals("unknown") ? "." : ": " + lower(Words.of("how", lift.how())) + ".")));
        });
        int others = document.restrictions().size() - 1;
        if (others > 0) {
            sentences.add(Words.counted(others, "further restriction is", "further restrictions are")
                    + " recorded in this case.");
        }
        return String.join(" ", sentences);
    }

    private static String lower(String sentence) {
        return sentence.substring(0, 1).toLowerCase(Locale.ENGLISH) + sentence.substring(1);
    }
}
