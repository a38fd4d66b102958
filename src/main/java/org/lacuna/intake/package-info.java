/** Takes what people report and gives them a receipt. Never stores who they are or where they came from. */
@ServedBy(Role.INTAKE)
package org.lacuna.intake;

import org.lacuna.shared.Role;
import org.lacuna.shared.ServedBy;
