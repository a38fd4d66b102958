package org.lacuna.platform;

import java.util.Optional;

/**
 * Where JSON stands inside a page.
 *
 * @param scripts which elements to look into
 * @param assignedTo the variable whose value it is, as in {@code var name = {…};}; empty if the element holds only JSON
 */
public record ScriptSource(Css scripts, Optional<String> assignedTo) {}
