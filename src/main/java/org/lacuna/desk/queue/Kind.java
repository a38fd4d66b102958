package org.lacuna.desk.queue;

import java.util.List;
import java.util.Optional;
import org.lacuna.shared.Word;

/** What can wait for an editor. */
enum Kind implements Word {
    SUBMISSION("Submission", "Submissions"),
    CHANGE("Confirmed change", "Confirmed changes"),
    LEAD("Lead", "Leads"),
    REMINDER("Reminder", "Reminders");

    private final String title;
    private final String many;

    Kind(String title, String many) {
        this.title = title;
        this.many = many;
    }

    public String title() {
        return title;
    }

    public String many() {
        return many;
    }

    static Optional<Kind> of(String word) {
        return Word.of(Kind.class, word);
    }

    static List<Kind> all() {
        return List.of(values());
    }
}
