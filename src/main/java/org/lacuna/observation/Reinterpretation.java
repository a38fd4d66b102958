package org.lacuna.observation;

import java.util.Optional;
import org.lacuna.shared.Digest;
import org.lacuna.shared.Outcome;

/**
 * What another definition reads in the capture behind an observation. It says something about how we read, and nothing
 * about the world.
 *
 * @param observation number of the observation
 * @param definition digest of the definition that read it this time
 * @param engine version of Lacuna
 */
public record Reinterpretation(
        long observation, Digest definition, String engine, Outcome outcome, Optional<String> rule, String why) {}
