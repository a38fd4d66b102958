package org.lacuna.fetch;

/** What came of a message that we sent. The world's failures are values here, never exceptions. */
public sealed interface Posted permits Receipt, NoAnswer {}
