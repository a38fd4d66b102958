package org.lacuna.intake.page;

import io.quarkus.qute.TemplateData;

/** One of several to choose from, or a box to tick. */
@TemplateData
record Choice(String name, String value, String label, boolean chosen) {}
