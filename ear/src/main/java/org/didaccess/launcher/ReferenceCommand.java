package org.didaccess.launcher;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.didaccess.source.InvalidSubmissionException;
import org.didaccess.source.domain.reference.Organisation.Role;
import org.didaccess.source.infrastructure.ReferenceVersions;
import org.didaccess.source.infrastructure.national.PublishedFiles;
import org.didaccess.source.infrastructure.national.PublishedSample;
import org.didaccess.source.infrastructure.national.ReferenceImport;
import org.didaccess.source.infrastructure.national.ReferenceSources;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Imports what submissions are checked against. */
@Command(
    name = "reference",
    description = {
      "Imports the lists that submissions are checked against, and chooses among their versions.",
      "Needs neither server nor database; a running server takes the next file by the new version."
    },
    subcommands = {
      ReferenceCommand.Import.class,
      ReferenceCommand.Versions.class,
      ReferenceCommand.Use.class,
      ReferenceCommand.Sample.class
    })
final class ReferenceCommand {

  private static ReferenceVersions versions() {
    Home home = Settings.ofThisProcess().home();
    home.prepare();
    return new ReferenceVersions(home.folder());
  }

  /** Makes a version. */
  @Command(
      name = "import",
      description = {
        "Makes a new version of published files and of the version that counts now, and lets it",
        "count. What is not given stays as it is; all or nothing."
      },
      exitCodeListHeading = "%nExit codes:%n",
      exitCodeList = {"0:imported", "2:a file was refused, nothing was changed, or wrong usage"})
  static final class Import implements Callable<Integer> {

    @Parameters(paramLabel = "VERSION", description = "The new version's name, such as 2026-11.")
    private String name;

    @Option(
        names = "--from",
        paramLabel = "FILE",
        description = {
          "A zip or a folder of published files, each known by its name; zips within are opened.",
          "May be repeated; instead of the options below."
        })
    private List<Path> bundles = List.of();

    @Option(
        names = "--postcodes",
        paramLabel = "FILE",
        description = "ONS Postcode Directory: its CSV file for the United Kingdom.")
    private Path postcodes;

    @Option(
        names = "--providers",
        paramLabel = "FILE",
        description = "ODS reports of organisations that examine: etr, ephp. May be repeated.")
    private List<Path> providers = List.of();

    @Option(
        names = "--sites",
        paramLabel = "FILE",
        description = "ODS reports of their sites: ets, ephpsite. May be repeated.")
    private List<Path> sites = List.of();

    @Option(
        names = "--practices",
        paramLabel = "FILE",
        description = "ODS report of GP practices: epraccur. May be repeated.")
    private List<Path> practices = List.of();

    @Option(
        names = "--commissioners",
        paramLabel = "FILE",
        description = "ODS report of commissioners: eccg. May be repeated.")
    private List<Path> commissioners = List.of();

    @Option(
        names = "--memberships",
        paramLabel = "FILE",
        description = "ODS report of which commissioner each practice belonged to: epcmem.")
    private List<Path> memberships = List.of();

    @Option(
        names = "--nicip",
        paramLabel = "FILE",
        description = "NICIP codes as CSV: code,active_from,inactive_from.")
    private Path nicip;

    @Option(
        names = "--snomed",
        paramLabel = "FILE",
        description = "SNOMED CT simple reference set (RF2, best the full file).")
    private Path snomed;

    @Option(
        names = "--refset",
        paramLabel = "ID",
        defaultValue = ReferenceSources.IMAGING_REFSET,
        description = "The reference set in it. Default: UK imaging procedures, ${DEFAULT-VALUE}.")
    private String refset;

    @Option(
        names = "--imaging-map",
        paramLabel = "FILE",
        description = "SNOMED CT simple map (RF2) with the maps to NICIP codes.")
    private Path imagingMap;

    @Option(
        names = "--clinical-groups",
        paramLabel = "FILE",
        description = "What each imaging code means, as CSV in the columns of the sample.")
    private Path clinicalGroups;

