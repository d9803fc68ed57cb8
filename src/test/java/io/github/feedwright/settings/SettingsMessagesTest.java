package io.github.feedwright.settings;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.feedwright.problem.Kind;
import io.github.feedwright.problem.Level;
import io.github.feedwright.problem.Problem;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a person reads whose configuration is refused, word for word. */
final class SettingsMessagesTest {
  private static final List<String> FORMATS = List.of("rss", "atom", "json");

  @ParameterizedTest
  @MethodSource("mistakes")
  void aMistakeIsReportedWithItsLineAndItsFix(String mistake) {
    String[] parts = mistake.split(" => ", -1);

    assertThat(problems(parts[0].replace("\\n", "\n")))
        .containsExactly(
            Problem.error("config.yaml", Integer.parseInt(parts[1]), Kind.CONFIGURATION, parts[2]));
  }

  @Test
  void allProblemsAreReportedAtOnce() {
    assertThat(problems("http: {port: x}\nsite:\n  titel: b\n  id: [a]\nhtttp: c"))
        .extracting(Problem::toString)
        .containsExactly(
            "config.yaml:1: error: http.port: \"x\" is not allowed; write a number from 0 to 65535",
            "config.yaml:3: error: site.titel: no such key; did you mean site.title?",
            "config.yaml:4: error: site.id: a list is not allowed; write one value",
            "config.yaml:5: error: htttp: no such key; did you mean http?");
  }

