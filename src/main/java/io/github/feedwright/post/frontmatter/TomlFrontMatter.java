package io.github.feedwright.post.frontmatter;

import io.github.feedwright.post.value.DateText;
import io.github.feedwright.post.value.MalformedDate;
import io.github.feedwright.yaml.MalformedToml;
import io.github.feedwright.yaml.Mapping;
import io.github.feedwright.yaml.TomlReader;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** TOML between {@code +++} and {@code +++}. */
final class TomlFrontMatter implements Dialect {
  private static final Fence FENCE = new Fence("+++", List.of("+++"));

  /** TOML 1.0 has the leap seconds of RFC 3339, section 5.6; {@code tomlj} does not. */
  private static final Pattern LEAP_SECOND =
      Pattern.compile(
          "(?<=[=,\\[]\\s{0,9})(\\d{4}-\\d{2}-\\d{2}[Tt ]\\d{2}:\\d{2}:)60"
              + "((?:\\.\\d+)?(?:[Zz]|[+-]\\d{2}:\\d{2})?)(?![\\w:.])");

  @Override
  public @Nullable FrontMatter read(String text, long limit) throws UnreadablePost {
    Fence.Split split = FENCE.split(text, limit);
    return split == null ? null : new FrontMatter(fields(split), split.body(), split.bodyLine());
  }

  private static Mapping fields(Fence.Split split) throws UnreadablePost {
    try {
      return read(split);
    } catch (MalformedToml malformed) {
      throw FrontMatter.malformed(
          malformed.line(),
          "the front matter is not TOML: "
              + malformed.getMessage()
              + "; strings need quotes, and each field its own line");
    }
  }

  private static Mapping read(Fence.Split split) throws MalformedToml {
    try {
      return TomlReader.read(split.block(), split.line());
    } catch (MalformedToml malformed) {
      Matcher leaps = LEAP_SECOND.matcher(split.block());
      if (!leaps.find()) {
        throw malformed;
      }
      return TomlReader.read(leaps.replaceAll(TomlFrontMatter::secondBefore), split.line());
    }
  }

  /** What {@link DateText} makes of it. A time that is no leap second stays an error. */
  private static String secondBefore(MatchResult time) {
    try {
      OffsetDateTime unused = DateText.read(time.group(), ZoneOffset.UTC);
      return Matcher.quoteReplacement(time.group(1) + "59" + time.group(2));
    } catch (MalformedDate none) {
      return Matcher.quoteReplacement(time.group());
    }
  }
}
