package org.didaccess.web.page;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.didaccess.shared.process.DiagramView;

/**
 * A process as a picture and, for those who do not see it, as a list.
 *
 * @param bpmnXml the picture's source
 * @param active ids of the present steps, parted by spaces
 * @param finished ids of the finished steps, parted by spaces
 * @param present names of the present steps
 * @param done names of the finished steps
 */
public record DiagramModel(
    String bpmnXml, String active, String finished, List<String> present, List<String> done) {

  private static final Set<String> STEPS =
      Set.of(
          "userTask",
          "serviceTask",
          "receiveTask",
          "businessRuleTask",
          "intermediateCatchEvent",
          "eventBasedGateway");

  static DiagramModel of(DiagramView view) {
    List<String> present = new ArrayList<>();
    List<String> done = new ArrayList<>();
    for (Step step : steps(view.bpmnXml())) {
      if (view.activeStepIds().contains(step.id())) {
        present.add(step.name());
      } else if (view.finishedStepIds().contains(step.id())) {
        done.add(step.name());
      }
    }
    return new DiagramModel(
        view.bpmnXml(),
        String.join(" ", view.activeStepIds()),
        String.join(" ", view.finishedStepIds()),
        present,
        done);
  }

  private record Step(String id, String name) {}

  private static List<Step> steps(String bpmn) {
    XMLInputFactory factory = XMLInputFactory.newFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    try {
      return read(factory.createXMLStreamReader(new StringReader(bpmn)));
    } catch (XMLStreamException broken) {
      throw new IllegalStateException("The process diagram cannot be read.", broken);
    }
  }

  private static List<Step> read(XMLStreamReader reader) throws XMLStreamException {
    List<Step> found = new ArrayList<>();
    while (reader.hasNext()) {
      if (reader.next() == XMLStreamConstants.START_ELEMENT
          && STEPS.contains(reader.getLocalName())
          && reader.getAttributeValue(null, "name") != null) {
        found.add(
            new Step(reader.getAttributeValue(null, "id"), reader.getAttributeValue(null, "name")));
      }
    }
    reader.close();
    return found;
  }
}
