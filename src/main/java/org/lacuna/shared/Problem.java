package org.lacuna.shared;

/**
 * An error as told to whoever asked (RFC 9457, problem details).
 *
 * @param type a URI reference that names the kind of problem; {@code about:blank} where the status says it all
 * @param title the kind of problem in a few words, the same each time
 * @param status the HTTP status code
 * @param detail what was expected, what was found and what to do
 */
public record Problem(String type, String title, int status, String detail) {}
