/** Where editors find a case, see the whole of it and say how well it is checked. Never shows the public anything by itself. */
@ServedBy(Role.DESK)
package org.lacuna.desk.work.cases;

import org.lacuna.shared.Role;
import org.lacuna.shared.ServedBy;
