package io.github.feedwright.post;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The media that front matter names, as written.
 *
 * @param image the image that stands for the post, or null
 * @param enclosures attached media
 */
public record DeclaredMedia(@Nullable String image, List<Enclosure> enclosures) {
  public DeclaredMedia {
    enclosures = List.copyOf(enclosures);
  }
}
