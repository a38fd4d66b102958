package org.lacuna.cli;

/**
 * A command that needs neither database nor container, so that it answers at once and writes nothing: it is run before
 * either is up. Picocli makes it, so nothing is injected.
 */
interface WithoutApplication {}
