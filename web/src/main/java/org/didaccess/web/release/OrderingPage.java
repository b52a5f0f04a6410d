package org.didaccess.web.release;

import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.didaccess.agreement.AgreementUseCases;
import org.didaccess.agreement.AgreementView;
import org.didaccess.agreement.NamedPersonView;
import org.didaccess.release.ExtractFormat;
import org.didaccess.shared.InvalidInput;
import org.didaccess.web.page.Choice;
import org.didaccess.web.page.ConfirmedPage;

/** What is asked wherever something is ordered for a recipient of an agreement. */
public abstract class OrderingPage extends ConfirmedPage {

  private static final long serialVersionUID = 1L;

  @Inject private AgreementUseCases agreements;

  private UUID agreement;
  private UUID organisation;
  private String person;
  private ExtractFormat format = ExtractFormat.CSV_ZSTD;
  private transient AgreementView view;

  /** The agreement. */
  public AgreementView getView() {
    if (view == null) {
      view = agreements.agreement(agreement);
    }
    return view;
  }

  /** Organisations that may receive it. */
  public List<Choice> getOrganisations() {
    return getView().selection().recipients().stream()
        .map(recipient -> new Choice(recipient.id().toString(), recipient.name()))
        .toList();
  }

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

  public UUID getAgreement() {
    return agreement;
  }

  public void setAgreement(UUID agreement) {
    this.agreement = agreement;
  }

  public UUID getOrganisation() {
    return organisation;
  }

  public void setOrganisation(UUID organisation) {
    this.organisation = organisation;
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
