package io.github.feedwright.content;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Middleman's embedded Ruby, which is run there and shown as text here: nobody can guess it. */
final class EmbeddedRuby {
  private static final String OPEN = "<%";
  private static final Pattern TAG = Pattern.compile("<%(?s:.{0,1000}?)%>");

  private EmbeddedRuby() {}

  /** Reports every tag that is not code, once what other generators take for code is. */
  static void report(Source body, Findings findings) {
    if (!body.text().contains(OPEN)) {
      return;
    }
    Matcher tag = TAG.matcher(body.text());
    while (!findings.isFull() && tag.find()) {
      if (!body.code().holds(tag.start())) {
        findings.of(
            Pattern.compile(Pattern.quote(tag.group())),
            Findings.quoted(tag.group())
                + " means nothing here and is shown as text: write out what it stands for");
      }
    }
  }
}
