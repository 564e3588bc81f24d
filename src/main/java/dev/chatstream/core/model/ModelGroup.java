package dev.chatstream.core.model;

import java.util.Locale;
import java.util.Set;

/// The groups of the models window, in its order.
public enum ModelGroup {
  SMALL("Small, to 4B"),
  MEDIUM("Medium, to 14B"),
  LARGE("Large"),
  EMBEDDING("Embedding (search only, not for chat)");

  private static final long SMALL_PARAMETERS = 4_000_000_000L;
  private static final long MEDIUM_PARAMETERS = 14_000_000_000L;
  private static final long SMALL_BYTES = 4_000_000_000L;
  private static final long MEDIUM_BYTES = 12_000_000_000L;
  private static final Set<String> EMBEDDING_FAMILIES =
      Set.of("bert", "nomic-bert", "nomic-bert-moe", "xlm-roberta", "jina-bert-v2", "mpnet");

  private final String title;

  ModelGroup(String title) {
    this.title = title;
  }

  /// What stands over the group.
  public String title() {
    return title;
  }

  /// The group of this model: embedding by capability or family, else by parameters, else by size on disk.
  public static ModelGroup of(ModelInfo model) {
    if (isEmbedding(model)) {
      return EMBEDDING;
    }
    if (model.parameters() > 0) {
      return bySize(model.parameters(), SMALL_PARAMETERS, MEDIUM_PARAMETERS);
    }
    return bySize(model.diskBytes(), SMALL_BYTES, MEDIUM_BYTES);
  }

  private static boolean isEmbedding(ModelInfo model) {
    Set<String> capabilities = model.capabilities();
    if (!capabilities.isEmpty()) {
      return capabilities.contains("embedding") && !capabilities.contains("completion");
    }
    return EMBEDDING_FAMILIES.contains(model.family().toLowerCase(Locale.ROOT));
  }

  private static ModelGroup bySize(long size, long small, long medium) {
    if (size <= small) {
      return SMALL;
    }
    return size <= medium ? MEDIUM : LARGE;
  }
}
