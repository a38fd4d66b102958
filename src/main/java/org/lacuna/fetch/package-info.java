/** The guarded HTTP client, the only door to the outside. Never follows an address it has not checked. */
package org.lacuna.fetch;
