package org.didaccess.release.bag;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.Signature;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.didaccess.pseudonym.SigningKey;

/** Checks a package offline: every digest, every count, the proof and the signature. */
public final class PackageVerifier {

  private final Optional<PublicKey> signer;
  private final Optional<String> identity;

  /**
   * A verifier.
   *
   * @param signer the signer's public key that the recipient already has
   * @param identity the recipient's age identity, {@code AGE-SECRET-KEY-1…}
   */
  public PackageVerifier(Optional<PublicKey> signer, Optional<String> identity) {
    this.signer = signer;
    this.identity = identity;
  }

  /**
   * Checks a package.
   *
   * @param source an encrypted package, its tar, or the unpacked folder
   * @throws WrongIdentityException when it was encrypted to another key
   * @throws IdentityNeededException when it is encrypted and no identity was given
   * @throws NoSuchFileException when it is not there
   * @throws IOException when one of its files cannot be opened or read, which says nothing of it
   */
  public Verification verify(Path source) throws IOException {
    PackageSource files = new PackageSource(source);
    BagScan scan;
    try {
      scan = BagScan.of(files, identity);
    } catch (WrongIdentityException | IdentityNeededException unopened) {
      files.refuseUnread();
      throw unopened;
    } catch (NotABagException none) {
      files.refuseUnread();
      return unreadable(source, "is no package: it " + none.getMessage());
    } catch (IOException changed) {
      files.refuseUnread();
      return unreadable(source, "was changed or cut short: it cannot be read");
    }
    files.refuseUnread();
    return verdict(scan);
  }

  private Verification verdict(BagScan scan) {
    List<Verification.Finding> findings = new ArrayList<>(scan.findings());
    findings.addAll(new ManifestCheck(scan).findings());
    if (scan.claimsToBeSynthetic()) {
      return synthetic(scan, findings);
    }
    findings.addAll(new ProofCheck(scan).findings());
    Optional<JsonObject> signature = scan.tag(BagNames.SIGNATURE).flatMap(JsonText::read);
    signer.ifPresent(key -> checkSignature(scan, signature, key, findings));
    return new Verification(
        outcome(findings),
        findings,
        stated(scan),
        scan.totalRows(),
        signature.map(json -> json.getString("keyId", "")).orElse(""));
  }

  /** Never verified, whatever it claims and whichever signer is named. */
  private static Verification synthetic(BagScan scan, List<Verification.Finding> findings) {
    return new Verification(
        findings.isEmpty() ? Verification.Outcome.SYNTHETIC : Verification.Outcome.TAMPERED,
        findings,
        StatedRelease.NONE,
        scan.totalRows(),
        "");
  }

  private Verification.Outcome outcome(List<Verification.Finding> findings) {
    if (!findings.isEmpty()) {
      return Verification.Outcome.TAMPERED;
    }
    return signer.isPresent() ? Verification.Outcome.VERIFIED : Verification.Outcome.ORIGIN_UNKNOWN;
  }

  private static void checkSignature(
      BagScan scan,
      Optional<JsonObject> signature,
      PublicKey key,
      List<Verification.Finding> findings) {
    Optional<byte[]> signed = scan.tag(BagNames.TAG_MANIFEST);
    if (signed.isEmpty() || signature.isEmpty()) {
      findings.add(new Verification.Finding(BagNames.SIGNATURE, "is missing or not readable"));
      return;
    }
    if (!SigningKey.keyId(key).equals(signature.get().getString("keyId", ""))) {
      findings.add(
          new Verification.Finding(BagNames.SIGNATURE, "was not made by the signer you named"));
    } else if (!isValid(signature.get().getString("signature", ""), signed.get(), key)) {
      findings.add(
          new Verification.Finding(
              BagNames.SIGNATURE, "does not fit " + BagNames.TAG_MANIFEST + ": one was changed"));
    }
  }

  private static boolean isValid(String signature, byte[] signed, PublicKey key) {
    try {
      Signature check = Signature.getInstance(SigningKey.ALGORITHM);
      check.initVerify(key);
      check.update(signed);
      return check.verify(Base64.getDecoder().decode(signature));
    } catch (GeneralSecurityException | IllegalArgumentException malformed) {
      return false;
    }
  }

  private static StatedRelease stated(BagScan scan) {
    return scan.tag(BagNames.PROOF)
        .flatMap(JsonText::read)
        .map(StatedRelease::in)
        .orElse(StatedRelease.NONE);
  }

  private static Verification unreadable(Path source, String problem) {
    return new Verification(
        Verification.Outcome.TAMPERED,
        List.of(new Verification.Finding(source.getFileName().toString(), problem)),
        StatedRelease.NONE,
        0,
        "");
  }
}
