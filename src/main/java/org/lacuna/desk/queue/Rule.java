package org.lacuna.desk.queue;

import java.util.List;
import java.util.Optional;
import org.lacuna.shared.Word;

/**
 * The rules by which lines are ranked, each with a measure that needs nothing of what a person told. A rule gives its
 * weight times the measure, and no more than its most.
 */
enum Rule implements Word {
    WAITS("Each day that the oldest of a line has waited", 1, 14, "waited (days)"),
    CONFIRMED("Our crawler confirmed a change of the same subject", 20, 20, "confirmed"),
    WROTE_AGAIN("A person wrote again and nobody has read it", 15, 15, "wrote again"),
    SEVERAL("Each doubling of different texts about one subject", 2, 8, "different texts (doublings)"),
    COPIES("Each doubling of copies of one text", 1, 5, "copies (doublings)"),
    UNCHECKED("A restriction in force was not checked for long", 5, 5, "not checked"),
    DEADLINE("An appeal deadline is at most 7 days away", 10, 10, "deadline near"),
    LEAD("A feed reports it", 5, 5, "in a feed");

    private final String sentence;
    private final double weight;
    private final double most;
    private final String measure;

    Rule(String sentence, double weight, double most, String measure) {
        this.sentence = sentence;
        this.weight = weight;
        this.most = most;
        this.measure = measure;
    }

    /** For an editor. */
    public String sentence() {
        return sentence;
    }

    /** What it measures, in two words. */
    public String measure() {
        return measure;
    }

    /** As shipped. */
    Weight shipped() {
        return new Weight(weight, most);
    }

    static Optional<Rule> of(String word) {
        return Word.of(Rule.class, word);
    }

    static List<Rule> all() {
        return List.of(values());
    }

    /**
     * How much a rule counts.
     *
     * @param weight points for one of what it measures, from -100 to 100
     * @param most points that it gives at most, from 0 to 1000
     */
    record Weight(double weight, double most) {
        Weight {
            if (!(weight >= -100 && weight <= 100)) {
                throw new IllegalArgumentException("expected a weight from -100 to 100, found " + weight);
            }
            if (!(most >= 0 && most <= 1000)) {
                throw new IllegalArgumentException("expected a most from 0 to 1000, found " + most);
            }
        }

        double points(double measured) {
            return Math.max(-most, Math.min(most, weight * measured));
        }
    }
}
