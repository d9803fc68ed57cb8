package io.github.feedwright.hostile;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Markdown that makes parsers slow, recurse, or write far more than they read. */
final class MarkdownFamilies {
  private static final List<String> NESTING =
      List.of(
          ">",
          "> ",
          "- ",
          "* ",
          "+ ",
          "1. ",
          "1) ",
          "> - 1. ",
          "- [ ] ",
          "* [x] > ",
          "[",
          "![",
          "[]",
          "(",
          "[a](",
          "![a](",
          "[a](<",
          "[a](b \"",
          "[a](b (",
          "[a][",
          "[[a](b)](",
          "![[]()",
          "[\\\\",
          "]",
          "[a",
          "[^",
          "[^a",
          "[^a](",
          "[a](\\(",
          "![a][b](",
          "[![",
          "![^",
          "a![",
          "[ ](",
          "*[",
          "_[",
          "*![",
          "[[",
          "\\[",
          "`[",
          "\"[",
          "[embed a=",
          "[youtube http://a");

  private static final List<String> EMPHASIS =
      List.of(
          "*",
          "_",
          "~",
          "**",
          "*a ",
          "_a ",
          "__a ",
          "~~a ",
          "a*",
          "a_",
          "***a",
          "*a_ ",
          "_a __b ",
          "*a **a ",
          "**a *a",
          "*~~_",
          "*a **b ***c ",
          "**a_b**",
          "_*",
          "* *_ _",
          "a**b",
          "~~*a~~ ",
          "*a [",
          "*[a](b)",
          "_`",
          "**a <b>",
          "*\n",
          "__a\n",
          "\\*");

  private static final List<String> CODE =
      List.of(
          "`",
          "`a",
          "``a",
          "`a``",
          "\\`",
          "` `` ",
          "```\n",
          "~~~\n```\n",
          "    a\n",
          "\ta\n",
          "```a\n\n",
          "- ```\n",
          "> ```\n",
          "`<b>`",
          "`\n");

  private static final List<String> ADDRESSES =
      List.of(
          "<a:",
          "<http://a",
          "<http://a>",
          "http://a",
          "http://a ",
          "https://a.b?",
          "www.",
          "www.a ",
          "a@b.",
          "<a@b",
          "<a@b.c>",
          "a@",
          "a.b-c_",
          "a@b.c ",
          "mailto:",
          "http://((((",
          "http://a)))) ",
          "http://a&amp;",
          "http://a.b/*_",
          "http://[",
          "ftp://a,",
          "://",
          "//",
          "http://é.é/é ",
          "@",
          "a+a",
          "http://a?&&&");

  private static final List<String> ENTITIES =
      List.of(
          "&",
          "&amp;",
          "&lt;",
          "&#",
          "&#x10FFFF;",
          "&#xD800;",
          "&#0;",
          "&a",
          "&quot;",
          "&#x",
          "&CounterClockwiseContourIntegral;",
          "<",
          "\"",
          "'",
          "\\",
          "\\<",
          "\\&");

  private static final List<String> BLOCKS =
      List.of(
          "#",
          "# a\n",
          "#a\n",
          "###### a #######\n",
          "=",
          "=\n",
          "-",
          "---\n",
          "a\n=\n",
          "a\n---\n",
          "* * *",
          "- - -",
          "_ _ _",
          "***\n",
          "a\n",
          "\n",
          " \n",
          " ",
          "\t",
          "a",
          "a ",
          "a  \n",
          "a\\\n",
          "- a\n",
          "1. a\n",
          "-\n",
          "- \n\n",
          "+ a\n- a\n",
          "1. a\n2) b\n",
          "- a\n\n  b\n",
          "- a\n    - b\n",
          "> a\n\n",
          "> a\nb\n",
          "- [ ] a\n",
          "- [ ]",
          "[ ] ",
          "\r",
          "\r\n",
          "123456789. a\n",
          "- a\n\n\n",
          "> \n");

