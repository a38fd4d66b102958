/** The public REST interface. Never reads anything but publication. */
@ServedBy(Role.PUBLIC)
package org.lacuna.api;

import org.lacuna.shared.Role;
import org.lacuna.shared.ServedBy;
