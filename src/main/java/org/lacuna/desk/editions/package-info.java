/** Where editors review editions of reports, publish them with notes, and take them back. Never changes what they say. */
@ServedBy(Role.DESK)
package org.lacuna.desk.editions;

import org.lacuna.shared.Role;
import org.lacuna.shared.ServedBy;
