package org.didaccess.harness;

import java.util.UUID;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** Archives that Arquillian puts into the product's server, beside its application. */
public final class BesideProduct {
  private BesideProduct() {}

  /**
   * A web application that holds the test and what it needs, and sees the product's own classes;
   * its beans are looked up below {@code java:global/did-access/ejb/}.
   */
  public static WebArchive war(Class<?>... classes) {
    return ShrinkWrap.create(WebArchive.class, "test-" + UUID.randomUUID() + ".war")
        .addClasses(classes)
        .addPackages(true, "org.assertj.core")
        .setManifest(
            new StringAsset(
                "Manifest-Version: 1.0\nDependencies: deployment.did-access.ear.ejb.jar\n"));
  }
}
