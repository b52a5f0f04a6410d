package org.didaccess.workflow.model;

import java.io.InputStream;
import java.util.Collection;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.didaccess.workflow.engine.ProcessModels;

/** The product's BPMN models, read as models rather than run. */
final class Models {
  private Models() {}

  /** Class-path names of the processes. */
  static Stream<String> processes() {
    return ProcessModels.RESOURCES.stream().filter(resource -> resource.endsWith(".bpmn"));
  }

  static BpmnModelInstance read(String resource) {
    InputStream model = Models.class.getClassLoader().getResourceAsStream(resource);
    return Bpmn.readModelFromStream(model);
  }

  static <E extends ModelElementInstance> Collection<E> elements(String resource, Class<E> kind) {
    return read(resource).getModelElementsByType(kind);
  }

  /** Every element of that kind in every process. */
  static <E extends ModelElementInstance> Stream<E> everywhere(Class<E> kind) {
    return processes().flatMap(resource -> elements(resource, kind).stream());
  }
}
