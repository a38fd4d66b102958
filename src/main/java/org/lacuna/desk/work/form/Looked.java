package org.lacuna.desk.work.form;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.lacuna.desk.work.suggest.Suggest;
import org.lacuna.desk.work.suggest.Suggestion;
import org.lacuna.page.SentForm;
import org.lacuna.shared.Digest;

/**
 * A look at a form before anything of it is published: what in it may give a person away, and whether the editor has
 * seen that and goes on. The tick counts for what was shown, not for what was typed after it.
 *
 * @param marks what was found, in the order of the fields
 * @param seen the value of the tick under these very marks
 * @param goesOn whether it may be published now
 */
public record Looked(List<Mark> marks, String seen, boolean goesOn) {
    /** The field of the two buttons. */
    public static final String DO = "do";

    /** The button that only looks. */
    public static final String LOOK = "look";

    private static final String ANYWAY = "anyway";
    private static final int AROUND = 40;

    /** A part of what was typed, with what stands around it. */
    public record Mark(String field, String kind, String before, String part, String after) {}

    /** Nothing was sent yet. */
    public static Looked notYet() {
        return new Looked(List.of(), "", false);
    }

    /** Looks at these fields. */
    public static Looked at(SentForm form, List<String> fields) {
        List<Mark> marks = new ArrayList<>();
        for (String field : fields) {
            String text = form.value(field);
            Suggest.in(text).forEach(found -> marks.add(mark(field, text, found)));
        }
        String seen = Digest.of(marks.stream()
                        .map(mark -> mark.field() + "\n" + mark.kind() + "\n" + mark.part())
                        .collect(Collectors.joining("\n")))
                .hex()
                .substring(0, 16);
        boolean ticked = marks.isEmpty() || form.value(ANYWAY).equals(seen);
        return new Looked(marks, seen, ticked && !form.value(DO).equals(LOOK));
    }

    /** The status of the page that shows the form again: to look was asked for, a refusal was not. */
    public int status(SentForm form) {
        return form.refused() || !form.value(DO).equals(LOOK) ? 422 : 200;
    }

    private static Mark mark(String field, String text, Suggestion found) {
        int from = text.offsetByCodePoints(found.from(), -Math.min(AROUND, text.codePointCount(0, found.from())));
        int to = text.offsetByCodePoints(found.to(), Math.min(AROUND, text.codePointCount(found.to(), text.length())));
        return new Mark(
                field,
                found.kind().words(),
                text.substring(from, found.from()),
                found.in(text),
                text.substring(found.to(), to));
    }
}
