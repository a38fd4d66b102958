package org.lacuna.desk;

import java.util.UUID;

/**
 * Who asks, as the session says.
 *
 * @param formToken what each form of this session carries
 */
record Visitor(UUID session, UUID editor, String name, boolean mustChangePassword, String formToken) {}
