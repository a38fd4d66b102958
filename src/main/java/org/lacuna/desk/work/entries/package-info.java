/** Where editors add to the timeline of a case. Never changes a line that stands. */
@ServedBy(Role.DESK)
package org.lacuna.desk.work.entries;

import org.lacuna.shared.Role;
import org.lacuna.shared.ServedBy;
