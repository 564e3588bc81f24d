package dev.chatstream.model;

import dev.chatstream.core.failure.ModelError;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.Collection;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/// Whom an encrypted connection trusts: the certificates of one file, and nobody else.
public final class Trust {

  private Trust() {}

  /// Trusts who is vouched for by one of the certificates in this file.
  ///
  /// @param file in PEM or DER
  /// @throws ModelException with a [ModelError.BadAddress] that says what is wrong with the file
  public static SSLContext of(Path file) throws ModelException {
    try (InputStream in = Files.newInputStream(file)) {
      Collection<? extends Certificate> known = CertificateFactory.getInstance("X.509").generateCertificates(in);
      if (known.isEmpty()) {
        throw bad(file, "holds no certificate", null);
      }
      KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
      store.load(null, null);
      for (Certificate certificate : known) {
        store.setCertificateEntry("ca-" + store.size(), certificate);
      }
      TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      trust.init(store);
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, trust.getTrustManagers(), null);
      return context;
    } catch (IOException e) {
      throw bad(file, "can't be read", e);
    } catch (GeneralSecurityException e) {
      throw bad(file, "holds no certificate", e);
    }
  }

  private static ModelException bad(Path file, String reason, Exception cause) {
    ModelError error = new ModelError.BadAddress("The file of certificates " + file, reason);
    return cause == null ? new ModelException(error) : new ModelException(error, cause);
  }
}
