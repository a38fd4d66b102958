/** Documents of cases, answered from memory. Never answers anything that the REST resource would answer otherwise. */
package org.lacuna.api.copies;
