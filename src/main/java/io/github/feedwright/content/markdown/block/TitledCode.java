package io.github.feedwright.content.markdown.block;

import com.vladsch.flexmark.ast.FencedCodeBlock;
import com.vladsch.flexmark.html.HtmlRenderer;
import com.vladsch.flexmark.html.HtmlWriter;
import com.vladsch.flexmark.html.renderer.DelegatingNodeRendererFactory;
import com.vladsch.flexmark.html.renderer.NodeRenderer;
import com.vladsch.flexmark.html.renderer.NodeRendererContext;
import com.vladsch.flexmark.html.renderer.NodeRenderingHandler;
import com.vladsch.flexmark.util.data.DataHolder;
import com.vladsch.flexmark.util.data.MutableDataHolder;
import io.github.feedwright.generator.rule.MarkdownAdditions.CodeTitles;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Shows the title of a block of code as the caption of a figure, where a generator shows it. */
public final class TitledCode implements HtmlRenderer.HtmlRendererExtension {
  /** Hexo's options of blocks of code, which may stand anywhere after the language. */
  public static final String OPTIONS =
      "(?:line_number|line_threshold|first_line|wrap|mark|language_attr|highlight):\\S+";

  private static final Pattern REMOVED = Pattern.compile("\\s(?:" + OPTIONS + ")|=.*");
  private static final Pattern AFTER_LANGUAGE =
      Pattern.compile(
          "\\S+\\s+(?<title>\\S.*?)(?:\\s+(?<address>https?://\\S+|/\\S+)\\s*(?<text>.*))?");
  private static final Pattern OPTION =
      Pattern.compile("\\btitle=(?<quote>[\"'])(?<title>.*?)\\k<quote>");

  private final CodeTitles titles;

  public TitledCode(CodeTitles titles) {
    this.titles = titles;
  }

  @Override
  public void rendererOptions(MutableDataHolder options) {}

  @Override
  public void extend(HtmlRenderer.Builder builder, String type) {
    if (titles == CodeTitles.AFTER_LANGUAGE || titles == CodeTitles.OPTION) {
      builder.nodeRendererFactory(new Factory());
    }
  }

  /** Leaves the code itself to the usual renderer. */
  private final class Factory implements DelegatingNodeRendererFactory {
    @Override
    public NodeRenderer apply(DataHolder options) {
      return () ->
          Set.of(new NodeRenderingHandler<>(FencedCodeBlock.class, TitledCode.this::write));
    }

    @Override
    public @Nullable Set<Class<?>> getDelegates() {
      return null;
    }
  }

  private void write(FencedCodeBlock code, NodeRendererContext context, HtmlWriter html) {
    Matcher title = title(code.getInfo().unescape());
    if (title == null) {
      context.delegateRender();
      return;
    }
    html.tagLine("figure", () -> figure(title, context, html));
  }

  private void figure(Matcher title, NodeRendererContext context, HtmlWriter html) {
    html.tag("figcaption").text(title.group("title"));
    String address = titles == CodeTitles.AFTER_LANGUAGE ? title.group("address") : null;
    if (address != null) {
      String text = title.group("text");
      html.text(" ").attr("href", address).withAttr().tag("a");
      html.text(text.isEmpty() ? "link" : text).tag("/a");
    }
    html.tag("/figcaption").line();
    context.delegateRender();
  }

  private @Nullable Matcher title(String info) {
    boolean isOption = titles == CodeTitles.OPTION;
    Matcher title =
        isOption
            ? OPTION.matcher(info)
            : AFTER_LANGUAGE.matcher(REMOVED.matcher(info).replaceAll("").strip());
    return (isOption ? title.find() : title.matches()) && !title.group("title").isBlank()
        ? title
        : null;
  }
}
