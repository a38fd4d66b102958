/** What a platform is, how its pages are read and how one appeals there, from one YAML file each. Never fetches anything. */
package org.lacuna.platform;
