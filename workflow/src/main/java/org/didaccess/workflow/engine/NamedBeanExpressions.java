package org.didaccess.workflow.engine;

import jakarta.enterprise.inject.spi.BeanManager;
import org.camunda.bpm.engine.impl.el.JuelExpressionManager;
import org.camunda.bpm.impl.juel.jakarta.el.CompositeELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.ELResolver;

/** The engine's expressions, with CDI beans behind process variables: a variable hides a bean. */
final class NamedBeanExpressions extends JuelExpressionManager {
  private final BeanManager manager;

  NamedBeanExpressions(BeanManager manager) {
    this.manager = manager;
  }

  @Override
  protected ELResolver createElResolver() {
    CompositeELResolver resolvers = new CompositeELResolver();
    resolvers.add(super.createElResolver());
    resolvers.add(new NamedBeans(manager));
    return resolvers;
  }
}
