package org.didaccess.source.infrastructure;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.didaccess.identity.Roles;
import org.didaccess.shared.Checks;
import org.didaccess.shared.InvalidInput;
import org.didaccess.source.ImportedReference;
import org.didaccess.source.ImportedReference.ImportedList;
import org.didaccess.source.ReferenceUseCases;
import org.didaccess.source.ReferenceVersion;
import org.didaccess.source.infrastructure.national.PublishedFiles;
import org.didaccess.source.infrastructure.national.ReferenceImport;
import org.didaccess.source.infrastructure.national.ReferenceSources;

/**
 * The references in the server: files, which no transaction covers. The trail is told before and
 * after, so that no version counts of which nothing is known.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
@RolesAllowed(Roles.DATA_MANAGER)
public class ReferenceService implements ReferenceUseCases {

  @Inject private ReferenceVersions versions;
  @Inject private ReferenceTrail trail;

  @Override
  @RolesAllowed({Roles.DATA_MANAGER, Roles.AUDITOR, Roles.ADMINISTRATOR})
  public List<ReferenceVersion> versions() {
    String current = versions.currentName().orElse(ReferenceVersions.sampleName());
    List<ReferenceVersion> all = new ArrayList<>();
    versions
        .names()
        .forEach(name -> all.add(new ReferenceVersion(name, name.equals(current), false)));
    String sample = ReferenceVersions.sampleName();
    all.add(new ReferenceVersion(sample, sample.equals(current), true));
    return all;
  }

  @Override
  public ImportedReference importFrom(String name, InputStream archive) {
    versions
        .refusal(name)
        .ifPresent(
            message -> {
              throw new InvalidInput("name", message);
            });
    try (PublishedFiles files = new PublishedFiles()) {
      files.takeArchive(archive);
      List<ImportedList> lists = new ArrayList<>();
      trail.begun(name);
      new ReferenceImport(versions, files.sources(ReferenceSources.IMAGING_REFSET))
          .as(name)
          .forEach((list, lines) -> lists.add(new ImportedList(list, lines)));
      trail.imported(name);
      return new ImportedReference(name, lists);
    }
  }

  @Override
  public void use(String name) {
    new Checks().present("name", name, "Say which version is to count.").done();
    trail.choosing(name);
    versions.use(name);
    trail.chosen(name);
  }
}
