package org.lacuna.intake.page;

import io.quarkus.qute.TemplateData;

/** A field that a page carries on without showing it. */
@TemplateData
record Carried(String name, String value) {}
