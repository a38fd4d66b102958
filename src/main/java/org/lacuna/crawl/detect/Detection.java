package org.lacuna.crawl.detect;

import java.util.Optional;
import org.lacuna.shared.Outcome;

/**
 * What a definition read in an answer.
 *
 * @param rule the rule that fitted, such as {@code youtube#3}; empty if none did and the answer is unclear
 * @param why one sentence for a person: which condition held, where
 * @param identity the id under which the platform keeps the subject, where the answer shows it
 */
public record Detection(Outcome outcome, Optional<String> rule, String why, Optional<String> identity) {}
