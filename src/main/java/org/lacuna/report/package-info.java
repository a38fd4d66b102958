/** Renders the folders under reports/. Never asks a question in SQL. */
@ServedBy(Role.PUBLIC)
package org.lacuna.report;

import org.lacuna.shared.Role;
import org.lacuna.shared.ServedBy;
