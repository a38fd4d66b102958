/** Who may work at the desk: accounts, sessions, keys, the audit trail. Never shows a submission or a case. */
@ServedBy(Role.DESK)
package org.lacuna.desk.door;

import org.lacuna.shared.Role;
import org.lacuna.shared.ServedBy;
