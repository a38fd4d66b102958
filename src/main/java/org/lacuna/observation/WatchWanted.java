package org.lacuna.observation;

import java.net.URI;

/**
 * An editor wants a subject watched that came up in a report. Fired inside the transaction that recorded the case. The
 * first look waits for hours, by chance: a visit at once could be linked to the person who reported.
 *
 * @param url the subject's public address
 * @param caseSlug the case that a confirmed change belongs to
 */
public record WatchWanted(URI url, String caseSlug) {}
