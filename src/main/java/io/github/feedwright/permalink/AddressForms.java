package io.github.feedwright.permalink;

import org.pcollections.HashTreePMap;
import org.pcollections.PMap;

/**
 * The forms of the addresses of posts, such as {@code /blog/0000/00/}: their folders, with every
 * digit as {@code 0}. A link of another form may lead to a page that is no post.
 *
 * @param counts how many posts have each form
 */
public record AddressForms(PMap<String, Integer> counts) {
  /** No post has an address. */
  public static final AddressForms NONE = new AddressForms(HashTreePMap.empty());

  private static final String INDEX = "/index";

  /** With the address of one more post. */
  public AddressForms plus(String path) {
    return plus(of(path), 1);
  }

  /** Without the address of a post. */
  public AddressForms minus(String path) {
    return plus(of(path), -1);
  }

  private AddressForms plus(String form, int more) {
    int count = counts.getOrDefault(form, 0) + more;
    return new AddressForms(count == 0 ? counts.minus(form) : counts.plus(form, count));
  }

  /** Whether a post has an address of this form. */
  public boolean holds(String form) {
    return counts.containsKey(form);
  }

  /** The form of a path. */
  public static String of(String path) {
    String bare = bare(path);
    StringBuilder form = new StringBuilder(bare.length());
    for (int i = 0; i <= bare.lastIndexOf('/'); i++) {
      char letter = bare.charAt(i);
      form.append(letter >= '0' && letter <= '9' ? '0' : letter);
    }
    return form.toString();
  }

  /** A path without what is different at the end of the same page elsewhere. */
  public static String bare(String path) {
    String bare = without(path, "/");
    bare = bare.endsWith(".html") ? without(bare, ".html") : without(bare, ".htm");
    return without(bare, INDEX);
  }

  private static String without(String path, String end) {
    return path.endsWith(end) ? path.substring(0, path.length() - end.length()) : path;
  }
}
