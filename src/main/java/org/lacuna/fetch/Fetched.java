package org.lacuna.fetch;

/** What came of a fetch. The world's failures are values here, never exceptions. */
public sealed interface Fetched permits Answer, NoAnswer {}
