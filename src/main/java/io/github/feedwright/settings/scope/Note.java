package io.github.feedwright.settings.scope;

import io.github.feedwright.settings.value.Forms;
import io.github.feedwright.settings.value.Section;
import io.github.feedwright.settings.value.SettingsProblems;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A text that is added to posts.
 *
 * @param text Markdown with placeholders such as {@code {title}}
 * @param posts the posts that it is added to
 * @param place where in a post
 * @param in what shows it
 * @param file the file that configures it
 * @param line the line there where the text begins
 */
public record Note(String text, Selection posts, Place place, Set<In> in, String file, int line) {
  public Note {
    in = Set.copyOf(in);
  }

  /** Where a note is in a post. */
  public enum Place {
    /** Before the text. */
    START,
    /** After the text. */
    END
  }

  /** What shows a note. */
  public enum In {
    /** Entries that contain the whole post. */
    FEEDS,
    /** The pages of posts. */
    PAGES
  }

  /** Reads {@code notes}. */
  public static List<Note> read(Section root, SettingsProblems problems) {
    List<Note> notes = new ArrayList<>();
    for (Section section : root.sections("notes")) {
      String text = section.required("text", Forms.MARKDOWN);
      Selection posts =
          new Selection(
              List.of(), Selection.someTerms(section, "to"), Selection.terms(section, "not"));
      Place place = section.value("place", Place.END, Forms.constantOf(Place.class));
      List<In> in = section.some("in", List.of(In.FEEDS), Forms.constantOf(In.class));
      if (text != null) {
        int line = section.textLine("text");
        notes.add(new Note(text, posts, place, Set.copyOf(in), problems.file(), line));
      }
    }
    return notes;
  }
}
