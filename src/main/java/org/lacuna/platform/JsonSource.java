package org.lacuna.platform;

import java.util.Optional;

/**
 * Where data stands in an answer.
 *
 * @param script the scripts of the page that hold it; empty if the answer itself is the data
 * @param heldIn where in that a text stands that is JSON once more, as players of 2013 to 2020 were told their data
 * @param below the name of the first member, in document order, that counts as the whole; empty for all of it
 */
public record JsonSource(Optional<ScriptSource> script, Optional<JsonPath> heldIn, Optional<String> below) {}
