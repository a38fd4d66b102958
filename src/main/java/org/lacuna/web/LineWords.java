package org.lacuna.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lacuna.page.Words;
import org.lacuna.publication.PublicCase;

/** What kind of line a line of a timeline is, in words. */
public final class LineWords {
    private LineWords() {}

    /** Its kind: {@code Account suspended}, {@code Statement by Zoom}. Of a line that counts no more, the type alone. */
    public static String label(PublicCase.Line line, String platform) {
        return whole(line) ? Words.of("type", line.type()) : own(line.type(), new Own(line.own()), platform);
    }

    /** Short facts that belong to the label. */
    public static List<String> details(PublicCase.Line line) {
        return whole(line) ? List.of() : ownDetails(line.type(), new Own(line.own()));
    }

    /** Whether nothing of the line counts any more. */
    private static boolean whole(PublicCase.Line line) {
        return line.redacted()
                .filter(redacted -> redacted.what().equals("entry"))
                .isPresent();
    }

    private static String own(String type, Own own, String platform) {
        return switch (type) {
            case "restriction-imposed" -> Words.measure(own.word("measure"));
            case "restriction-lifted" -> "Lifted " + Words.of("extent", own.word("extent"));
            case "statement" ->
                "Statement by " + (own.word("by").equals("platform") ? platform : Words.of("speaker", own.word("by")));
            case "appeal" -> Words.of("stage", own.word("stage"));
            case "pressure" -> Words.of("pressure", own.word("kind"));
            case "observation" ->
                "Seen: " + Words.outcome(own.word("outcome"))
                        + own.words("scope")
                                .map(scope -> " " + Words.scope(scope))
                                .orElse("");
            case "correction" -> "Correction of line " + own.word("corrects");
            default -> Words.of("type", type);
        };
    }

    private static List<String> ownDetails(String type, Own own) {
        List<String> details = new ArrayList<>();
        switch (type) {
            case "restriction-imposed", "restriction-changed" -> {
                own.words("scope").ifPresent(scope -> details.add(Words.scope(scope)));
                own.who("demandedBy")
                        .ifPresent(who -> details.add("demanded by " + Words.demandedBy(Optional.of(who))));
            }
            case "restriction-lifted" -> details.add(Words.of("how", own.word("how")));
            case "statement" -> {
                own.find("explanation").ifPresent(word -> details.add(Words.explanation(word)));
                own.find("channel").ifPresent(word -> details.add(Words.of("channel", word)));
            }
            case "observation" ->
                own.words("vantages")
                        .ifPresent(vantages -> details.add("from "
                                + Words.list(
                                        vantages.stream().map(Words::vantage).toList())));
            default -> {}
        }
        return details;
    }
}
