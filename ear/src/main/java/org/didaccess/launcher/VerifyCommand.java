package org.didaccess.launcher;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.PublicKey;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.didaccess.release.bag.IdentityNeededException;
import org.didaccess.release.bag.PackageVerifier;
import org.didaccess.release.bag.SecretKeys;
import org.didaccess.release.bag.SignerKeys;
import org.didaccess.release.bag.Verification;
import org.didaccess.release.bag.WrongIdentityException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Checks a package without server and database. */
@Command(
    name = "verify",
    description = {
      "Checks a package: every file, every count, the proof and the signature.",
      "Needs neither server nor database."
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:verified",
      "1:tampered, and the files are named; or synthetic: invented rows without a proof",
      "2:intact, origin unknown, as no signer's key was given; or wrong usage",
      "70:the package could not be opened; the message says what to do"
    })
final class VerifyCommand implements Callable<Integer> {

  @Parameters(
      paramLabel = "PACKAGE",
      description = "the encrypted file, its tar, or the unpacked folder")
  private Path source;

  @Option(
      names = "--identity",
      paramLabel = "FILE",
      description =
          "file with your age identity (AGE-SECRET-KEY-1…), or your exported OpenPGP secret key")
  private Path identity;

  @Option(
      names = "--passphrase-file",
      paramLabel = "FILE",
      description = "file whose first line is the passphrase of that secret key")
  private Path passphraseFile;

  @Option(
      names = "--passphrase",
      interactive = true,
      description = "ask for the passphrase of that secret key")
  private char[] passphrase;

  @Option(
      names = "--signer",
      paramLabel = "KEY",
      description =
          "the signer's public key, as a PEM file or its Base64: from the product's public page or"
              + " your agreement")
  private String signer;

  @Option(names = "--json", description = "print one JSON object and nothing else")
  private boolean json;

  @Override
  public Integer call() {
    Verification verification = verify();
    if (json) {
      System.out.println(toJson(verification));
    } else {
      tell(verification, System.out);
    }
    return verification.outcome().exitCode();
  }

  private Verification verify() {
    Optional<PublicKey> key = Optional.ofNullable(signer).map(VerifyCommand::signerKey);
    try {
      return new PackageVerifier(key, readIdentity()).verify(source);
    } catch (NoSuchFileException missing) {
      throw new LaunchProblem("There is no file " + missing.getMessage() + ".", missing);
    } catch (WrongIdentityException | IdentityNeededException unopened) {
      throw new LaunchProblem(unopened.getMessage(), unopened);
    } catch (IOException unreadable) {
      throw new LaunchProblem("The package cannot be read: " + unreadable.getMessage(), unreadable);
    }
  }

  private static PublicKey signerKey(String given) {
    try {
      return SignerKeys.read(given);
    } catch (IOException notAKey) {
      throw new LaunchProblem(notAKey.getMessage(), notAKey);
    }
  }

  /** An identity file as age writes it, with comments and one secret, or an exported secret key. */
  private Optional<String> readIdentity() throws IOException {
    if (identity == null) {
      return Optional.empty();
    }
    String content = readText(identity);
    if (content.stripLeading().startsWith("-----BEGIN PGP PRIVATE KEY BLOCK-----")) {
      return Optional.of(
          SecretKeys.areLocked(content) ? SecretKeys.unlocked(content, passphrase()) : content);
    }
    return content
        .lines()
        .map(String::strip)
        .filter(line -> line.startsWith("AGE-SECRET-KEY-1"))
        .findFirst()
        .or(
            () -> {
              throw new LaunchProblem(
                  "There is neither an age identity (AGE-SECRET-KEY-1…) nor an OpenPGP secret key"
                      + " in "
                      + identity
                      + ".");
            });
  }

  private static String readText(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException unreadable) {
      throw LaunchProblem.unreadable(file, unreadable);
    }
  }

  private char[] passphrase() {
    if (passphraseFile != null) {
      return readText(passphraseFile).lines().findFirst().orElse("").toCharArray();
    }
    if (passphrase == null) {
      throw new LaunchProblem(
          "The secret key has a passphrase: give it with --passphrase, which asks for it, or"
              + " --passphrase-file FILE.");
    }
    return passphrase;
  }

  private static void tell(Verification verification, PrintStream out) {
    switch (verification.outcome()) {
      case VERIFIED ->
          out.println(
              "Verified: intact, and signed by the key "
                  + plain(verification.keyId())
                  + ". Rows: "
                  + verification.rows()
                  + ". "
                  + plain(verification.stated().sentence()));
      case ORIGIN_UNKNOWN ->
          out.println(
              "Intact, origin unknown. Rows: "
                  + verification.rows()
                  + ". Give the signer's public key with --signer to know who made it. It says of"
                  + " itself: "
                  + plain(verification.stated().sentence()));
      case SYNTHETIC ->
          out.println(
              "Synthetic, not verified: this package says that its rows are invented, and has no"
                  + " proof and no signature. It is no release. Rows: "
                  + verification.rows()
                  + ".");
      case TAMPERED -> {
        out.println("Tampered: do not use this package.");
        verification
            .findings()
            .forEach(
                finding ->
                    out.println("  " + plain(finding.file()) + " " + plain(finding.problem())));
      }
    }
  }

  /** A package may be made by anybody: its words do not steer the terminal. */
  private static String plain(String stated) {
    return stated.replaceAll("\\p{Cntrl}", "?");
  }

  private static String toJson(Verification verification) {
    JsonArrayBuilder findings = Json.createArrayBuilder();
    verification
        .findings()
        .forEach(
            finding ->
                findings.add(
                    Json.createObjectBuilder()
                        .add("file", finding.file())
                        .add("problem", finding.problem())));
    return Json.createObjectBuilder()
        .add("outcome", verification.outcome().name().toLowerCase(Locale.ROOT))
        .add("run", verification.stated().run())
        .add("release", verification.stated().release())
        .add("agreement", verification.stated().agreement())
        .add("changesSince", verification.stated().changesSince())
        .add("rows", verification.rows())
        .add("signer", verification.keyId())
        .add("findings", findings)
        .build()
        .toString();
  }
}
