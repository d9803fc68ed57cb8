package io.github.feedwright.content.shortcode;

import io.github.feedwright.content.shortcode.element.CodeBlock;
import io.github.feedwright.content.shortcode.element.ImportedCode;
import io.github.feedwright.content.source.BodyText;
import io.github.feedwright.content.source.CodeShortcodes;

/** Turns WordPress's shortcodes around code into blocks of code. */
public final class CodeShortcodeExpander {
  private CodeShortcodeExpander() {}

  /** A body's text with these shortcodes replaced by blocks of code. */
  public static String expand(BodyText body) {
    StringBuilder out = new StringBuilder();
    String text = body.text();
    int at = 0;
    for (CodeShortcodes.Found each : CodeShortcodes.in(body.counted())) {
      if (!body.code().holds(each.start())) {
        String written = text.substring(each.code(), each.codeEnd());
        String code = ImportedCode.read(written, body.isMarkdown());
        out.append(text, at, each.start())
            .append(new CodeBlock(each.language(), "", code).source(body.isMarkdown(), null));
        at = each.end();
      }
    }
    return at == 0 ? text : out.append(text, at, text.length()).toString();
  }
}
