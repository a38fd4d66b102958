package org.lacuna.observation;

import java.net.URI;
import java.util.Optional;

/**
 * An editor wants a subject watched that came up in a report. Fired inside the transaction that decided it. The
 * first look waits for hours, by chance: a visit at once could be linked to the person who reported.
 *
 * @param url the subject's public address
 * @param caseSlug the case that a confirmed change belongs to, if there is one
 */
public record WatchWanted(URI url, Optional<String> caseSlug) {}
