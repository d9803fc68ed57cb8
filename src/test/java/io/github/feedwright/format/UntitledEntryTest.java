package io.github.feedwright.format;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.feedwright.feed.Entry;
import org.junit.jupiter.api.Test;

/** A note without a title has none where the format allows it, else its first words. */
final class UntitledEntryTest {
  private static final String LONG =
      "It has rained for a week, and the river below the workshop is higher than it ever was.";

  private static Entry note(String summary) {
    return Sample.entry("note", null).summary(summary).html("<p>" + summary + "</p>").build();
  }

  @Test
  void anItemOfRssHasOnlyADescription() {
    String item = new RssFormat().entry(note("It rains.")).toString();
    assertThat(item).doesNotContain("<title>").contains("<description>It rains.</description>");
  }

  @Test
  void anItemOfJsonFeedHasOnlyItsContent() {
    assertThat(new JsonFeedFormat().entry(note("It rains.")).toString())
        .doesNotContain("\"title\"")
        .contains("It rains.");
  }

  @Test
  void anEntryOfAtomIsCalledByItsFirstWords() {
    assertThat(new AtomFormat().entry(note(LONG)).toString())
        .contains(
            "<title type=\"text\">It has rained for a week, and the river below the workshop…</title>",
            "<summary type=\"text\">" + LONG + "</summary>");
  }

  /** RFC 4287, section 4.2.13. */
  @Test
  void anEntryOfAtomDoesNotSayItsTitleTwice() {
    assertThat(new AtomFormat().entry(note("It rains.")).toString())
        .contains("<title type=\"text\">It rains.</title>")
        .doesNotContain("<summary");
  }

  @Test
  void anEntryOfAtomWithoutContentStillHasASummary() {
    Entry entry = Sample.entry("note", null).summary("It rains.").html(null).build();
    assertThat(new AtomFormat().entry(entry).toString())
        .contains(
            "<title type=\"text\">It rains.</title>", "<summary type=\"text\">It rains.</summary>");
  }
}
