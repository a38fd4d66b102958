/** Takes what people report and keeps it closed. Never stores who they are or where they came from. */
package org.lacuna.intake;
