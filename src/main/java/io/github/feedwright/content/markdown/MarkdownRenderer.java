package io.github.feedwright.content.markdown;

import com.vladsch.flexmark.ast.Code;
import com.vladsch.flexmark.ast.FencedCodeBlock;
import com.vladsch.flexmark.ast.IndentedCodeBlock;
import com.vladsch.flexmark.ext.footnotes.FootnoteExtension;
import com.vladsch.flexmark.ext.gfm.tasklist.TaskListExtension;
import com.vladsch.flexmark.ext.tables.TablesExtension;
import com.vladsch.flexmark.html.HtmlRenderer;
import com.vladsch.flexmark.parser.Parser;
import com.vladsch.flexmark.util.ast.Node;
import com.vladsch.flexmark.util.data.DataHolder;
import com.vladsch.flexmark.util.data.MutableDataSet;
import com.vladsch.flexmark.util.misc.Extension;
import com.vladsch.flexmark.util.sequence.BasedSequence;
import io.github.feedwright.content.limit.Budget;
import io.github.feedwright.content.limit.CappedOutput;
import io.github.feedwright.content.limit.CountedText;
import io.github.feedwright.content.limit.TooCostly;
import io.github.feedwright.content.markdown.block.Admonitions;
import io.github.feedwright.content.markdown.block.FenceAttributes;
import io.github.feedwright.content.markdown.block.LanguageLine;
import io.github.feedwright.content.markdown.block.MarkdownElements;
import io.github.feedwright.content.markdown.block.TitledCode;
import io.github.feedwright.generator.rule.MarkdownAdditions;
import io.github.feedwright.generator.rule.MarkdownAdditions.CodeTitles;
import io.github.feedwright.settings.LimitSettings;
import java.util.ArrayList;
import java.util.List;

/** Renders GitHub's Markdown, and what other generators add, to HTML that is not yet clean. */
public final class MarkdownRenderer {
  /** The cost of rendering and cleaning a node, in characters read. */
  private static final int PER_NODE = 200;

  private final LimitSettings limits;
  private final Parser parser;
  private final HtmlRenderer renderer;

  /** A renderer with what a generator adds. */
  public MarkdownRenderer(LimitSettings limits, MarkdownAdditions additions) {
    this.limits = limits;
    DataHolder options = options(extensions(limits, additions));
    parser = Parser.builder(options).customInlineParserFactory(CommonMarkInlines::new).build();
    renderer = HtmlRenderer.builder(options).build();
  }

  private static List<Extension> extensions(LimitSettings limits, MarkdownAdditions additions) {
    List<Extension> extensions =
        new ArrayList<>(
            List.of(
                TablesExtension.create(),
                TaskListExtension.create(),
                FootnoteExtension.create(),
                new Definitions(),
                new Headings(),
                new Admonitions(),
                new FenceAttributes(),
                new TitledCode(additions.codeTitles()),
                new LanguageLine(additions.codeTitles() == CodeTitles.LANGUAGE_LINE),
                new MarkdownElements(),
                new LiteralAddresses(),
                new BoundedDelimiters(additions.eastAsianEmphasis()),
                new BoundedDepth(limits),
                new BoundedDefinitions(),
                new BoundedLinks(),
                new CodeSpans(),
                new ImageText(),
                new TableStarts()));
    if (additions.emoji()) {
      extensions.add(new EmojiNames());
    }
    return extensions;
  }

  private static DataHolder options(List<Extension> extensions) {
    return new MutableDataSet()
        .set(Parser.EXTENSIONS, extensions)
        .set(Parser.ASTERISK_DELIMITER_PROCESSOR, false)
        .set(Parser.UNDERSCORE_DELIMITER_PROCESSOR, false)
        // Zola puts its options after the language.
        .set(HtmlRenderer.FENCED_CODE_LANGUAGE_DELIMITERS, " ,")
        .set(TablesExtension.MIN_SEPARATOR_DASHES, 1)
        .set(TablesExtension.MIN_HEADER_ROWS, 1)
        .set(TablesExtension.MAX_HEADER_ROWS, 1)
        .set(TablesExtension.COLUMN_SPANS, false)
        .set(TablesExtension.APPEND_MISSING_COLUMNS, true)
        .set(TablesExtension.DISCARD_EXTRA_COLUMNS, true)
        .set(TablesExtension.HEADER_SEPARATOR_COLUMN_MATCH, true)
        .set(HtmlRenderer.RENDER_HEADER_ID, true)
        // ContentCleaner removes them and reports them.
        .set(HtmlRenderer.SUPPRESSED_LINKS, "(?!)")
        // It belongs to an unused extension, and makes many footnotes quadratic.
        .set(HtmlRenderer.EMBEDDED_ATTRIBUTE_PROVIDER, false)
        .set(HtmlRenderer.HEADER_ID_GENERATOR_NO_DUPED_DASHES, true)
        .set(HtmlRenderer.HEADER_ID_GENERATOR_NON_ASCII_TO_LOWERCASE, true)
        .toImmutable();
  }

  /**
   * The text as HTML.
   *
   * @throws TooCostly if the text needs more than its budget or the limits
   */
  public String render(String markdown, Budget budget) {
    CappedOutput html = new CappedOutput(limits.html());
    renderer.render(parse(markdown, budget), html);
    return html.toString();
  }

  /**
   * The ranges of the text that are code.
   *
   * @throws TooCostly if the text needs more than its budget
   */
  public List<TextRange> code(String markdown, Budget budget) {
    List<TextRange> found = new ArrayList<>();
    for (Node node : parse(markdown, budget).getDescendants()) {
      if (node instanceof FencedCodeBlock
          || node instanceof IndentedCodeBlock
          || node instanceof Code) {
        found.add(new TextRange(node.getStartOffset(), node.getEndOffset()));
      }
    }
    return found;
  }

  private Node parse(String markdown, Budget budget) {
    Nesting.check(markdown, limits.nesting());
    LineLimit.check(markdown, limits.lines());
    Node document = parser.parse(BasedSequence.of(new CountedText(markdown, budget)));
    for (Node unused : document.getDescendants()) {
      budget.spend(PER_NODE);
    }
    return document;
  }
}
