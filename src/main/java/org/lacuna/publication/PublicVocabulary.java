package org.lacuna.publication;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.lacuna.cases.Status;
import org.lacuna.cases.Verification;
import org.lacuna.cases.Vocabulary;
import org.lacuna.shared.Outcome;

/** Every closed list of words that a public document can hold, and what each word means. */
public final class PublicVocabulary {
    private static final Map<String, String> STATUSES =
            described(Status.values(), Status::word, status -> switch (status) {
                case RESTRICTED -> "A restriction is in force, or was imposed again after the last lift.";
                case PARTIALLY_RESTORED -> "Some restriction is lifted, or lifted in part; not all are.";
                case RESTORED -> "Every restriction is lifted.";
                case ENDED_OTHERWISE -> "What was restricted ended without being lifted.";
                case UNKNOWN -> "Nobody knows whether it still holds.";
            });
    private static final Map<String, String> VERIFICATIONS =
            described(Verification.values(), Verification::word, level -> switch (level) {
                case REPORTED -> "One origin says so.";
                case CORROBORATED -> "Two origins or kinds of evidence that do not depend on each other say so.";
                case VERIFIED -> "An editor checked it.";
                case DISPUTED -> "Somebody contradicts it with reasons.";
                case RETRACTED -> "It was wrong.";
            });
    private static final Map<String, String> OUTCOMES =
            described(Outcome.values(), Outcome::word, outcome -> switch (outcome) {
                case AVAILABLE -> "The subject can be seen.";
                case SUSPENDED -> "The platform says that it acted on the account.";
                case REMOVED -> "The platform says that it took the content away.";
                case WITHHELD -> "Kept from some countries, or answered with HTTP status 451.";
                case OWNER_REMOVED -> "Its owner took it away.";
                case PRIVATE -> "Its owner chose who may see it.";
                case NOT_FOUND -> "Nothing there, and nobody says why.";
                case LOGIN_REQUIRED -> "Only people who log in are shown anything.";
                case CHALLENGED -> "A bot wall, a consent page or a rate limit answered.";
                case UNCLEAR -> "An answer that no rule can read.";
                case NO_ANSWER -> "No HTTP answer at all.";
            });

    private PublicVocabulary() {}

    /** The lists by name, each a map from word to meaning. */
    public static Map<String, Map<String, String>> all() {
        Map<String, Map<String, String>> all = new LinkedHashMap<>();
        all.put("status", STATUSES);
        all.put("verification", VERIFICATIONS);
        all.put("measure", Vocabulary.MEASURES);
        all.put("explanation", Vocabulary.EXPLANATIONS);
        all.put("by", Vocabulary.SPEAKERS);
        all.put("channel", Vocabulary.CHANNELS);
        all.put("redacted", Vocabulary.REDACTIONS);
        all.put("stage", Vocabulary.STAGES);
        all.put("extent", Vocabulary.EXTENTS);
        all.put("how", Vocabulary.WAYS);
        all.put("fate", Vocabulary.FATES);
        all.put("demandedBy", Vocabulary.DEMANDERS);
        all.put("pressure", Vocabulary.PRESSURES);
        all.put("subject", Vocabulary.SUBJECTS);
        all.put("outcome", OUTCOMES);
        return all;
    }

    /**
     * The word, if the list has it.
     *
     * @throws IllegalArgumentException naming the words that exist
     */
    public static String check(String list, String word) {
        Set<String> words = all().get(list).keySet();
        if (!words.contains(word)) {
            throw new IllegalArgumentException("expected a " + list + " out of " + words + ", found '" + word + "'");
        }
        return word;
    }

    private static <T> Map<String, String> described(
            T[] values, Function<T, String> word, Function<T, String> meaning) {
        return Arrays.stream(values).collect(Collectors.toMap(word, meaning, (one, other) -> one, LinkedHashMap::new));
    }
}
