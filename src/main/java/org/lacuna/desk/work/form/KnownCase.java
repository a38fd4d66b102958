package org.lacuna.desk.work.form;

import java.util.List;
import java.util.Optional;
import org.lacuna.cases.Case;
import org.lacuna.cases.Entry;
import org.lacuna.cases.Incident;
import org.lacuna.cases.RestrictionImposed;
import org.lacuna.cases.Source;

/** A case as it stands while an editor works on it, shielded entries included. */
public record KnownCase(Incident incident, Case known) {
    /** Its name in addresses. */
    public String slug() {
        return known.slug();
    }

    /** The page on which editors see it. */
    public String address() {
        return "/desk/cases/" + slug();
    }

    /** The sources of its incident. */
    public List<Source> sources() {
        return incident.sources();
    }

    /** Its entries. */
    public List<Entry> entries() {
        return known.entries();
    }

    /** The entries that impose a restriction. */
    public List<Entry> imposed() {
        return entries().stream().filter(RestrictionImposed.class::isInstance).toList();
    }

    /** One of its sources. */
    public Optional<Source> source(String id) {
        return sources().stream().filter(source -> source.id().equals(id)).findFirst();
    }
}
