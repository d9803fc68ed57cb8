package io.github.feedwright.content.markdown.block;

import com.vladsch.flexmark.ast.IndentedCodeBlock;
import com.vladsch.flexmark.html.HtmlRenderer;
import com.vladsch.flexmark.html.HtmlWriter;
import com.vladsch.flexmark.html.renderer.DelegatingNodeRendererFactory;
import com.vladsch.flexmark.html.renderer.NodeRenderer;
import com.vladsch.flexmark.html.renderer.NodeRendererContext;
import com.vladsch.flexmark.html.renderer.NodeRenderingHandler;
import com.vladsch.flexmark.util.data.DataHolder;
import com.vladsch.flexmark.util.data.MutableDataHolder;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The line of Python-Markdown's codehilite that names the language of an indented block of code and
 * is not part of it: {@code :::python} or {@code #!python}. A whole {@code #!/bin/sh} is code.
 */
public final class LanguageLine implements HtmlRenderer.HtmlRendererExtension {
  private static final Pattern LINE =
      Pattern.compile(
          "\\A(?:::+|#!)(?!(?:/\\w{0,100}){0,20}[/ ])(?<language>[\\w#.+-]{0,100})[^\\n]*(?:\\n|\\z)");

  private final boolean isKnown;

  /**
   * The extension.
   *
   * @param isKnown whether the generator has such lines
   */
  public LanguageLine(boolean isKnown) {
    this.isKnown = isKnown;
  }

  @Override
  public void rendererOptions(MutableDataHolder options) {}

  @Override
  public void extend(HtmlRenderer.Builder builder, String type) {
    if (isKnown) {
      builder.nodeRendererFactory(new Factory());
    }
  }

  /** Leaves code without such a line to the usual renderer. */
  private static final class Factory implements DelegatingNodeRendererFactory {
    @Override
    public NodeRenderer apply(DataHolder options) {
      return () -> Set.of(new NodeRenderingHandler<>(IndentedCodeBlock.class, LanguageLine::write));
    }

    @Override
    public @Nullable Set<Class<?>> getDelegates() {
      return null;
    }
  }

  private static void write(IndentedCodeBlock code, NodeRendererContext context, HtmlWriter html) {
    String text = code.getContentChars().normalizeEndWithEOL();
    Matcher line = LINE.matcher(text);
    if (!line.lookingAt()) {
      context.delegateRender();
      return;
    }
    String language = line.group("language").toLowerCase(Locale.ROOT);
    html.line().tag("pre").openPre();
    if (language.isEmpty()) {
      html.tag("code");
    } else {
      html.attr("class", "language-" + language).withAttr().tag("code");
    }
    html.text(text.substring(line.end())).tag("/code").tag("/pre").closePre().line();
  }
}
