/** What waits for an editor: submissions, confirmed changes, leads. Never decides about any of them. */
@ServedBy(Role.DESK)
package org.lacuna.desk.queue;

import org.lacuna.shared.Role;
import org.lacuna.shared.ServedBy;
