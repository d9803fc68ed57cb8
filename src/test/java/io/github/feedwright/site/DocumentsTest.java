package io.github.feedwright.site;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.feedwright.Golden;
import io.github.feedwright.format.AtomGrammar;
import io.github.feedwright.identity.PublishedPosts;
import io.github.feedwright.output.SiteFiles;
import io.github.feedwright.publish.once.StaticBuild;
import io.github.feedwright.store.CacheStore;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;

/** Posts on disk to whole documents, for what is hard to get right in a feed. */
@Execution(ExecutionMode.CONCURRENT)
final class DocumentsTest {
  private static final Path DIRECTORY = Golden.directory("documents");
  private static final Map<String, String> DOCUMENTS =
      Map.of("rss.xml", "expected.rss", "atom.xml", "expected.atom", "feed.json", "expected.json");

  @TempDir private Path out;

  static Stream<String> cases() throws IOException {
    try (Stream<Path> directories = Files.list(DIRECTORY)) {
      return directories.map(each -> each.getFileName().toString()).sorted().toList().stream();
    }
  }

  private Path built(String name) throws IOException {
    return built(DIRECTORY.resolve(name).resolve("posts"), "2026-01-01T00:00:00Z", out);
  }

  private static Path built(Path posts, String now, Path out) throws IOException {
    Clock clock = Clock.fixed(Instant.parse(now), ZoneOffset.UTC);
    var settings = RunningSite.settings(posts, "feeds: {archives: all}\n");
    try (StaticBuild build =
            StaticBuild.of(settings, clock, CacheStore.none(), PublishedPosts.NONE);
        SiteFiles files = SiteFiles.in(out, settings, false, false)) {
      files.write(build.snapshot(), settings, (done, all) -> {});
    }
    return out;
  }

  @ParameterizedTest
  @MethodSource("cases")
  void postsBecomeTheirGoldenDocuments(String name) throws Exception {
    Path built = built(name);
    for (Map.Entry<String, String> each : DOCUMENTS.entrySet()) {
      Path golden = DIRECTORY.resolve(name).resolve(each.getValue());
      Golden.assertSame(Files.readAllBytes(built.resolve(each.getKey())), golden);
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void theSamePostsElsewhereAndLaterAreTheSameBytes(String name, @TempDir Path elsewhere)
      throws Exception {
    Map<String, String> first = texts(built(name));
    Path copy = elsewhere.resolve("posts");
    copy(DIRECTORY.resolve(name).resolve("posts"), copy);
    assertThat(texts(built(copy, "2027-06-06T06:06:06Z", elsewhere.resolve("out"))))
        .isEqualTo(first)
        .isNotEmpty();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void theThreeFormatsSayTheSame(String name) throws Exception {
    Path built = built(name);
    List<Said> said = Said.inJson(Files.readAllBytes(built.resolve("feed.json")));
    assertThat(said).isNotEmpty();
    assertThat(Said.inRss(Files.readAllBytes(built.resolve("rss.xml")))).isEqualTo(said);
    assertThat(Said.inAtom(Files.readAllBytes(built.resolve("atom.xml")))).isEqualTo(said);
  }

  @ParameterizedTest
  @MethodSource("cases")
  void theJdksParserReadsTheSameHtmlInBothXmlFormats(String name) throws Exception {
    Path built = built(name);
    List<String> html =
        Said.inJson(Files.readAllBytes(built.resolve("feed.json"))).stream()
            .map(Said::html)
            .toList();
    Document rss = parsed(built.resolve("rss.xml"));
    assertThat(texts(rss, "http://purl.org/rss/1.0/modules/content/", "encoded")).isEqualTo(html);
    Document atom = parsed(built.resolve("atom.xml"));
    assertThat(texts(atom, "http://www.w3.org/2005/Atom", "content")).isEqualTo(html);
  }

  @ParameterizedTest
  @MethodSource("cases")
  void everyAtomDocumentKeepsToTheGrammar(String name) throws Exception {
    for (Path document : files(built(name), "atom.xml")) {
      assertThat(AtomGrammar.violations(Files.readAllBytes(document))).as("%s", document).isEmpty();
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void everyJsonFeedKeepsToItsRules(String name) throws Exception {
    for (Path document : files(built(name), "feed.json")) {
      assertThat(JsonFeedRules.violations(Files.readAllBytes(document)))
          .as("%s", document)
          .isEmpty();
    }
  }

  @Test
  void codeIsKeptToTheByte() throws Exception {
    byte[] rss = Files.readAllBytes(built("code").resolve("rss.xml"));
    assertThat(Said.inRss(rss).get(0).html())
        .contains(
            "all: a.o  b.o\n\n\tcc -o all $^   # two tabs:\t\there\n\n\nclean:\n"
                + "\trm -f *.o &amp;&amp; echo \"&lt;done&gt;\"\n</code></pre>",
            // A parser drops the first newline of two.
            "<pre>\n\n\tone\n\t\ttwo  &amp;\n  three\n</pre>",
            "<pre><code>if (a &lt; b)\n\treturn;\n\nend\n</code></pre>");
  }

  private static Document parsed(Path file) throws Exception {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
    factory.setNamespaceAware(true);
    return factory.newDocumentBuilder().parse(new ByteArrayInputStream(Files.readAllBytes(file)));
  }

  private static List<String> texts(Document document, String namespace, String name) {
    NodeList elements = document.getElementsByTagNameNS(namespace, name);
    List<String> texts = new ArrayList<>();
    for (int at = 0; at < elements.getLength(); at++) {
      texts.add(elements.item(at).getTextContent());
    }
    return texts;
  }

  private static Map<String, String> texts(Path directory) throws IOException {
    Map<String, String> texts = new TreeMap<>();
    for (String name : List.of("rss.xml", "atom.xml", "feed.json", "feeds.opml", "index.html")) {
      for (Path file : files(directory, name)) {
        texts.put(directory.relativize(file).toString(), Files.readString(file));
      }
    }
    return texts;
  }

  private static List<Path> files(Path directory, String name) throws IOException {
    try (Stream<Path> files = Files.walk(directory)) {
      return files.filter(each -> each.endsWith(name)).sorted().toList();
    }
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path each : files.toList()) {
        Path target = to.resolve(from.relativize(each).toString());
        Files.createDirectories(target.getParent());
        if (!Files.isDirectory(each)) {
          Files.copy(each, target);
        }
      }
    }
  }
}
