/** Where editors log in, read submissions and turn them into cases. Never shows itself without a session. */
package org.lacuna.desk;
