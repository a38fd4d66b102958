/** What all forms about cases share: finds the case, reads the fields, shows what may give a person away. Never records a fact. */
@ServedBy(Role.DESK)
package org.lacuna.desk.work.form;

import org.lacuna.shared.Role;
import org.lacuna.shared.ServedBy;
