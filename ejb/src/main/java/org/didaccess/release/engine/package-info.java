/**
 * The release pipeline in plain Java: month partitions in parallel, each read by COPY from the view
 * that the guard opened, references replaced by the agreement's tokens, rows ordered by the
 * agreement's key, encoded once and handed to a sink.
 *
 * <p>It holds no approval logic: what may leave is what {@code guard.open_release} opened in the
 * worker's own session. Memory is bounded by {@link org.didaccess.release.engine.EngineSettings},
 * whatever the number of rows.
 */
package org.didaccess.release.engine;
