/** How much each reader of the API may ask for in a minute, with a key or without. Never keeps or tells who that is. */
package org.lacuna.api.access;
