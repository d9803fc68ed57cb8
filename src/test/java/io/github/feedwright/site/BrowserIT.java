package io.github.feedwright.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.net.httpserver.HttpServer;
import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/** The site as people see it, in Chromium, which reaches this machine and nothing beyond. */
@Timeout(180)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class BrowserIT {
  private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
  private static final Path DRIVER = Path.of("/usr/bin/chromedriver");

  /** A reader that is a script in a page. */
  private static final String READER =
      """
      const [feed, done] = arguments;
      (async () => {
        const first = await fetch(feed);
        const fields = first.headers;
        const read = [first.status, (await first.text()).includes('<rss'),
            fields.get('Last-Modified') != null, fields.get('Link') != null];
        const tag = {'If-None-Match': fields.get('ETag')};
        const second = await fetch(feed, {headers: tag, cache: 'no-store'});
        const third = await fetch(feed, {cache: 'no-cache'});
        return [read, [second.status, (await second.text()).length], [third.status]];
      })().then(done, error => done(String(error)));
      """;

  /** One of each kind. */
  private static final List<String> PAGES =
      List.of(
          "/",
          "/page/2/",
          "/archive/",
          "/archive/2013/",
          "/tags/",
          "/tags/cloud/",
          "/2014/04/04/one/",
          "/404.html");

  @TempDir private static Path posts;
  private RunningSite site;
  private ChromeDriver browser;

  @BeforeAll
  void open() throws Exception {
    assumeTrue(
        Files.isExecutable(CHROMIUM) && Files.isExecutable(DRIVER),
        "no browser here: install Debian's chromium and chromium-driver");
    RunningSite.write(
        posts,
        "2014-04-04-one.md",
        """
        ---
        title: One & <two>
        categories: [News]
        tags: [cloud]
        ---
        A paragraph, and a table that is wide:

        | a | b |
        |---|---|
        | %s | %s |

        ```
        %s
        ```
        """
            .formatted(
                "wide".repeat(60), "https://example.org/" + "w".repeat(90), "x".repeat(400)));
    for (int day = 1; day <= 21; day++) {
      String name = "2013-05-%02d-older.md".formatted(day);
      RunningSite.write(posts, name, "---\ntitle: Older " + day + "\n---\nText.\n");
    }
    site = RunningSite.on(posts);
    browser = new ChromeDriver(driver(), options());
  }

  private static ChromeDriverService driver() {
    return new ChromeDriverService.Builder()
        .usingDriverExecutable(new File(DRIVER.toString()))
        .build();
  }

  private static ChromeOptions options() {
    LoggingPreferences logs = new LoggingPreferences();
    logs.enable(LogType.BROWSER, Level.ALL);
    logs.enable(LogType.PERFORMANCE, Level.ALL);
    ChromeOptions options = new ChromeOptions();
    options.setBinary(CHROMIUM.toString());
    options.setCapability(ChromeOptions.LOGGING_PREFS, logs);
    return options.addArguments(
        "--headless=new",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-dev-shm-usage",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1");
  }

  @AfterAll
  void close() {
    if (browser != null) {
      browser.quit();
    }
    if (site != null) {
      site.close();
    }
  }

  @AfterEach
  void theConsoleIsClean() {
    assertThat(browser.manage().logs().get(LogType.BROWSER).getAll()).isEmpty();
  }

  private void show(String path) {
    browser.get(site.uri(path).toString());
  }

  private void follow(String href) {
    browser.findElement(By.cssSelector("a[href='" + href + "']")).click();
    assertThat(browser.getCurrentUrl()).isEqualTo(site.uri(href).toString());
  }

  @Test
  void linksLeadFromTheSitesPageToATagAndToAPost() {
    show("/");
    follow("/tags/cloud/");
    assertThat(browser.getTitle()).contains("cloud");
    follow("/2014/04/04/one/");
    assertThat(browser.getTitle()).contains("One & <two>");
    assertThat(browser.findElement(By.tagName("table")).isDisplayed()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({"/, /atom.xml", "/tags/cloud/, /tags/cloud/atom.xml", "/2014/04/04/one/, /atom.xml"})
  void aReaderFindsTheFeedsOfAPage(String page, String atom) throws Exception {
    show(page);
    List<WebElement> feeds = browser.findElements(By.cssSelector("link[rel=alternate][type]"));

    assertThat(feeds.stream().map(each -> each.getDomAttribute("type")))
        .contains("application/rss+xml", "application/atom+xml", "application/feed+json");
    assertThat(feeds.stream().map(each -> each.getDomAttribute("href")))
        .anyMatch(href -> href != null && href.endsWith(atom));
    assertThat(site.get(atom).statusCode()).isEqualTo(200);
  }

  /** The second loads of a feed: one with the script's own tag, one with that of the cache. */
  @Test
  void aScriptOfAnotherOriginReadsAFeedAndLoadsItAgainForA304() throws IOException {
    HttpServer reader = emptyPage();
    responses(); // those of other tests
    try {
      browser.get("http://127.0.0.1:" + reader.getAddress().getPort() + "/");
      Object answers = browser.executeAsyncScript(READER, site.uri("/rss.xml").toString());
      assertThat(answers)
          .isEqualTo(List.of(List.of(200L, true, true, true), List.of(304L, 0L), List.of(200L)));
    } finally {
      reader.stop(0);
    }
    assertThat(responses()).filteredOn(each -> each.contains("\"statusCode\":304")).hasSize(2);
  }

  /** What the browser received since the last call. */
  private List<String> responses() {
    return browser.manage().logs().get(LogType.PERFORMANCE).getAll().stream()
        .map(LogEntry::getMessage)
        .filter(message -> message.contains("Network.responseReceivedExtraInfo"))
        .toList();
  }

  private static HttpServer emptyPage() throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          exchange.getResponseHeaders().add("Content-Type", "text/html");
          exchange.sendResponseHeaders(
              exchange.getRequestURI().getPath().equals("/") ? 200 : 204, -1);
          exchange.close();
        });
    server.start();
    return server;
  }

  @ParameterizedTest
  @CsvSource({"320, light", "320, dark", "1280, light", "1280, dark"})
  void pagesFitAnyWidthInLightAndDark(long width, String scheme) {
    browser.executeCdpCommand(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", width, "height", 700, "deviceScaleFactor", 1, "mobile", width < 500));
    browser.executeCdpCommand(
        "Emulation.setEmulatedMedia",
        Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", scheme))));
    for (String path : PAGES) {
      show(path);
      Object overflow =
          browser.executeScript(
              "return document.documentElement.scrollWidth - document.documentElement.clientWidth");
      assertThat(overflow).as(path).isEqualTo(0L);
      assertThat(isDark()).as(path).isEqualTo(scheme.equals("dark"));
    }
  }

  @ParameterizedTest
  @CsvSource({"390, false", "1280, true"})
  void onAPhoneTheStepsToSubscribeAreFolded(long width, boolean isShown) {
    browser.executeCdpCommand(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", width, "height", 700, "deviceScaleFactor", 1, "mobile", width < 500));
    show("/tags/cloud/");
    assertThat(areStepsShown()).isEqualTo(isShown);
    if (!isShown) {
      browser.findElement(By.cssSelector(".card summary")).click();
      assertThat(areStepsShown()).isEqualTo(true);
    }
  }

  /** Selenium's own answer takes whatever is in a closed element for hidden. */
  private Object areStepsShown() {
    return browser.executeScript("return document.querySelector('.steps').checkVisibility()");
  }

  @Test
  void linksLeadToOlderPosts() {
    show("/");
    follow("/page/2/");
    follow("/2013/05/02/older/");
    follow("/2013/05/01/older/");
    follow("/archive/");
    follow("/archive/2013/");
    follow("/2013/05/20/older/");
  }

  private boolean isDark() {
    Object sum =
        browser.executeScript(
            """
            let at = document.body, color;
            do color = getComputedStyle(at).backgroundColor;
            while (color === 'rgba(0, 0, 0, 0)' && (at = at.parentElement));
            return color.match(/[\\d.]+/g).slice(0, 3).reduce((a, b) => a + +b, 0) < 382;
            """);
    return Boolean.TRUE.equals(sum);
  }
}
