package org.lacuna.api.copies;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReferenceArray;

/** How a few questions about one thing were answered, for as long as it is the same thing. */
final class Remembered {
    /** For so many questions the answer is kept as it was sent. A power of two. */
    private static final int ANSWERS = 4;

    /** What a cache's entry and all answers take beside the bytes of the body, about: each has its question and its head. */
    static final int AROUND = 1_000 + ANSWERS * 1_800;

    private final AtomicReferenceArray<Answered> answers = new AtomicReferenceArray<>(ANSWERS);

    private record Answered(Question question, Answer answer) {}

    /** How exactly this question was answered, if that is remembered. */
    Optional<Answer> answer(Question question) {
        Answered known = answers.get(place(question));
        return known != null && known.question.equals(question) ? Optional.of(known.answer) : Optional.empty();
    }

    /** Remembers it in the place of another question. */
    void remember(Question question, Answer answer) {
        answers.set(place(question), new Answered(question, answer));
    }

    private static int place(Question question) {
        int hash = question.hashCode();
        return (hash ^ hash >>> 16) & ANSWERS - 1;
    }
}
