/** Takes what people report and gives them a receipt. Never stores who they are or where they came from. */
package org.lacuna.intake;
