package io.github.feedwright.content.markdown;

import com.vladsch.flexmark.parser.block.BlockStart;
import com.vladsch.flexmark.parser.block.MatchedBlockParser;
import com.vladsch.flexmark.parser.block.ParserState;
import com.vladsch.flexmark.parser.core.ParagraphParser;
import com.vladsch.flexmark.util.ast.BlockContent;
import com.vladsch.flexmark.util.sequence.BasedSequence;
import io.github.feedwright.content.limit.CountedText;
import io.github.feedwright.content.markdown.block.BlockStarts;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Lets a table begin right below a line of text, as on GitHub: the parser of tables looks for them
 * only at the beginning of a paragraph.
 */
final class TableStarts extends BlockStarts {
  private static final int CODE_INDENT = 4;

  private static final Pattern DELIMITER = Pattern.compile("\\s*:?-+:?\\s*");

  @Override
  protected @Nullable BlockStart tryStart(ParserState state, MatchedBlockParser matched) {
    BlockContent above = matched.getBlockParser().getBlockContent();
    BasedSequence line = state.getLine();
    boolean mayStart =
        matched.getBlockParser().isParagraphParser()
            && state.getIndent() < CODE_INDENT
            && line.indexOf('|') >= 0
            && above != null
            && above.getLineCount() > 0;
    return mayStart
            && isHeader(line.subSequence(state.getNextNonSpaceIndex()), following(line))
            && !isTable(above.getLines())
        ? BlockStart.of(new ParagraphParser()).atIndex(state.getNextNonSpaceIndex())
        : BlockStart.none();
  }

  /** Whether the lines of a paragraph are a table. */
  static boolean isTable(List<BasedSequence> lines) {
    return lines.size() > 1 && isHeader(lines.get(0), lines.get(1));
  }

  private static boolean isHeader(BasedSequence line, BasedSequence following) {
    if (following.indexOf('|') < 0) {
      return false;
    }
    if (line.getBase() instanceof CountedText text) {
      text.budget().spend(line.length() + following.length());
    }
    List<String> delimiters = cells(following.toString());
    return delimiters.stream().allMatch(each -> DELIMITER.matcher(each).matches())
        && delimiters.size() == cells(line.toString()).size();
  }

  /** What stands between the bars of a row. */
  private static List<String> cells(String line) {
    String row = line.strip();
    int start = row.startsWith("|") ? 1 : 0;
    boolean endsInBar = row.endsWith("|") && !row.endsWith("\\|") && row.length() > start;
    return List.of(
        row.substring(start, row.length() - (endsInBar ? 1 : 0)).split("(?<!\\\\)\\|", -1));
  }

  /** The line after one, without the marks of the quotes and items around. */
  private static BasedSequence following(BasedSequence line) {
    BasedSequence text = line.getBaseSequence();
    int start = line.getEndOffset();
    // The line may have its end with it, or not.
    boolean ends = start > 0 && text.charAt(start - 1) == '\n';
    start += ends || start == text.length() || text.charAt(start) != '\n' ? 0 : 1;
    while (start < text.length() && " \t>".indexOf(text.charAt(start)) >= 0) {
      start++;
    }
    if (start == text.length() || "|:-".indexOf(text.charAt(start)) < 0) {
      return BasedSequence.NULL;
    }
    int end = text.indexOf('\n', start);
    return text.subSequence(start, end < 0 ? text.length() : end);
  }
}
