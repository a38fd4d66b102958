/** The public pages. Never reads anything but publication. */
@ServedBy(Role.PUBLIC)
package org.lacuna.web;

import org.lacuna.shared.Role;
import org.lacuna.shared.ServedBy;
