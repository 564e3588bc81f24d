package dev.chatstream.engine.server;

import java.util.List;

/// Which chat templates the library knows by itself, by the marks it looks for (llama.cpp's llama-chat.cpp). For others
/// it must run the template's own Jinja program; without a template it uses ChatML.
final class NativeTemplates {
  private static final List<String> MARKS = List.of("<|im_start|>", "[INST]", "<|start_header_id|>", "<start_of_turn>",
      "<|user|>", "<|start_of_role|>");

  private NativeTemplates() {}

  static boolean know(String template) {
    return template.isEmpty() || MARKS.stream().anyMatch(template::contains);
  }
}
