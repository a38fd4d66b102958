/** The public REST interface. Never reads anything but publication. */
package org.lacuna.api;
