package org.didaccess.launcher.demo;

import com.exceptionfactory.jagged.framework.stream.StandardDecryptingChannelFactory;
import com.exceptionfactory.jagged.x25519.X25519RecipientStanzaReaderFactory;
import com.github.luben.zstd.ZstdInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.bouncycastle.openpgp.PGPException;
import org.bouncycastle.openpgp.api.bc.BcOpenPGPApi;

/** A package as its recipient unpacks it, by the libraries and none of the product's classes. */
record OpenedPackage(Map<String, byte[]> files) {

  static OpenedPackage of(Path encrypted, String identity) throws IOException {
    Map<String, byte[]> files = new TreeMap<>();
    try (InputStream plain = decrypted(encrypted, identity);
        TarArchiveInputStream tar = new TarArchiveInputStream(plain)) {
      for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        files.put(entry.getName(), tar.readAllBytes());
      }
    }
    return new OpenedPackage(files);
  }

  private static InputStream decrypted(Path encrypted, String identity) throws IOException {
    try {
      if (identity.startsWith("-----BEGIN PGP")) {
        BcOpenPGPApi openPgp = new BcOpenPGPApi();
        return openPgp
            .decryptAndOrVerifyMessage()
            .addDecryptionKey(openPgp.readKeyOrCertificate().parseKey(identity))
            .process(Files.newInputStream(encrypted));
      }
      return Channels.newInputStream(
          new StandardDecryptingChannelFactory()
              .newDecryptingChannel(
                  Files.newByteChannel(encrypted),
                  List.of(X25519RecipientStanzaReaderFactory.newRecipientStanzaReader(identity))));
    } catch (GeneralSecurityException | PGPException wrong) {
      throw new IOException("The package is for another key.", wrong);
    }
  }

  /** Names of the data files. */
  List<String> dataFiles() {
    return files.keySet().stream().filter(name -> name.endsWith(".csv.zst")).toList();
  }

  /** The data's lines, without headers. */
  List<String> rows() throws IOException {
    StringBuilder text = new StringBuilder();
    for (String name : dataFiles()) {
      try (InputStream csv = new ZstdInputStream(new ByteArrayInputStream(files.get(name)))) {
        String content = new String(csv.readAllBytes(), StandardCharsets.UTF_8);
        text.append(content, content.indexOf('\n') + 1, content.length());
      }
    }
    return text.toString().lines().toList();
  }

  /** A text file of the package, by the end of its name. */
  String text(String end) {
    return files.entrySet().stream()
        .filter(file -> file.getKey().endsWith(end))
        .map(file -> new String(file.getValue(), StandardCharsets.UTF_8))
        .findFirst()
        .orElseThrow();
  }
}
