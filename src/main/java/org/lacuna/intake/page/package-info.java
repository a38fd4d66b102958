/** The pages for people who report. Never sets a cookie, runs a script or loads anything from elsewhere. */
@ServedBy(Role.INTAKE)
package org.lacuna.intake.page;

import org.lacuna.shared.Role;
import org.lacuna.shared.ServedBy;
