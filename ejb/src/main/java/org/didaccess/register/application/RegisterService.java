package org.didaccess.register.application;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.didaccess.agreement.AgreementStatus;
import org.didaccess.application.Objections;
import org.didaccess.register.RegisterEntryView;
import org.didaccess.register.RegisterUseCases;
import org.didaccess.register.infrastructure.RegisterGateway;
import org.didaccess.register.infrastructure.RegisterGateway.Entry;
import org.didaccess.shared.NotFound;
import org.didaccess.shared.Page;
import org.didaccess.shared.PageRequest;

/** The public register: agreements that have effect, and nothing that names a person. */
@Stateless
@PermitAll
public class RegisterService implements RegisterUseCases {

  private final RegisterGateway register;

  /** For the container's proxy. */
  protected RegisterService() {
    this(null);
  }

  /** With everything it needs. */
  @Inject
  public RegisterService(RegisterGateway register) {
    this.register = register;
  }

  @Override
  public Page<RegisterEntryView> entries(PageRequest page) {
    Page<Entry> entries = register.entries(page);
    Labels labels = labels(entries.items());
    return entries.map(entry -> view(entry, labels));
  }

  @Override
  public RegisterEntryView entry(String reference) {
    Entry entry = register.entry(reference).orElseThrow(() -> new NotFound("register entry"));
    return view(entry, labels(List.of(entry)));
  }

  /** What belongs to several entries, read at once. */
  private record Labels(
      Map<String, List<String>> controllers,
      Map<String, List<String>> recipients,
      Map<String, List<String>> fields) {}

  private Labels labels(List<Entry> entries) {
    List<String> references = entries.stream().map(Entry::reference).toList();
    return new Labels(
        register.parties(references, "controller"),
        register.parties(references, "recipient"),
        register.fields(references));
  }

  private static RegisterEntryView view(Entry entry, Labels labels) {
    return new RegisterEntryView(
        entry.reference(),
        entry.title(),
        entry.applicant(),
        labels.controllers().getOrDefault(entry.reference(), List.of()),
        labels.recipients().getOrDefault(entry.reference(), List.of()),
        entry.dataSet(),
        entry.purpose(),
        entry.benefits(),
        entry.legalBasis(),
        Objections.ofCode(entry.objections()),
        entry.accessMethod(),
        entry.refresh(),
        labels.fields().getOrDefault(entry.reference(), List.of()),
        entry.startsOn(),
        entry.endsOn(),
        AgreementStatus.valueOf(entry.status()).label());
  }
}
