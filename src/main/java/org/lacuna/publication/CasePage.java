package org.lacuna.publication;

import java.util.List;
import java.util.Optional;

/**
 * Some of the cases that fit a filter, the one that changed last first.
 *
 * @param total how many fit in all; empty where they are too many to count
 * @param next where to go on; empty on the last page
 */
public record CasePage(List<PublicCase> cases, Optional<Long> total, Optional<String> next) {}
