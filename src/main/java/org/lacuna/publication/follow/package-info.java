/** Changes of the record as somebody follows them, by a filter. Never hands out more than is public now. */
package org.lacuna.publication.follow;
