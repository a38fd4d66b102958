/** Keeps a copy of a source at the moment an editor cites it, and what came of each try. Never fetches inside a transaction. */
@ServedBy(Role.DESK)
package org.lacuna.desk.work.archive;

import org.lacuna.shared.Role;
import org.lacuna.shared.ServedBy;
