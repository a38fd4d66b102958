/** Where editors read submissions and work on cases. Never publishes what nobody has decided. */
@ServedBy(Role.DESK)
package org.lacuna.desk.work;

import org.lacuna.shared.Role;
import org.lacuna.shared.ServedBy;
