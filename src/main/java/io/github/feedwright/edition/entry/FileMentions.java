package io.github.feedwright.edition.entry;

import io.github.feedwright.library.Library;
import io.github.feedwright.library.file.Attachment;
import io.github.feedwright.library.file.Attachment.Access;
import io.github.feedwright.post.Post;
import io.github.feedwright.text.FilePath;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The posts of a library that contain the name of a file: only these can link to it. All texts are
 * read once for all files that are served only if they are linked to.
 *
 * @param posts by the part of a file's name that is written the same in every notation
 */
record FileMentions(Library library, Map<String, List<Post>> posts) {
  /**
   * What stands for itself in every notation of an address; a dot at an end may be a sentence's.
   */
  private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?");

  static FileMentions of(Library library) {
    FileMentions mentions = new FileMentions(library, new HashMap<>());
    for (Attachment file : library.files().files().values()) {
      if (file.access() == Access.LINKED) {
        mentions.posts.put(plain(FilePath.name(file.path())), new ArrayList<>());
      }
    }
    for (Post post : library.all()) {
      mentions.note(post, post.body().text());
      String image = post.media().image();
      mentions.note(post, image == null ? "" : image);
      post.media().enclosures().forEach(enclosure -> mentions.note(post, enclosure.url()));
    }
    return mentions;
  }

  /** The posts that may link to a file, in no order. */
  List<Post> of(String path) {
    return posts.getOrDefault(plain(FilePath.name(path)), List.of());
  }

  private void note(Post post, String text) {
    Matcher part = PLAIN.matcher(text);
    boolean found = part.find();
    while (found) {
      List<Post> known = posts.get(part.group());
      if (known != null && (known.isEmpty() || !known.get(known.size() - 1).equals(post))) {
        known.add(post);
      }
      // What follows an encoded octet, as in %20data.zip, is a part of its own.
      int next = part.start() + 2;
      boolean mayBeEncoded =
          part.start() > 0 && text.charAt(part.start() - 1) == '%' && next < part.end();
      found = mayBeEncoded ? part.find(next) : part.find();
    }
  }

  /** The longest part of a file's name that stands for itself in every notation of an address. */
  private static String plain(String name) {
    return PLAIN
        .matcher(name)
        .results()
        .map(MatchResult::group)
        .max(Comparator.comparing(String::length))
        .orElse("");
  }
}
