package org.lacuna.publication;

import java.time.Instant;

/** A document that is public: one version of a case or of an incident, an edition of a report, or what is left of one. */
public sealed interface PublicDocument permits PublicCase, PublicIncident, PublicEdition, Tombstone {
    /** The name it has in URLs. */
    String slug();

    /** Number of the change that wrote this version. */
    long sequence();

    /** When this version was written. */
    Instant lastChanged();
}
