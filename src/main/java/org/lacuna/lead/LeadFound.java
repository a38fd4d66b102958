package org.lacuna.lead;

/** A lead that was not known before. Fired inside the transaction that recorded it. */
public record LeadFound(Lead lead) {}
