package io.github.feedwright.yaml;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds values in data by the paths that template languages write: {@code a.b[0]['c'].size}. */
public final class DataPath {
  private static final Pattern STEP =
      Pattern.compile("\\.([^.\\[]+)|\\[(?:(-?\\d{1,9})|\"([^\"]*)\"|'([^']*)')]");

  private DataPath() {}

  /**
   * The value at a path; null if the data do not have the key that it begins with, {@link Null} if
   * only a later part of it is missing.
   */
  public static @Nullable Node at(Mapping data, String path) {
    Node found = null;
    for (Mapping.Field each : data.fields()) {
      String key = each.key();
      boolean isBelow =
          path.length() > key.length() && ".[".indexOf(path.charAt(key.length())) >= 0;
      if (path.startsWith(key) && (isBelow || path.equals(key))) {
        found = below(each.value(), path.substring(key.length()));
        if (!(found instanceof Null)) {
          return found;
        }
      }
    }
    return found;
  }

  private static Node below(Node start, String path) {
    Node node = start;
    Matcher step = STEP.matcher(path);
    int at = 0;
    while (at < path.length()) {
      if (!step.find(at) || step.start() != at) {
        return new Null(node.line());
      }
      at = step.end();
      node = step.group(2) == null ? named(node, name(step)) : item(node, step.group(2));
    }
    return node;
  }

  private static String name(Matcher step) {
    String quoted = step.group(3) == null ? step.group(4) : step.group(3);
    return quoted == null ? step.group(1) : quoted;
  }

  private static Node item(Node node, String index) {
    List<Node> items = node instanceof Sequence list ? list.items() : List.of();
    int from = Integer.parseInt(index);
    int at = from < 0 ? items.size() + from : from;
    return at >= 0 && at < items.size() ? items.get(at) : new Null(node.line());
  }

  private static Node named(Node node, String name) {
    if (node instanceof Unread) {
      return node;
    }
    if (node instanceof Mapping table && table.field(name).isPresent()) {
      return table.field(name).get().value();
    }
    return switch (name) {
      case "first" -> item(node, "0");
      case "last" -> item(node, "-1");
      case "size", "length" -> size(node);
      default -> new Null(node.line());
    };
  }

  private static Node size(Node node) {
    int size = -1;
    if (node instanceof Mapping table) {
      size = table.fields().size();
    } else if (node instanceof Sequence list) {
      size = list.items().size();
    } else if (node instanceof Scalar text) {
      size = text.text().codePointCount(0, text.text().length());
    }
    return size < 0 ? new Null(node.line()) : new Scalar(String.valueOf(size), true, node.line());
  }
}
