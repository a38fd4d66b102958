package org.lacuna.desk.work.form;

import java.util.Optional;
import java.util.function.Supplier;
import org.lacuna.page.SentForm;

/** Turns what the record refuses into a complaint beside a field. */
public final class Refusals {
    private Refusals() {}

    /** Does something; what the record refuses is said at this field, and then the result is empty. */
    public static <T> Optional<T> at(SentForm form, String field, Supplier<T> act) {
        return form.read(field, "", nothing -> act.get());
    }
}
