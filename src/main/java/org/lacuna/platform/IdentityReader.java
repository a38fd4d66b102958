package org.lacuna.platform;

import java.util.Optional;
import org.lacuna.shared.Fields;
import org.lacuna.shared.Value;

/** Reads the {@code identity} of a definition. */
record IdentityReader(PlaceReader places) {
    IdentityPlace read(Value value) {
        Fields written = value.map();
        Optional<Value> json = written.find("json");
        Optional<Value> element = written.find("element");
        if (json.isPresent() == element.isPresent()) {
            throw written.wrong("expected either 'json' or 'element'", "Say where the id stands, once");
        }
        Place place = json.<Place>map(pointer -> places.json(pointer, written))
                .orElseGet(() -> PlaceReader.element(element.get(), written));
        return written.build(
                () -> new IdentityPlace(place, written.find("matches").map(ConditionReader::pattern)));
    }
}
