/** Turns the rule files of other projects into definitions of ours. Never lets them accuse anybody, never runs their code. */
package org.lacuna.platform.community;
