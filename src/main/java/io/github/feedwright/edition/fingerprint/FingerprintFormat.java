package io.github.feedwright.edition.fingerprint;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.feedwright.feed.Entry;
import io.github.feedwright.feed.Feed;
import io.github.feedwright.format.FeedFormat;
import io.github.feedwright.format.Fragment;
import io.github.feedwright.text.ByteSequence;
import io.github.feedwright.text.Sha256;
import java.util.List;
import java.util.stream.Stream;

/**
 * Writes the fingerprint of a feed where the document in a format would be.
 *
 * @param of the format
 * @param fingerprint makes them
 */
record FingerprintFormat(FeedFormat of, Fingerprint fingerprint) implements FeedFormat {
  @Override
  public String name() {
    return of.name();
  }

  @Override
  public String title() {
    return of.title();
  }

  @Override
  public String fileName() {
    return of.fileName();
  }

  @Override
  public String mediaType() {
    return of.mediaType();
  }

  @Override
  public String contentType() {
    return of.contentType();
  }

  @Override
  public Fragment entry(Entry entry) {
    return Fragment.of(fingerprint.of(entry));
  }

  @Override
  public ByteSequence document(Feed feed, List<Fragment> entries) {
    String[] all =
        Stream.concat(Stream.of(fingerprint.of(feed)), entries.stream().map(Fragment::toString))
            .toArray(String[]::new);
    return ByteSequence.of(Sha256.ofTexts(all).getBytes(UTF_8));
  }
}
