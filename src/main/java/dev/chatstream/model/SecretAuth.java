package dev.chatstream.model;

import io.github.ollama4j.models.request.Auth;

/// The library's credentials, made of our [Secret]: its own class prints the token.
final class SecretAuth extends Auth {

  private final Secret secret;

  SecretAuth(Secret secret) {
    this.secret = secret;
  }

  @Override
  public String getAuthHeaderValue() {
    return secret.authorization();
  }

  @Override
  public String toString() {
    return secret.toString();
  }
}
