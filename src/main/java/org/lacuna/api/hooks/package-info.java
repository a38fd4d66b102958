/** Tells subscribers that something changed (Standard Webhooks 1.0). Never sends a word of what it was. */
@ServedBy(Role.PUBLIC)
package org.lacuna.api.hooks;

import org.lacuna.shared.Role;
import org.lacuna.shared.ServedBy;
