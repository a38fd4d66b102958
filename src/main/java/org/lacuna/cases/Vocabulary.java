package org.lacuna.cases;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * The closed lists of words that entries use, each with its meaning. Measures are the decision words of the EU DSA
 * Transparency Database.
 */
public final class Vocabulary {
    private Vocabulary() {}

    /** What a platform can do to a subject. */
    public static final Map<String, String> MEASURES = words(
            "DECISION_ACCOUNT_SUSPENDED", "The account was suspended.",
            "DECISION_ACCOUNT_TERMINATED", "The account was ended.",
            "DECISION_VISIBILITY_CONTENT_REMOVED", "The content was removed.",
            "DECISION_VISIBILITY_CONTENT_DISABLED", "Access was disabled; with a scope this is a geo-block.",
            "DECISION_VISIBILITY_CONTENT_DEMOTED", "The content was made harder to find.",
            "DECISION_VISIBILITY_CONTENT_AGE_RESTRICTED", "The content was kept for adults.",
            "DECISION_VISIBILITY_CONTENT_INTERACTION_RESTRICTED", "Reactions to the content were limited.",
            "DECISION_VISIBILITY_CONTENT_LABELLED", "A label was put on the content.",
            "DECISION_VISIBILITY_OTHER", "The content was made less visible in another way.",
            "DECISION_PROVISION_PARTIAL_SUSPENSION", "Part of the service was suspended.",
            "DECISION_PROVISION_TOTAL_SUSPENSION", "The whole service was suspended.",
            "DECISION_PROVISION_PARTIAL_TERMINATION", "Part of the service was ended.",
            "DECISION_PROVISION_TOTAL_TERMINATION", "The whole service was ended.");

    /** What a statement claims. */
    public static final Map<String, String> EXPLANATIONS = words(
            "local-law", "A law of the place asks for it.",
            "government-demand", "A government demanded it.",
            "terms-violation", "The platform's own terms were broken.",
            "error", "It was a mistake.",
            "no-reason", "A statement that gives no reason.",
            "denial", "It did not happen, or not for the reason alleged.",
            "apology", "The platform says it is sorry.",
            "policy-change", "The platform says it will act differently.");

    /** Who makes a statement. */
    public static final Map<String, String> SPEAKERS = words(
            "platform", "The platform.",
            "government", "A government or its prosecutors.",
            "subject", "The person or group that is hit.",
            "third-party", "Somebody else.");

    /** The word for a channel that we checked. */
    public static final String CHECKED = "checked";

    /** How a reply of the platform came to us. */
    public static final Map<String, String> CHANNELS =
            words(CHECKED, "The platform sent it to us through a channel that we checked.");

    /** Why something of the record is not shown, or is gone. */
    public static final Map<String, String> REDACTIONS = words(
            "privacy", "It told of a person more than the record needs.",
            "safety", "It could put somebody in danger.",
            "withdrawn", "Whoever told us took it back.",
            "objection", "A person who is named in it objected.",
            "error", "It was wrong.",
            "not-proven", "It could not be shown to be true.",
            "legal", "A court or a law that binds us asked for it.",
            "copyright", "It was longer than a quotation may be.",
            "moved", "It stands in another case now.");

    /** How far an appeal has come. */
    public static final Map<String, String> STAGES = words(
            "filed", "It was made.",
            "answered", "It was answered without a decision.",
            "granted", "It was successful.",
            "denied", "It was turned down.",
            "ignored", "It had no answer.");

    /** What happens to the people around a restriction. */
    public static final Map<String, String> PRESSURES = words(
            "threatening-call", "A call that threatens.",
            "family-threat", "Relatives are visited, summoned or threatened.",
            "coerced-statement", "Somebody is made to speak against the person.",
            "public-smear", "The person is defamed in public.",
            "account-hacking", "Accounts or devices are broken into.",
            "recruitment", "An attempt to make somebody an informant.",
            "contact-severed", "Relatives can no longer be reached.");

    /** How much of a restriction a lift takes away. */
    public static final Map<String, String> EXTENTS =
            words("full", "The restriction is gone.", "partial", "Part of it remains.");

    /** What brought a lift about. */
    public static final Map<String, String> WAYS = words(
            "platform-reversal", "The platform changed its decision.",
            "appeal", "An appeal was successful.",
            "court", "A court decided.",
            "press-inquiry", "The press had asked.",
            "unknown", "Nobody says.");

    /** What became of a restriction that nobody lifted. */
    public static final Map<String, String> FATES = words(
            "unknown", "Nobody knows whether it still holds.",
            "ended-otherwise", "It ended without being lifted, as a meeting does that was cut off.");

    /** Who asked for a restriction. */
    public static final Map<String, String> DEMANDERS = words(
            "government", "A government, by its ISO 3166 country code.",
            "court", "A court, by name.",
            "company", "A company, by name.");

    /** The kinds of subject. */
    public static final Map<String, String> SUBJECTS = words(
            "account", "An account of a person or group.",
            "page", "A page.",
            "post", "A post.",
            "video", "A video.",
            "meeting", "A meeting or webinar.",
            "app", "An app in a store.",
            "channel", "A channel.",
            "group", "A group, or several accounts hit together.",
            "search-term", "A word that is searched for or filtered.");

    /** The word, if the list has it. */
    static String check(String name, Map<String, String> list, String word) {
        Set<String> words = list.keySet();
        if (!words.contains(word)) {
            throw new IllegalArgumentException("expected " + name + " out of " + words + ", found '" + word + "'");
        }
        return word;
    }

    private static Map<String, String> words(String... wordsAndMeanings) {
        Map<String, String> words = new LinkedHashMap<>();
        for (int i = 0; i < wordsAndMeanings.length; i += 2) {
            words.put(wordsAndMeanings[i], wordsAndMeanings[i + 1]);
        }
        return Collections.unmodifiableMap(words);
    }
}
