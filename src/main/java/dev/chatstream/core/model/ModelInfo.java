package dev.chatstream.core.model;

import java.util.Set;

/// A model that a server has.
///
/// @param name as the server calls it, with its tag
/// @param diskBytes its size on disk; 0 when unknown
/// @param parameters how many; 0 when unknown
/// @param parameterLabel the server's own words for it, such as `8.2B`; empty when unknown
/// @param quantization such as `Q4_K_M`; empty when unknown
/// @param family such as `llama`; empty when unknown
/// @param capabilities such as `completion`, `embedding`, `thinking`; empty with older servers
/// @param contextLength the longest window in tokens; 0 when unknown
public record ModelInfo(
    String name,
    long diskBytes,
    long parameters,
    String parameterLabel,
    String quantization,
    String family,
    Set<String> capabilities,
    int contextLength) {

  /// This model as the server listed it, with what only its details tell.
  public ModelInfo with(ModelInfo details) {
    return new ModelInfo(
        name,
        diskBytes,
        parameters,
        parameterLabel,
        quantization,
        family,
        capabilities.isEmpty() ? details.capabilities : capabilities,
        details.contextLength);
  }

  /// Copies the set, so that it never changes.
  public ModelInfo {
    capabilities = Set.copyOf(capabilities);
  }
}
