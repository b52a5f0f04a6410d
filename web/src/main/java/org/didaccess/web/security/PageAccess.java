package org.didaccess.web.security;

import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.didaccess.identity.Roles;

/**
 * Declares on a backing bean who may open its page. A page without a declaration opens for nobody.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@Repeatable(PageAccess.List.class)
public @interface PageAccess {

  /** Stands for anybody, signed in or not. */
  String EVERYBODY = "*";

  /** Stands for anybody who is signed in, as in Jakarta Security. */
  String SIGNED_IN = Roles.ANYBODY_SIGNED_IN;

  /** The page's address without its extension, such as {@code /catalogue/data-set}. */
  String view();

  /** The roles that may open it, or {@link #EVERYBODY} or {@link #SIGNED_IN}. */
  String[] roles();

  /** Several pages of one bean. */
  @Retention(RetentionPolicy.RUNTIME)
  @Target(ElementType.TYPE)
  @interface List {
    /** The declarations. */
    PageAccess[] value();
  }
}
