/** Where editors look at copies of captures and decide whether the public may have them. Never shows or hands out an original. */
@ServedBy(Role.DESK)
package org.lacuna.desk.work.captures;

import org.lacuna.shared.Role;
import org.lacuna.shared.ServedBy;