    @Option(
        names = "--clinical-labels",
        paramLabel = "FILE",
        description = "The words of clinical groups, as CSV: kind,id,label.")
    private Path clinicalLabels;

    @Option(
        names = "--value-lists",
        paramLabel = "FILE",
        description = "Ethnic and other value lists, as CSV: list,code,label,group,from,to.")
    private Path valueLists;

    @Override
    public Integer call() {
      try (PublishedFiles bundle = new PublishedFiles()) {
        // Whoever interrupts it leaves nothing behind.
        Runtime.getRuntime().addShutdownHook(new Thread(bundle::close, "unpacked-files"));
        bundles.forEach(bundle::take);
        ReferenceSources single = sources();
        if (!bundles.isEmpty() && !single.isEmpty()) {
          throw new InvalidSubmissionException("Give --from or single files, not both.");
        }
        ReferenceSources given = bundles.isEmpty() ? single : bundle.sources(refset);
        Map<String, Long> lines = new ReferenceImport(versions(), given).as(name);
        lines.forEach((list, count) -> System.out.printf("%,12d lines of %s%n", count, list));
        System.out.println(
            "The reference "
                + name
                + " counts from now on; ./did reference use goes back to another.");
        return ExitCode.OK;
      } catch (InvalidSubmissionException refused) {
        System.err.println(refused.getMessage());
        return ExitCode.UNKNOWN;
      }
    }

    private ReferenceSources sources() {
      Map<Role, List<Path>> organisations = new EnumMap<>(Role.class);
      put(organisations, Role.PROVIDER, providers);
      put(organisations, Role.SITE, sites);
      put(organisations, Role.PRACTICE, practices);
      put(organisations, Role.COMMISSIONER, commissioners);
      return new ReferenceSources(
          Optional.ofNullable(postcodes),
          organisations,
          memberships,
          Optional.ofNullable(nicip),
          Optional.ofNullable(snomed),
          refset,
          Optional.ofNullable(imagingMap),
          Optional.ofNullable(clinicalGroups),
          Optional.ofNullable(clinicalLabels),
          Optional.ofNullable(valueLists));
    }

    private static void put(Map<Role, List<Path>> organisations, Role role, List<Path> files) {
      if (!files.isEmpty()) {
        organisations.put(role, files);
      }
    }
  }

  /** Names the versions. */
  @Command(name = "list", description = "Names the versions, and marks the one that counts.")
  static final class Versions implements Callable<Integer> {

    @Override
    public Integer call() {
      ReferenceVersions versions = versions();
      String current = versions.current().version();
      for (String name : versions.names()) {
        print(name, name, current);
      }
      String sample = ReferenceVersions.sampleName();
      print(sample, sample + " (the shipped, invented sample)", current);
      return ExitCode.OK;
    }

    private static void print(String name, String shown, String current) {
      System.out.println((name.equals(current) ? "* " : "  ") + shown);
    }
  }

  /** Chooses a version. */
  @Command(
      name = "use",
      description = "Lets another version count, for files that are checked from now on.")
  static final class Use implements Callable<Integer> {

    @Parameters(paramLabel = "VERSION", description = "A name that ./did reference list gives.")
    private String name;

    @Override
    public Integer call() {
      try {
        versions().use(name);
        System.out.println("The reference " + name + " counts from now on.");
        return ExitCode.OK;
      } catch (InvalidSubmissionException refused) {
        System.err.println(refused.getMessage());
        return ExitCode.UNKNOWN;
      }
    }
  }

  /** Shows what can be imported. */
  @Command(
      name = "sample",
      description = "Writes a small invented file of each kind that import takes.")
  static final class Sample implements Callable<Integer> {

    @Parameters(paramLabel = "DIR", description = "A new or empty folder.")
    private Path folder;

    @Override
    public Integer call() throws IOException {
      try {
        PublishedSample.copyTo(folder);
        System.out.println("Written to " + folder + ".");
        return ExitCode.OK;
      } catch (FileAlreadyExistsException taken) {
        throw new LaunchProblem(
            taken.getFile() + " exists already. Give a new or empty folder.", taken);
      }
    }
  }
}
