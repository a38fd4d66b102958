/** Feeds of the record: what changed, in words. Never shows what is not public now. */
@ServedBy(Role.PUBLIC)
package org.lacuna.web.feed;

import org.lacuna.shared.Role;
import org.lacuna.shared.ServedBy;