  private static final List<String> DEFINITIONS =
      List.of(
          "[a]: b\n",
          "[a]: <b> \"",
          "[a]:\n",
          "[a]: b 'c\n",
          "[a\n",
          "[a]: /x [a]\n",
          "[a][]",
          "[a] ",
          "[a]:",
          "[^a]",
          "[^a]: b\n",
          "[^a]: [^a]\n",
          "[^a]: b\n\n    c\n",
          "[^]: a\n",
          "[^a]: > - a\n",
          "[a]: b \"c\"\n[a]");

  private static final List<String> TABLES =
      List.of(
          "|",
          "|\n",
          "-|",
          "|-",
          ":-:|",
          "|-|\n",
          "a|b\n-|-\n",
          "|a|b|\n|-|-|\n|c|d|\n\n",
          "|`",
          "|[a](",
          "| \\| ",
          "|a\n");

  private static final List<String> TEXT =
      List.of(
          "é", "日本", "😀", "a\u0301", "\u202e", "\u200b", "\u2028", "\u0085", "\u00a0", "\u0007",
          "\ufffe", "\ufeff", "ﷺ", "İ", "ß", "\u000c", "\u000b", "\u001a");

  private static final List<String> SHORTCODES =
      List.of(
          "{",
          "{{",
          "{{<",
          "{{%",
          "{%",
          "{{ a",
          "{{< a ",
          "{% a ",
          "{{ a }}",
          "{% raw %}",
          "{% raw %}{% endraw %}",
          "{% highlight a %}",
          "{% highlight a %}\n```\n",
          "{{< figure src=\"a\" >}}",
          "{{< figure src=\"",
          "{% link a.md %}",
          "{% post_url 2020-01-01-a %}",
          "{{ site.url }}",
          "{% include a b=\"c\" %}",
          "<%",
          "<%= a %>",
          "<%= a ",
          "{% if a %}",
          "{% comment %}",
          "{{< ref \"a\" >}}",
          "{{< /a >}}",
          "{{% a %}}{{% /a %}}",
          "{{< a >}}\n",
          "{{< youtube a >}}",
          "}}",
          "{{< highlight a >}}b{{< /highlight >}}");

  private static final List<String> EXCERPTS =
      List.of(
          "<!--more-->",
          "<!-- more -->",
          "<!--more",
          "<!--  ",
          "<!--more a-->",
          "READMORE",
          "<!-- TEASER_END",
          "`<!--more-->`",
          "<!--break-->\n");

  private static final List<String> COMMENTS =
      List.of(
          "<!-->",
          "<!-- -- -->",
          "a <!-- `\n\n-->",
          "<!--\n```\n-->\n",
          "<?a ",
          "<%# ",
          "<%#%>",
          "{# ",
          "{##}",
          "{/*",
          "{/**/}",
          "{% # ",
          "{% # %}",
          "{% comment %}`{% endcomment %}",
          "{::comment}",
          "{::comment ",
          "{::comment}`{:/}",
          "{::comment}\n    a\n{:/comment}\n",
          "{::comment}\n\n",
          "{:/}",
          "{:/a",
          "{::nomarkdown}<b ",
          "{::nomarkdown}*{:/}",
          "{::nomarkdown}\n<!--{:/}\n",
          "{::options /}",
          "\\<!--");

  private MarkdownFamilies() {}

  /** All of them. */
  static List<Family> all() {
    List<Family> all = new ArrayList<>();
    Stream.of(
            NESTING,
            EMPHASIS,
            CODE,
            ADDRESSES,
            ENTITIES,
            BLOCKS,
            DEFINITIONS,
            TABLES,
            TEXT,
            SHORTCODES,
            EXCERPTS,
            COMMENTS)
        .flatMap(List::stream)
        .map(Family::repeat)
        .forEach(all::add);
    all.addAll(balanced());
    all.addAll(growing());
    all.addAll(amplifying());
    return all;
  }

