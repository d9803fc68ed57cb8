package io.github.feedwright.format;

import com.rometools.modules.mediarss.MediaEntryModuleImpl;
import com.rometools.modules.mediarss.types.MediaContent;
import com.rometools.modules.mediarss.types.Metadata;
import com.rometools.modules.mediarss.types.Thumbnail;
import com.rometools.modules.mediarss.types.UrlReference;
import com.rometools.rome.feed.module.Module;
import io.github.feedwright.content.Media;
import io.github.feedwright.text.CanonicalUrl;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Media RSS: the image that represents an entry, and media that are not the enclosure. */
final class MediaRss {
  private MediaRss() {}

  /** The module, or null if it would be empty. */
  static @Nullable Module of(@Nullable String image, List<Media> media) {
    URI thumbnail = image == null ? null : CanonicalUrl.absolute(image).orElse(null);
    if (thumbnail == null && media.isEmpty()) {
      return null;
    }
    MediaEntryModuleImpl module = new MediaEntryModuleImpl();
    if (thumbnail != null) {
      Metadata metadata = new Metadata();
      metadata.setThumbnail(new Thumbnail[] {new Thumbnail(thumbnail)});
      module.setMetadata(metadata);
    }
    module.setMediaContents(
        media.stream()
            .map(MediaRss::content)
            .filter(Objects::nonNull)
            .toArray(MediaContent[]::new));
    return module;
  }

  private static @Nullable MediaContent content(Media media) {
    URI url = CanonicalUrl.absolute(media.url()).orElse(null);
    if (url == null) {
      return null;
    }
    MediaContent content = new MediaContent(new UrlReference(url));
    content.setType(media.type());
    // Zero is not a valid size in Media RSS, unlike in RSS.
    content.setFileSize(media.length() > 0 ? media.length() : null);
    return content;
  }
}
