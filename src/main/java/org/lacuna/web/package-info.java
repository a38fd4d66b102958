/** The public pages. Never reads anything but publication. */
package org.lacuna.web;
