package org.lacuna.web;

import com.ibm.icu.lang.UCharacter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lacuna.page.Dates;
import org.lacuna.page.Say;
import org.lacuna.publication.PublicCase;
import org.lacuna.publication.PublicCase.Restriction;

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
    public static Headline of(PublicCase document, Say say) {
        return of(document.subject(), document.platform(), document.status(), document.restrictions(), say);
    }

    static Headline of(
            PublicCase.Subject subject,
            PublicCase.PlatformName platform,
            String status,
            List<Restriction> restrictions,
            Say say) {
        return new Headline(
                subject.name(),
                main(status, restrictions)
                        .map(restriction -> say.filled(
                                say.of("headline.of"),
                                "done",
                                done(subject.kind(), restriction, say),
                                "platform",
                                platform.name(),
                                "scope",
                                say.scope(restriction.scope()),
                                "when",
                                new Dates(say).when(restriction.imposed().edtf()),
                                "now",
                                now(status, restriction, say)))
                        .orElseGet(() -> say.of(
                                "headline.plain",
                                "kind",
                                say.word("kind", subject.kind()),
                                "platform",
                                platform.name())));
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

    private static String done(String kind, Restriction restriction, Say say) {
        boolean ofAnAccount = List.of("account", "channel", "group").contains(kind);
        boolean removed = restriction.measure().equals("DECISION_VISIBILITY_CONTENT_REMOVED");
        String done = say.word("done", restriction.measure());
        return ofAnAccount && removed ? say.of("headline.content", "done", done) : done;
    }

    private static String now(String status, Restriction restriction, Say say) {
        PublicCase.Latency latency = restriction.latencyDays();
        return switch (status) {
            case "restored" ->
                latency.censored()
                        ? say.of("headline.now.since-restored")
                        : say.of("headline.now.restored", "days", say.days(latency.min(), latency.max()));
            case "partially-restored" ->
                say.of(restriction.state().equals("in-force") ? "headline.now.others-lifted" : "headline.now.partly");
            case "restricted", "ended-otherwise" -> say.of("headline.now." + status);
            default -> say.of("headline.now.unknown");
        };
    }

    /** What follows below it: on whose demand, lifted how, and how many more there are. */
    public static String standfirst(PublicCase document, Say say) {
        List<String> sentences = new ArrayList<>();
        main(document.status(), document.restrictions()).ifPresent(restriction -> {
            sentences.add(
                    restriction.demandedBy().isPresent()
                            ? say.of("headline.demanded", "who", say.demandedBy(restriction.demandedBy()))
                            : say.of("headline.demanded.nobody"));
            restriction.lifts().forEach(lift -> sentences.add(lifted(lift, say)));
        });
        int others = document.restrictions().size() - 1;
        if (others > 0) {
            sentences.add(say.counted("headline.others", others));
        }
        return String.join(" ", sentences);
    }

    private static String lifted(PublicCase.Lift lift, Say say) {
        return say.filled(
                say.of(lift.how().equals("unknown") ? "headline.lifted" : "headline.lifted.how"),
                "extent",
                say.word("extent", lift.extent()),
                "when",
                new Dates(say).when(lift.date().edtf()),
                "how",
                lower(say.word("how", lift.how()), say));
    }

    private static String lower(String sentence, Say say) {
        return UCharacter.toLowerCase(say.language().locale(), sentence.substring(0, 1)) + sentence.substring(1);
    }
}
