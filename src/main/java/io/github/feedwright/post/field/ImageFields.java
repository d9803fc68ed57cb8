package io.github.feedwright.post.field;

import io.github.feedwright.post.value.Flag;
import io.github.feedwright.post.value.Value;
import io.github.feedwright.yaml.Mapping;
import io.github.feedwright.yaml.Node;
import io.github.feedwright.yaml.Scalar;
import io.github.feedwright.yaml.Sequence;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the image that represents a post. */
public final class ImageFields {
  static final List<String> KEYS =
      List.of(
          "image",
          "images",
          "thumbnail",
          "featured_image",
          "featuredImage",
          "cover",
          "coverImage",
          "previewimage",
          "header.overlay_image");
  private static final List<String> IN_A_MAP = List.of("path", "url", "src", "image");

  private ImageFields() {}

  /** The keys that may name a post's image; of nested keys, the outermost. */
  public static List<String> outermostKeys() {
    return KEYS.stream().map(key -> key.split("\\.", 2)[0]).toList();
  }

  /**
   * The first image that any field names, as written; a boolean or a map without a path does not
   * count.
   */
  public static @Nullable String read(Fields fields, FieldProblems report) {
    for (String key : KEYS) {
      Mapping.Field field = fields.get(key);
      String image = field == null ? null : image(field.value(), report);
      if (image != null) {
        return image;
      }
    }
    Fields header = fields.nested("header");
    Value overlay = header == null ? null : header.value("overlay_image");
    return overlay == null ? null : overlay.text();
  }

  private static @Nullable String image(Node node, FieldProblems report) {
    if (node instanceof Scalar scalar) {
      String text = scalar.text().strip();
      return text.isEmpty() || Flag.of(text) != Flag.UNCLEAR ? null : text;
    }
    if (node instanceof Sequence list) {
      return list.items().stream()
          .map(item -> image(item, report))
          .filter(image -> image != null)
          .findFirst()
          .orElse(null);
    }
    return node instanceof Mapping mapping ? inMap(mapping, report) : null;
  }

  private static @Nullable String inMap(Mapping mapping, FieldProblems report) {
    Fields fields = Fields.of(mapping, report);
    for (String key : IN_A_MAP) {
      Mapping.Field field = fields.get(key);
      if (field != null && field.value() instanceof Scalar scalar) {
        return scalar.text().strip();
      }
    }
    return null;
  }
}