  @Test
  void aLongValueIsShortened() {
    assertThat(problems("feeds:\n  items: " + "9".repeat(100)))
        .extracting(Problem::message)
        .containsExactly(
            "feeds.items: \"%s…\" is not allowed; write a number from 1 to 1000"
                .formatted("9".repeat(60)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"a.", "a", "a-", "a@", "https://", "/a", "%", "/:a", "[", "9"})
  void aHugeValueIsRefusedQuickly(String part) {
    String huge = "\"tag:" + part.repeat(60_000 / part.length()) + "\"";
    List<String> keys = List.of("url", "id", "language", "icon");

    Assertions.assertTimeoutPreemptively(
        Duration.ofSeconds(5),
        () ->
            keys.forEach(key -> assertThat(problems("site:\n  " + key + ": " + huge)).hasSize(1)));
  }

  private static List<Problem> problems(String text) {
    SettingsResult reading = SettingsReader.read(text, "config.yaml", Path.of("/srv"), FORMATS);
    assertThat(reading).as(text).isInstanceOf(SettingsResult.Invalid.class);
    List<Problem> problems = ((SettingsResult.Invalid) reading).problems();
    assertThat(problems).allMatch(problem -> problem.level() == Level.ERROR);
    return problems;
  }

  static Stream<String> mistakes() {
    return Arrays.stream(
        """
        - a => 1 => this is not a map; begin with a section such as site:
        feeds:\\n  combine: 1 => 2 => feeds.combine: "1" is not allowed; write 0, 2 or 3
        feeds:\\n  combinations: {x: {all: []}} => 2 => feeds.combinations.x: chooses nothing; write all, any or not
        notes:\\n  - {text: One, to: []} => 2 => notes.to: the list is empty; name at least one
        feeds:\\n  combine: 4 => 2 => feeds.combine: "4" is not allowed; write 0, 2 or 3
        feeds:\\n  main: {all: [tag/x]} => 2 => feeds.main.all: no such key; allowed: not
        feeds:\\n  main: {not: [notes]} => 2 => feeds.main.not: "notes" is not allowed; write a slug in lower case, such as open-source, behind category/, tag/, author/ or language/
        feeds:\\n  combinations:\\n    x: {all: [tag/Open Source]} => 3 => feeds.combinations.x.all: "tag/Open Source" is not allowed; write a slug in lower case, such as open-source, behind category/, tag/, author/ or language/
        feeds:\\n  combinations:\\n    x: {title: X} => 3 => feeds.combinations.x: chooses nothing; write all, any or not
        feeds:\\n  main: {all: tag/a}\\n  combinations: {x: {all: tag/a}} => 2 => feeds.main.all: no such key; allowed: not
        languages:\\n  fr: Le Journal => 2 => languages.fr: "Le Journal" is not allowed; write its keys below it
        feeds:\\n  combinations:\\n    x: [tag/a] => 3 => feeds.combinations.x: a list is not allowed; write its keys below it
        feeds:\\n  combinations:\\n    Planet X: {all: [tag/a]} => 3 => feeds.combinations.Planet X: "Planet X" is not allowed; write a slug in lower case, such as planet-python
        feeds:\\n  combinations:\\n    x: {al: [tag/a], any: [tag/b]} => 3 => feeds.combinations.x.al: no such key; did you mean feeds.combinations.x.all?
        notes:\\n- text: x\\n  too: y => 3 => notes.too: no such key; did you mean notes.to?
        notes:\\n- to: tag/x => 2 => notes: text is missing; add it
        notes: x => 1 => notes: "x" is not allowed; write a map
        notes: {text: x, place: middle} => 1 => notes.place: "middle" is not allowed; write start or end
        notes: {text: x, in: []} => 1 => notes.in: the list is empty; name at least one
        notes: {text: x, in: mail} => 1 => notes.in: "mail" is not allowed; write feeds or pages
        languages: [en, english!] => 1 => languages: "english!" is not allowed; write a language tag (BCP 47), such as en or pt-BR
        post:\\n  directory: x => 1 => post: no such key; did you mean posts?
        languages:\\n  fr: {titel: x} => 2 => languages.fr.titel: no such key; did you mean languages.fr.title?
        posts: {updated: hg} => 1 => posts.updated: "hg" is not allowed; write author or git
        git: {at-most: 0} => 1 => git.at-most: "0" is not allowed; write a number from 1 to 1000000
        title: x => 1 => title: no such key; did you mean site.title?
        siet:\\n  title: x => 1 => siet: no such key; did you mean site?
        nonsense: 1 => 1 => nonsense: no such key; allowed: site, posts, git, languages, feeds, content, notes, ids, guard, http, redirects, gone, watch, limits, push, metrics, log
        site:\\n  titel: x => 2 => site.titel: no such key; did you mean site.title?
        site:\\n  permalink: x => 2 => site.permalink: no such key; did you mean posts.permalink?
        site:\\n  foo: x => 2 => site.foo: no such key; allowed: title, url, id, language, description, author, rights, icon, logo, words
        site: x => 1 => site: "x" is not allowed; write its keys below it
        site: [x] => 1 => site: a list is not allowed; write its keys below it
        site:\\n  title: "" => 2 => site.title: "" is not allowed; write a text
        site:\\n  title: [a] => 2 => site.title: a list is not allowed; write one value
        site:\\n  title: {a: b} => 2 => site.title: a map is not allowed; write one value
        site:\\n  url: blog.example.org => 2 => site.url: "blog.example.org" is not allowed; write an absolute http or https address without user, query and fragment, such as https://blog.example.org/
        site:\\n  url: https://ada@blog.example.org/ => 2 => site.url: "https://ada@blog.example.org/" is not allowed; write an absolute http or https address without user, query and fragment, such as https://blog.example.org/
        site:\\n  url: https://blog.example.org/?a=b => 2 => site.url: "https://blog.example.org/?a=b" is not allowed; write an absolute http or https address without user, query and fragment, such as https://blog.example.org/
        site:\\n  url: https://blog.example.org/#a => 2 => site.url: "https://blog.example.org/#a" is not allowed; write an absolute http or https address without user, query and fragment, such as https://blog.example.org/
        site:\\n  url: ftp://blog.example.org/ => 2 => site.url: "ftp://blog.example.org/" is not allowed; write an absolute http or https address without user, query and fragment, such as https://blog.example.org/
        site:\\n  url: https://blog.example.org:99999/ => 2 => site.url: "https://blog.example.org:99999/" is not allowed; write an absolute http or https address without user, query and fragment, such as https://blog.example.org/
        site:\\n  id: blog.example.org => 2 => site.id: "blog.example.org" is not allowed; write tag:, a host or e-mail address that is yours, a comma and a date, such as tag:blog.example.org,2013
        site:\\n  id: tag:blog.example.org => 2 => site.id: "tag:blog.example.org" is not allowed; write tag:, a host or e-mail address that is yours, a comma and a date, such as tag:blog.example.org,2013
        site:\\n  id: tag:blog.example.org,2013-13 => 2 => site.id: "tag:blog.example.org,2013-13" is not allowed; write tag:, a host or e-mail address that is yours, a comma and a date, such as tag:blog.example.org,2013
        site:\\n  language: en_US => 2 => site.language: "en_US" is not allowed; write a language tag (BCP 47), such as en or pt-BR
        site:\\n  author: Ada => 2 => site.author: "Ada" is not allowed; write its keys below it
        site:\\n  author:\\n    email: a@b => 2 => site.author: name is missing; add it
        site:\\n  author: {name: Ada, email: nobody} => 2 => site.author.email: "nobody" is not allowed; write an e-mail address
        site:\\n  author: {name: Ada, url: ada.example.org} => 2 => site.author.url: "ada.example.org" is not allowed; write an absolute http or https address, such as https://blog.example.org/logo.png
        site:\\n  author: {name: Ada, mail: a@b} => 2 => site.author.mail: no such key; did you mean site.author.email?
        site:\\n  icon: /icon.png => 2 => site.icon: "/icon.png" is not allowed; write an absolute http or https address, such as https://blog.example.org/logo.png
        site:\\n  logo: logo.png => 2 => site.logo: "logo.png" is not allowed; write an absolute http or https address, such as https://blog.example.org/logo.png
        posts:\\n  directory: "" => 2 => posts.directory: "" is not allowed; write a path
        posts:\\n  permalink: https://ex.org/:title => 2 => posts.permalink: "https://ex.org/:title" is not allowed; write a path such as /:year/:month/:day/:slug/, or date, pretty, ordinal, weekdate or none
        posts:\\n  permalink: pretyy => 2 => posts.permalink: "pretyy" is not allowed; write a path such as /:year/:month/:day/:slug/, or date, pretty, ordinal, weekdate or none
        posts:\\n  permalink: /:yeer/:title => 2 => posts.permalink: "/:yeer/:title" has the unknown placeholder :yeer; allowed are :year, :month, :day, :title, :slug, :category, :categories, :filename, :section, :i_month, :i_day, :id, :short_year, :y_day, :week, :short_day, :hour, :minute, :second, :w_year, :w_day, :long_day, :short_month, :long_month, :slugified_categories, :sections, :path, :name, :post_title, :contentbasename, :slugorfilename, :slugorcontentbasename, :monthname, :weekday, :weekdayname, :yearday, :timestamp
        posts:\\n  permalink: /blog/ => 2 => posts.permalink: "/blog/" has no placeholder, so every post would have the same one; allowed are :year, :month, :day, :title, :slug, :category, :categories, :filename, :section, :i_month, :i_day, :id, :short_year, :y_day, :week, :short_day, :hour, :minute, :second, :w_year, :w_day, :long_day, :short_month, :long_month, :slugified_categories, :sections, :path, :name, :post_title, :contentbasename, :slugorfilename, :slugorcontentbasename, :monthname, :weekday, :weekdayname, :yearday, :timestamp
        posts:\\n  timezone: Europe/Nowhere => 2 => posts.timezone: "Europe/Nowhere" is not allowed; write a time zone, such as UTC, Europe/Prague or +02:00
        posts:\\n  authors: [a] => 2 => posts.authors: a list is not allowed; write one value
        posts:\\n  image-base: images => 2 => posts.image-base: "images" is not allowed; write a path that begins with /, such as /images/
        feeds:\\n  url: /feeds/ => 2 => feeds.url: "/feeds/" is not allowed; write an absolute http or https address without user, query and fragment, such as https://blog.example.org/
        feeds:\\n  formats: [rss, rss2] => 2 => feeds.formats: "rss2" is not allowed; write rss, atom or json
        feeds:\\n  formats: [rss, rss] => 2 => feeds.formats: "rss" is listed twice; remove one
        feeds:\\n  formats: [] => 2 => feeds.formats: the list is empty; name at least one
        feeds:\\n  by: [categories] => 2 => feeds.by: "categories" is not allowed; write category, tag or author
        feeds:\\n  items: 0 => 2 => feeds.items: "0" is not allowed; write a number from 1 to 1000
        feeds:\\n  items: 1001 => 2 => feeds.items: "1001" is not allowed; write a number from 1 to 1000
        feeds:\\n  items: many => 2 => feeds.items: "many" is not allowed; write a number from 1 to 1000
        feeds:\\n  content: short => 2 => feeds.content: "short" is not allowed; write full or excerpt
        feeds:\\n  archives: yes => 2 => feeds.archives: "yes" is not allowed; write site, all or none
        feeds:\\n  linked-posts: both => 2 => feeds.linked-posts: "both" is not allowed; write target or page
        feeds:\\n  trusted-html: yes => 2 => feeds.trusted-html: "yes" is not allowed; write true or false
        feeds:\\n  trusted_html: true => 2 => feeds.trusted_html: no such key; did you mean feeds.trusted-html?
        feeds:\\n  keep: [categories/news] => 2 => feeds.keep: "categories/news" is not allowed; write a slug in lower case, such as open-source, alone or behind category/, tag/ or author/
        feeds:\\n  keep: [tag/..] => 2 => feeds.keep: "tag/.." is not allowed; write a slug in lower case, such as open-source, alone or behind category/, tag/ or author/
        feeds:\\n  keep: [..] => 2 => feeds.keep: ".." is not allowed; write a slug in lower case, such as open-source, alone or behind category/, tag/ or author/
        feeds:\\n  keep: [tag/Open Source] => 2 => feeds.keep: "tag/Open Source" is not allowed; write a slug in lower case, such as open-source, alone or behind category/, tag/ or author/
        feeds:\\n  keep: [tag/Cloud] => 2 => feeds.keep: "tag/Cloud" is not allowed; write a slug in lower case, such as open-source, alone or behind category/, tag/ or author/
        feeds:\\n  keep: [tag/a/b] => 2 => feeds.keep: "tag/a/b" is not allowed; write a slug in lower case, such as open-source, alone or behind category/, tag/ or author/
        feeds:\\n  keep: [tag/] => 2 => feeds.keep: "tag/" is not allowed; write a slug in lower case, such as open-source, alone or behind category/, tag/ or author/
        feeds:\\n  keep: [tag/a--b] => 2 => feeds.keep: "tag/a--b" is not allowed; write a slug in lower case, such as open-source, alone or behind category/, tag/ or author/
        feeds:\\n  keep: [tag/<b>] => 2 => feeds.keep: "tag/<b>" is not allowed; write a slug in lower case, such as open-source, alone or behind category/, tag/ or author/
        ids: {write: maybe} => 1 => ids.write: "maybe" is not allowed; write true or false
        guard: {entries: -1} => 1 => guard.entries: "-1" is not allowed; write a number from 0 to 1000
        guard: {accept: [7F3A]} => 1 => guard.accept: "7F3A" is not allowed; write the token of a report, such as 7f3a02c4
        ids:\\n  template: https://old.example.org/:year/ => 1 => ids: until is missing; add it
        ids:\\n  until: 2025-06-01 => 1 => ids: template is missing; add it
        ids: {template: old.example.org, until: 2025-06-01} => 1 => ids.template: "old.example.org" is not allowed; write an http or https address such as https://old.example.org/:year/:month/:title/
        ids: {template: "https://old.example.org/:foo/", until: 2025-06-01} => 1 => ids.template: "https://old.example.org/:foo/" has the unknown placeholder :foo; allowed are :year, :month, :day, :title, :slug, :category, :categories, :filename, :section, :i_month, :i_day, :id, :short_year, :y_day, :week, :short_day, :hour, :minute, :second, :w_year, :w_day, :long_day, :short_month, :long_month, :slugified_categories, :sections, :path, :name, :post_title, :contentbasename, :slugorfilename, :slugorcontentbasename, :monthname, :weekday, :weekdayname, :yearday, :timestamp, :wordpress_id
        ids: {template: "https://old.example.org/", until: 2025-06-01} => 1 => ids.template: "https://old.example.org/" has no placeholder, so every post would have the same one; allowed are :year, :month, :day, :title, :slug, :category, :categories, :filename, :section, :i_month, :i_day, :id, :short_year, :y_day, :week, :short_day, :hour, :minute, :second, :w_year, :w_day, :long_day, :short_month, :long_month, :slugified_categories, :sections, :path, :name, :post_title, :contentbasename, :slugorfilename, :slugorcontentbasename, :monthname, :weekday, :weekdayname, :yearday, :timestamp, :wordpress_id
        ids: {template: "https://old.example.org/:id", until: 1 June 2025} => 1 => ids.until: "1 June 2025" is not allowed; write a date, such as 2025-06-01
        http:\\n  host: http://localhost => 2 => http.host: "http://localhost" is not allowed; write a host name or an address to listen on, such as 127.0.0.1, 0.0.0.0 or "::1"
        http:\\n  port: 65536 => 2 => http.port: "65536" is not allowed; write a number from 0 to 65535
        http:\\n  port: -1 => 2 => http.port: "-1" is not allowed; write a number from 0 to 65535
        metrics: {port: 65536} => 1 => metrics.port: "65536" is not allowed; write a number from 0 to 65535
        log: {level: verbose} => 1 => log.level: "verbose" is not allowed; write error, warn, info or debug
        log: {format: xml} => 1 => log.format: "xml" is not allowed; write text or json
        log: {access: 1} => 1 => log.access: "1" is not allowed; write true or false
        http:\\n  max-age: 5 => 2 => http.max-age: "5" is not allowed; write a duration from 0s to 365d in whole seconds, such as 30s or 15m
        http:\\n  max-age: 250ms => 2 => http.max-age: "250ms" is not allowed; write a duration from 0s to 365d in whole seconds, such as 30s or 15m
        http:\\n  max-age: 366d => 2 => http.max-age: "366d" is not allowed; write a duration from 0s to 365d in whole seconds, such as 30s or 15m
        http:\\n  stale-while-revalidate: 1w => 2 => http.stale-while-revalidate: "1w" is not allowed; write a duration from 0s to 365d in whole seconds, such as 30s or 15m
        http:\\n  stale-if-error: soon => 2 => http.stale-if-error: "soon" is not allowed; write a duration from 0s to 365d in whole seconds, such as 30s or 15m
        http:\\n  feed-type: rss => 2 => http.feed-type: "rss" is not allowed; write specific or xml
        posts: {media-types: gpx} => 1 => posts.media-types: "gpx" is not allowed; write a map of extensions to media types
        posts: {media-types: {gpx: xml}} => 1 => posts.media-types: "xml" is not allowed; write a media type, such as application/gpx+xml, or none
        posts: {media-types: {a/b: text/x}} => 1 => posts.media-types: "a/b" is not allowed; write the end of a file name, such as gpx
        redirects: /a => 1 => redirects: "/a" is not allowed; write a map of old paths to new ones
        redirects: {old: /new} => 1 => redirects: "old" is not allowed; write a path that begins with /, without #
        redirects: {/old: new} => 1 => redirects: "new" is not allowed; write a path that begins with /, or an absolute http or https address
        redirects: {/old: /old} => 1 => redirects: "/old" leads to itself; remove it
        redirects: {/a-b: /c, /a%2Db: /d} => 1 => redirects: "/a%2Db" is listed twice; remove one
        redirects: {/old: } => 1 => redirects: nothing is not allowed; write one value
        gone: [old] => 1 => gone: "old" is not allowed; write a path that begins with /, without #
        gone: [/a]\\nredirects: {/a: /b} => 1 => gone: "/a" is redirected too; remove one
        gone: [/a, /a] => 1 => gone: "/a" is listed twice; remove one
        watch: {scan: 500ms} => 1 => watch.scan: "500ms" is not allowed; write a duration from 1s to 1d, such as 30s or 15m
        watch: {settle: 2h} => 1 => watch.settle: "2h" is not allowed; write a duration from 0ms to 1h, such as 30s or 15m
        limits: {post: 0KiB} => 1 => limits.post: "0KiB" is not allowed; write a size from 1KiB to 512MiB
        limits: {post: 1MB} => 1 => limits.post: "1MB" is not allowed; write a size from 1KiB to 512MiB
        limits: {front-matter: 65KiB} => 1 => limits.front-matter: "65KiB" is not allowed; write a size from 1KiB to 64KiB
        limits: {nesting: 101} => 1 => limits.nesting: "101" is not allowed; write a number from 1 to 100
        limits: {lines: 0} => 1 => limits.lines: "0" is not allowed; write a number from 1 to 20000
        limits: {terms: 1001} => 1 => limits.terms: "1001" is not allowed; write a number from 1 to 1000
        limits: {render: 2} => 1 => limits.render: "2" is not allowed; write a duration from 100ms to 1m, such as 30s or 15m
        limits: {html: 4M} => 1 => limits.html: "4M" is not allowed; write a size from 1KiB to 512MiB
        push: own => 1 => push: "own" is not allowed; write its keys below it
        push: {state: x} => 1 => push: hub is missing; add it
        push: {hub: []} => 1 => push.hub: the list is empty; name at least one
        push: {hub: mine} => 1 => push.hub: "mine" is not allowed; write own, or the address of a hub, such as https://hub.example.org/
        push: {hub: [own, own]} => 1 => push.hub: "own" is listed twice; remove one
        push: {hub: own, allow: [nas.local]} => 1 => push.allow: "nas.local" is not allowed; write an address or a network, such as 10.0.0.0/8 or fd00::/8
        push: {hub: own, allow: [10.0.0.0/33]} => 1 => push.allow: "10.0.0.0/33" is not allowed; write an address or a network, such as 10.0.0.0/8 or fd00::/8
        push: {hub: own, allow: [10.0.0.256]} => 1 => push.allow: "10.0.0.256" is not allowed; write an address or a network, such as 10.0.0.0/8 or fd00::/8
        push: {hub: own, delay: 2} => 1 => push.delay: "2" is not allowed; write a duration from 0ms to 1h, such as 30s or 15m
        push: {hub: own, interval: 2d} => 1 => push.interval: "2d" is not allowed; write a duration from 0ms to 1d, such as 30s or 15m
        push: {hub: own, signature: md5} => 1 => push.signature: "md5" is not allowed; write sha1 or sha256
        push: {hub: own, database: "jdbc:mysql://db/x?password=s3cret"} => 1 => push.database: this is not a PostgreSQL address; write one such as jdbc:postgresql://localhost/feedwright?user=feedwright
        push: {hub: own, database: "jdbc:postgresql://db/x?user=a&password=s3cret"} => 1 => push.database: a password does not belong here, because others may read it; put it into ~/.pgpass, a file of mode 0600
        push: {hub: own, limits: {per-host: 0}} => 1 => push.limits.per-host: "0" is not allowed; write a number from 1 to 1000000
        push: {hub: own, limits: {deliveries: 257}} => 1 => push.limits.deliveries: "257" is not allowed; write a number from 1 to 256
        push: {hub: own, secret: x} => 1 => push.secret: no such key; allowed: hub, state, database, allow, delay, interval, signature, limits
        site:\\n  title: a: b => 2 => title: a value with ": " in it needs quotes; write title: "a: b"
        feeds:\\n  item: 5 => 2 => feeds.item: no such key; did you mean feeds.items?
        httpp:\\n  port: 1 => 1 => httpp: no such key; did you mean http?
        posts:\\n  permalink: /:title?x => 2 => posts.permalink: "/:title?x" is not allowed; write a path such as /:year/:month/:day/:slug/, or date, pretty, ordinal, weekdate or none
        """
            .split("\n"));
  }
}
