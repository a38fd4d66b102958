/** How a case is cited, and what was corrected since. Never reads anything but public documents. */
package org.lacuna.publication.citation;
