/** Where editors merge and split cases, after a look at what comes of it. Never breaks an address. */
@ServedBy(Role.DESK)
package org.lacuna.desk.work.join;

import org.lacuna.shared.Role;
import org.lacuna.shared.ServedBy;