  private static List<Family> balanced() {
    return List.of(
        Family.halves("[", "](a)"),
        Family.halves("![", "](a)"),
        Family.halves("(", ")"),
        Family.halves("*a ", "b*"),
        Family.halves("_a ", "b_"),
        Family.halves("**a *", "b* c**"),
        Family.halves("a**b ", "c* "),
        Family.halves("~~a ", "b~~"),
        Family.halves("*", "a"),
        Family.halves("`", "\\"),
        Family.halves("[a]", "[a]: /b\n"),
        Family.halves("[a](", ")"),
        Family.halves("<a@b", ".c>"),
        Family.halves("\"", "a"),
        Family.after("[a](b \"", "\\\""),
        Family.after("[a](", "("),
        Family.after("{:.", "a"),
        Family.after("[/", "[code a="),
        Family.after("a ", "*b "),
        Family.after("*", "a*b "),
        Family.after("a@", "a.a-"),
        Family.after("http://a.b/", "()"),
        Family.after("http://", "a."),
        Family.after("|a|b|\n|-|-|\n", "|a\n"),
        Family.after("|a|b|\n|-|-|\n", "|"),
        Family.after("- a\n", "\n   b"),
        Family.after("```\n", "``"),
        Family.after("[a]: b \"", "a\n"),
        Family.after("[^a]: b\n\n", "[^a]"),
        Family.after("<!--", "-- "),
        Family.after("{% raw %}", "{% a"),
        Family.after("{::nomarkdown}", "<!--"),
        Family.after("{::nomarkdown}", "<a &b;"),
        Family.halves("{% comment %}", "{% endcomment %}"),
        Family.halves("{::comment}", "{:/}"),
        Family.after("    ", "a\n    "));
  }

  private static List<Family> growing() {
    return List.of(
        Family.numbered("backticks that grow", i -> "`".repeat(i + 1) + "a"),
        Family.numbered("fences that grow", i -> "`".repeat(i + 3) + "\n"),
        Family.numbered("stars that grow", i -> "*".repeat(i + 1) + "a "),
        Family.numbered("quotes that grow", i -> ">".repeat(i + 1) + "a\n"),
        Family.numbered("lists that indent", i -> " ".repeat(2 * i) + "- a\n"),
        Family.numbered("lists that indent to 90", i -> " ".repeat(2 * (i % 90)) + "- a\n"),
        Family.numbered("quotes of 90", i -> "> ".repeat(90) + "a\n"),
        Family.numbered("lists of 90", i -> "- ".repeat(90) + "a\n"),
        Family.numbered("headings that differ", i -> "# " + i + "\n"),
        Family.numbered("headings that repeat", i -> "# a " + i % 3 + "\n"),
        Family.numbered("definitions that differ", i -> "[a%d]: b\n".formatted(i)),
        Family.numbered("definitions in use", i -> "[a%d]: b\n\n[a%d]\n\n".formatted(i, i)),
        Family.numbered("footnotes that differ", i -> "[^%d]\n\n[^%d]: a\n\n".formatted(i, i)),
        Family.numbered("footnotes in footnotes", i -> "[^%d]: [^%d]\n\n".formatted(i, i + 1)),
        Family.numbered("links that differ", i -> "[a](b%d) ".formatted(i)),
        Family.numbered("links to posts", i -> "{%% post_url 2020-01-01-a%d %%}".formatted(i)),
        Family.numbered("shortcodes that differ", i -> "{{< a%d >}}".formatted(i)),
        Family.numbered("blocks that differ", i -> "{{< a%d >}}b{{< /a%d >}}".formatted(i, i)));
  }

  private static List<Family> amplifying() {
    return List.of(
        new Family(
            "a definition that is named often",
            size -> "[a]: /" + "x".repeat(size / 2) + "\n\n" + "[a]\n".repeat(size / 9)),
        new Family(
            "a title that is named often",
            size -> "[a]: b \"" + "x".repeat(size / 2) + "\"\n\n" + "[a]".repeat(size / 7)),
        new Family(
            "rows of a wide table",
            size ->
                "|"
                    + "a|".repeat(size / 8)
                    + "\n|"
                    + "-|".repeat(size / 8)
                    + "\n"
                    + "|a\n".repeat(size / 7)),
        new Family(
            "a footnote that is named often", size -> "[^a]: b\n\n" + "[^a]".repeat(size / 5)),
        new Family(
            "shortcodes of a long value",
            size -> "{{< a " + "b".repeat(900) + " >}}" + "{{< a >}}".repeat((size - 1000) / 9)));
  }
}
