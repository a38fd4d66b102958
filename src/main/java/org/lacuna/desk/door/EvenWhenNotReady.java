package org.lacuna.desk.door;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** On a page that an editor may see with a one-time password, without a second step, or with the key still locked. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@interface EvenWhenNotReady {}
