package io.github.feedwright.feed;

import io.github.feedwright.content.Content;
import io.github.feedwright.content.ContentRenderer;
import io.github.feedwright.content.PostTitle;
import io.github.feedwright.content.url.Reference;
import io.github.feedwright.library.Library;
import io.github.feedwright.library.SpelledTerm;
import io.github.feedwright.library.Targets;
import io.github.feedwright.library.Taxonomy;
import io.github.feedwright.library.file.Attachment;
import io.github.feedwright.post.Post;
import io.github.feedwright.post.author.Authors;
import io.github.feedwright.post.reading.ParsedPost;
import io.github.feedwright.post.reading.PostParser;
import io.github.feedwright.problem.Kind;
import io.github.feedwright.problem.Level;
import io.github.feedwright.problem.Problem;
import io.github.feedwright.settings.Person;
import io.github.feedwright.settings.Settings;
import io.github.feedwright.settings.scope.Note;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The configured notes, rendered and cleaned once as posts are, and added to posts. */
public final class Notes {
  /** Stands before a note's text, so that it is read as a post. */
  private static final String FRONT_MATTER = "---\ntitle: Note\ndate: 2000-01-01\n---\n";

  private static final int LINES_BEFORE = 4;
  private static final String RULE = "<hr>\n";

  private final Links links;
  private final EntryAuthors authors;
  private final List<Ready> ready = new ArrayList<>();
  private final List<Problem> problems = new ArrayList<>();

  private record Ready(Note note, NoteTemplate template, Set<Reference> uses) {}

  /** The notes of this configuration. */
  public Notes(Settings settings) {
    this.links = new Links(settings);
    this.authors = EntryAuthors.of(settings.site());
    for (Note note : settings.notes()) {
      Content content = render(settings, note);
      ready.add(new Ready(note, NoteTemplate.of(content.html()), content.uses()));
      problems.addAll(NotePlaceholders.problems(note));
      content.problems().forEach(each -> problems.add(at(note, each)));
    }
  }

  private static Content render(Settings settings, Note note) {
    String text = FRONT_MATTER + NoteTemplate.marked(note.text());
    ParsedPost parsed =
        new PostParser(settings, Authors.none())
            .parse("note.md", text.getBytes(StandardCharsets.UTF_8));
    if (parsed instanceof ParsedPost.Understood understood) {
      String address = settings.site().url().toString();
      NoteTargets targets = new NoteTargets(settings.posts());
      return new ContentRenderer(settings).render(understood.post(), address, targets, () -> false);
    }
    List<Problem> refused =
        parsed instanceof ParsedPost.Refused refusal ? refusal.problems() : List.of();
    return new Content("", null, "", null, List.of(), Set.of(), refused);
  }

  /** What would be a note in one post is a warning here: it concerns every post. */
  private static Problem at(Note note, Problem problem) {
    int line = note.line() + Math.max(0, problem.line() - LINES_BEFORE - 1);
    Level level = problem.level() == Level.NOTE ? Level.WARNING : problem.level();
    return new Problem(note.file(), line, level, problem.kind(), "notes: " + problem.message());
  }

  /** What was removed from notes or not understood in them, and what they link to in vain. */
  public List<Problem> problems(Targets files) {
    List<Problem> all = new ArrayList<>(problems);
    for (Ready each : ready) {
      for (Reference use : each.uses()) {
        if (use instanceof Reference.FileLink link
            && link.attachment() != null
            && !NoteTemplate.isMarked(link.path())
            && !isServed(files.file(link.path()))) {
          all.add(missing(each.note(), link.path()));
        }
      }
    }
    return all;
  }

  private static boolean isServed(@Nullable Attachment file) {
    return file != null && file.isServed();
  }

  private static Problem missing(Note note, String path) {
    String message =
        "notes: \"%s\" leads nowhere: there is no such file in the posts directory that is served;"
            + " add it, or fix the path";
    return Problem.warning(note.file(), note.line(), Kind.CONTENT, message.formatted(path));
  }

  /**
   * The HTML of a whole post with the notes that are for it.
   *
   * @param in what shows the post
   */
  public String with(String html, Library library, Post post, Content content, Note.In in) {
    if (ready.isEmpty() || !post.syndication().withNotes()) {
      return html;
    }
    Set<String> terms =
        library.terms(post).stream().map(each -> each.term().name()).collect(Collectors.toSet());
    List<String> before = new ArrayList<>();
    List<String> after = new ArrayList<>();
    for (Ready each : ready) {
      if (each.note().in().contains(in) && each.note().posts().holds(terms)) {
        String text = each.template().filled(values(library, post, content));
        (each.note().place() == Note.Place.START ? before : after).add(text);
      }
    }
    String head = before.isEmpty() ? "" : String.join("", before) + RULE;
    String foot = after.isEmpty() ? "" : "\n" + RULE + String.join("", after);
    return head + (foot.isEmpty() ? html : html.stripTrailing()) + foot;
  }

  private Map<String, String> values(Library library, Post post, Content content) {
    String summary = content.summary();
    return Map.of(
        "title",
        PostTitle.orFirstWords(PostTitle.of(post, summary), summary),
        "url",
        links.page(library, post),
        "date",
        post.dates().published().toLocalDate().toString(),
        "author",
        authors.of(post).stream().map(Person::name).collect(Collectors.joining(", ")),
        "category",
        library.terms(post).stream()
            .filter(each -> each.term().taxonomy() == Taxonomy.CATEGORY)
            .findFirst()
            .map(SpelledTerm::spelling)
            .orElse(""));
  }
}
