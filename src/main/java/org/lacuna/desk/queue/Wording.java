package org.lacuna.desk.queue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What is said of a thing in a line; of a submission nothing that a person told. */
final class Wording {
    private static final double UNLIKE = 0.08;

    private Wording() {}

    /** @param likeness with the others of its line, where that was compared */
    static ShownLine.Shown of(Item item, Optional<Double> likeness) {
        List<String> says = new ArrayList<>();
        says.add(item.kind().title());
        item.title().ifPresent(says::add);
        says.add((item.submission() ? "received " : "since ") + item.opened());
        item.due().ifPresent(day -> says.add("due " + day));
        item.snoozedUntil().ifPresent(day -> says.add("snoozed until " + day));
        if (item.wroteAgain()) {
            says.add("the person wrote again");
        }
        if (item.same() > 1) {
            says.add("with " + (item.same() - 1) + (item.same() == 2 ? " copy" : " copies"));
        }
        if (item.known()) {
            says.add("the subject is known from elsewhere");
        }
        likeness.ifPresent(much -> says.add(
                much < UNLIKE
                        ? "reads unlike the others"
                        : "shares " + Math.round(much * 100) + " % with the nearest"));
        item.assigned().ifPresent(name -> says.add("with " + name));
        String link = item.submission()
                ? "/desk/submissions/" + item.ref()
                : item.url().orElse("/desk/queue/" + item.line());
        return new ShownLine.Shown(item, link, !link.startsWith("/"), String.join(" · ", says));
    }
}
