package org.lacuna.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lacuna.page.Say;
import org.lacuna.publication.PublicCase;

/** What kind of line a line of a timeline is, in words. */
public final class LineWords {
    private final Say say;

    public LineWords(Say say) {
        this.say = say;
    }

    /** Its kind: {@code Account suspended}, {@code Statement by Zoom}. Of a line that counts no more, the type alone. */
    public String label(PublicCase.Line line, String platform) {
        return whole(line) ? say.word("type", line.type()) : own(line.type(), new Own(line.own()), platform);
    }

    /** Short facts that belong to the label. */
    public List<String> details(PublicCase.Line line) {
        return whole(line) ? List.of() : ownDetails(line.type(), new Own(line.own()));
    }

    /** Whether nothing of the line counts any more. */
    private static boolean whole(PublicCase.Line line) {
        return line.redacted()
                .filter(redacted -> redacted.what().equals("entry"))
                .isPresent();
    }

    private String own(String type, Own own, String platform) {
        return switch (type) {
            case "restriction-imposed" -> say.word("measure", own.word("measure"));
            case "restriction-lifted" -> say.of("label.lifted", "extent", say.word("extent", own.word("extent")));
            case "statement" ->
                say.of(
                        "label.statement",
                        "who",
                        own.word("by").equals("platform") ? platform : say.word("speaker", own.word("by")));
            case "appeal" -> say.word("stage", own.word("stage"));
            case "pressure" -> say.word("pressure", own.word("kind"));
            case "observation" ->
                say.of("label.seen", "outcome", say.word("outcome", own.word("outcome")))
                        + own.words("scope")
                                .map(scope -> " " + say.scope(scope))
                                .orElse("");
            case "correction" -> say.of("label.correction", "line", own.word("corrects"));
            default -> say.word("type", type);
        };
    }

    private List<String> ownDetails(String type, Own own) {
        List<String> details = new ArrayList<>();
        switch (type) {
            case "restriction-imposed", "restriction-changed" -> {
                own.words("scope").ifPresent(scope -> details.add(say.scope(scope)));
                own.who("demandedBy")
                        .ifPresent(
                                who -> details.add(say.of("label.demanded", "who", say.demandedBy(Optional.of(who)))));
            }
            case "restriction-lifted" -> details.add(say.word("how", own.word("how")));
            case "statement" -> {
                own.find("explanation").ifPresent(word -> details.add(say.word("explanation", word)));
                own.find("channel").ifPresent(word -> details.add(say.word("channel", word)));
            }
            case "observation" ->
                own.words("vantages")
                        .ifPresent(vantages -> details.add(say.of(
                                "label.from",
                                "places",
                                say.list(vantages.stream().map(say::vantage).toList()))));
            default -> {}
        }
        return details;
    }
}
