package org.didaccess.web.release;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.didaccess.agreement.NamedPersonView;
import org.didaccess.release.ExtractFormat;
import org.didaccess.shared.InvalidInput;
import org.didaccess.web.agreement.OrderUnderAgreement;
import org.didaccess.web.page.Choice;

/** What is asked wherever something is ordered for a recipient of an agreement. */
public abstract class OrderingPage extends OrderUnderAgreement {

  private static final long serialVersionUID = 1L;

  private String person;
  private ExtractFormat format = ExtractFormat.CSV_ZSTD;

  /** Named recipients with a key of their own. */
  public List<Choice> getPeople() {
    return getView().people().stream()
        .filter(named -> named.publicKey() != null)
        .map(named -> new Choice(named.personId().toString(), named.name()))
        .toList();
  }

  /** Forms that the data can have. */
  public List<Choice> getFormats() {
    return Arrays.stream(ExtractFormat.values())
        .map(each -> new Choice(each.name(), each.label()))
        .toList();
  }

  /** The named person who receives it; refused where none was chosen. */
  protected NamedPersonView recipient() {
    return getView().people().stream()
        .filter(named -> named.publicKey() != null)
        .filter(named -> Objects.equals(named.personId().toString(), person))
        .findFirst()
        .orElseThrow(() -> new InvalidInput("person", "Choose who receives the package."));
  }

  public ExtractFormat getFormat() {
    return format;
  }

  public void setFormat(ExtractFormat format) {
    this.format = format;
  }

  public String getPerson() {
    return person;
  }

  public void setPerson(String person) {
    this.person = person;
  }
}
