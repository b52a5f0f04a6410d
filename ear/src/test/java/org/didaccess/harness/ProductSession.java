package org.didaccess.harness;

import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/** Starts the product before the first test and stops it after the last one. */
public final class ProductSession implements LauncherSessionListener {
  @Override
  public void launcherSessionOpened(LauncherSession session) {
    RunningProduct.start();
  }

  @Override
  public void launcherSessionClosed(LauncherSession session) {
    RunningProduct.stop();
  }
}
