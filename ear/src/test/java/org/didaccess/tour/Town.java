package org.didaccess.tour;

import java.util.HashMap;
import java.util.Map;

/** The demonstration's people, each in front of a browser of their own from their first act on. */
final class Town {
  private final Gallery gallery;
  private final String secret;
  private final Map<String, Person> people = new HashMap<>();

  Town(Gallery gallery, String secret) {
    this.gallery = gallery;
    this.secret = secret;
  }

  Person as(String login) {
    return people.computeIfAbsent(login, name -> Person.signIn(gallery, name, secret));
  }

  Person visitor() {
    return Person.visitor(gallery);
  }

  /** The password that everybody has in the demonstration. */
  String secret() {
    return secret;
  }
}
