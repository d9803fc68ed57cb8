package io.github.feedwright.content.template;

import io.github.feedwright.content.source.BodyText;
import io.github.feedwright.content.source.ContentProblems;
import io.github.feedwright.text.Quoted;
import io.github.feedwright.text.comment.Tag;
import io.github.feedwright.text.comment.TagScanner;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Shows of {@code if}, {@code unless} and {@code case} only the branch whose condition holds.
 *
 * <p>Threads: only the one that renders the post, such as {@code render}.
 */
public final class Branches {
  /** In characters: so much text is missed. */
  private static final int MUCH = 500;

  private static final Set<String> ELSE = Set.of("else", "elsif", "elif", "elseif", "when");

  private static final Set<String> BRANCHING = Set.of("if", "unless", "case");

  /** What else may hold an {@code else}. */
  private static final Set<String> OTHERS =
      Set.of("for", "tablerow", "ifchanged", "ifAsync", "asyncEach", "asyncAll");

  private final String text;
  private final Conditions conditions;
  private final ContentProblems problems;

  /** The tags of a block, from the first to that which ends it, by the index of the first. */
  private final Map<Integer, List<Tag>> blocks;

  /** Where the text goes on after a branch that is shown, by the index of the tag behind it. */
  private final Map<Integer, Integer> ends = new HashMap<>();

  /**
   * Starts with a text.
   *
   * @param from where to start
   */
  public Branches(BodyText body, int from, Conditions conditions, ContentProblems problems) {
    this.text = body.text();
    this.conditions = conditions;
    this.problems = problems;
    boolean hasAny = BRANCHING.stream().anyMatch(each -> text.contains("end" + each));
    this.blocks = hasAny ? blocks(body, from) : Map.of();
  }

  /** The same for what remains of the text after some of it is gone. */
  public Branches moved(BodyText body, int from, int gone) {
    Branches moved = new Branches(body, from, conditions, problems);
    ends.forEach((tag, end) -> moved.ends.put(tag - gone, end - gone));
    return moved;
  }

  private static Map<Integer, List<Tag>> blocks(BodyText body, int from) {
    Map<Integer, List<Tag>> blocks = new HashMap<>();
    Deque<List<Tag>> open = new ArrayDeque<>();
    Map<String, Integer> count = new HashMap<>();
    TagScanner scanner = new TagScanner(body.text());
    Tag tag = scanner.next(from);
    while (tag != null) {
      Tag end = tag.isLiteral() ? scanner.end(tag) : null;
      if (tag.isLiquidTag() && !body.code().holds(tag.start())) {
        add(tag, open, count, blocks);
      }
      tag = scanner.next(end == null ? tag.end() : end.end());
    }
    return blocks;
  }

  private static void add(
      Tag tag, Deque<List<Tag>> open, Map<String, Integer> count, Map<Integer, List<Tag>> blocks) {
    if (BRANCHING.contains(tag.name()) || OTHERS.contains(tag.name())) {
      open.push(new ArrayList<>(List.of(tag)));
      count.merge(tag.name(), 1, Integer::sum);
    } else if (ELSE.contains(tag.name()) && !open.isEmpty()) {
      open.peek().add(tag);
    } else if (tag.name().startsWith("end")) {
      String name = tag.name().substring("end".length());
      boolean isOpen = count.getOrDefault(name, 0) > 0;
      while (isOpen) {
        List<Tag> tags = open.pop();
        Tag first = tags.get(0);
        count.merge(first.name(), -1, Integer::sum);
        isOpen = !first.is(name);
        if (!isOpen && BRANCHING.contains(first.name())) {
          tags.add(tag);
          blocks.put(first.start(), tags);
        }
      }
    }
  }

  /**
   * Where the text goes on: after the tag that begins the branch that is shown, or after the whole
   * block; -1 if the tag neither begins nor ends a branch.
   *
   * @param isRun whether a branch may begin here
   * @param comment the end of the comment that the tag is in, or -1: nobody sees a block inside
   * @param index the index of the tag in the body that its author wrote
   */
  public int after(Tag tag, boolean isRun, int comment, int index) {
    Integer end = ends.remove(tag.start());
    List<Tag> tags = isRun ? blocks.get(tag.start()) : null;
    boolean isSeen = tags != null && tags.get(tags.size() - 1).end() > comment;
    return end != null ? end : tags == null || !isSeen ? -1 : choose(tags, index);
  }

  private int choose(List<Tag> tags, int index) {
    int last = tags.size() - 1;
    Tag first = tags.get(0);
    boolean isCase = first.is("case");
    boolean isKnown = true;
    boolean isElse = true;
    List<Integer> shown = new ArrayList<>();
    // Liquid shows every branch of a case that holds, and each else before the first of them.
    for (int each = isCase ? 1 : 0; each < last && (isCase || shown.isEmpty()); each++) {
      Tag tag = tags.get(each);
      Conditions.Truth truth =
          isCase && tag.is("when")
              ? conditions.ofCase(first.rest(), tag.rest())
              // Liquid reads nothing behind an else, so its "else if" always holds.
              : conditions.of(tag.is("else") ? String.valueOf(isElse) : tag.rest());
      isKnown &= truth.isKnown();
      if (truth.holds() != tag.is("unless")) {
        shown.add(each);
        isElse &= !tag.is("when");
      }
    }
    if (!isKnown) {
      report(tags, shown, index);
    }
    int next = tags.get(last).end();
    for (int each = shown.size() - 1; each >= 0; each--) {
      ends.put(tags.get(shown.get(each) + 1).start(), next);
      next = tags.get(shown.get(each)).end();
    }
    return next;
  }

  private void report(List<Tag> tags, List<Integer> shown, int index) {
    StringBuilder gone = new StringBuilder();
    for (int each = 0; each < tags.size() - 1; each++) {
      if (!shown.contains(each)) {
        gone.append(text.substring(tags.get(each).end(), tags.get(each + 1).start()).strip());
      }
    }
    Tag first = tags.get(0);
    String message =
        Quoted.of(text.substring(first.start(), first.end()))
            + " asks for what is not known here, which is taken as false";
    if (gone.length() <= MUCH) {
      problems.noteTag(index, message);
    } else {
      problems.ofTag(
          index,
          message
              + "; "
              + gone.length()
              + " characters are left out, which begin "
              + Quoted.of(gone.toString())
              + "; write out what is to be shown");
    }
  }
}
