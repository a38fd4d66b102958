/** Starts the process: its roles and the embedded PostgreSQL, before anything else is up. Never touches a table. */
package org.lacuna.boot;
