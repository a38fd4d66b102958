/** Where editors log in, read submissions and turn them into cases. Never shows itself without a session. */
@ServedBy(Role.DESK)
package org.lacuna.desk;

import org.lacuna.shared.Role;
import org.lacuna.shared.ServedBy;
