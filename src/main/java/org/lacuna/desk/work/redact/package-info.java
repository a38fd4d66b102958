/** Where editors hide passages and show them again; what cannot be undone is only proposed. Never erases anything on one person's word. */
@ServedBy(Role.DESK)
package org.lacuna.desk.work.redact;

import org.lacuna.shared.Role;
import org.lacuna.shared.ServedBy;
