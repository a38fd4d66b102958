package org.lacuna.desk.door;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** On the pages that an editor may use before the one-time password is changed. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@interface EvenWithOneTimePassword {}
