package io.github.feedwright.library;

import io.github.feedwright.identity.PublishedPost.Origin;
import io.github.feedwright.post.AssignedId;
import io.github.feedwright.post.Post;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.pcollections.PMap;
import org.pcollections.TreePMap;

/**
 * Which post has which id. If several posts have a right to one id, the holder of the claim has it;
 * the ids of the others come from their paths, and from a number if a post that was renamed has
 * that id too.
 *
 * @param indexer computes the id that a post has where no other post has it
 * @param claims the posts that have a right to each id
 * @param forgotten the posts that keep ids from earlier, as they are without these
 * @param byPath the same by file
 */
record PostIds(
    PostIndexer indexer, Claims claims, Claims forgotten, PMap<String, IndexedPost> byPath) {
  static PostIds none(PostIndexer indexer) {
    return new PostIds(indexer, Claims.NO_IDS, Claims.NO_IDS, TreePMap.empty());
  }

  PostIds with(IndexedPost post) {
    Claims kept = claims.plus(post.id(), post);
    if (!isRemembered(post.post())) {
      return new PostIds(indexer, kept, forgotten, byPath);
    }
    Post written = post.post();
    IndexedPost without = indexer.index(written.with(written.identity().with(null)));
    return new PostIds(
        indexer, kept, forgotten.plus(without.id(), without), byPath.plus(post.path(), without));
  }

  PostIds without(IndexedPost post) {
    Claims kept = claims.minus(post.id(), post);
    IndexedPost without = byPath.get(post.path());
    return without == null
        ? new PostIds(indexer, kept, forgotten, byPath)
        : new PostIds(
            indexer, kept, forgotten.minus(without.id(), without), byPath.minus(post.path()));
  }

  /** The posts of these ids and of the ones before whose id may differ between the two. */
  Set<IndexedPost> affected(
      PostIds before, Collection<IndexedPost> changed, Map<String, IndexedPost> byPath) {
    Set<IndexedPost> affected = new LinkedHashSet<>();
    for (String id : changed.stream().map(IndexedPost::id).distinct().toList()) {
      IndexedPost ofPath = byPath.get(indexer.ids().path(id));
      Stream.of(before.claims.holder(id), claims.holder(id), ofPath)
          .filter(Objects::nonNull)
          .forEach(affected::add);
    }
    return affected;
  }

  private boolean isHolder(IndexedPost post) {
    return post.isSameAs(claims.holder(post.id()));
  }

  /** The id of a post: an IRI. */
  String id(IndexedPost post) {
    return isHolder(post) ? post.id() : indexer.ids().iri(fromPath(post, claims::holder));
  }

  /** The id of a post as its author, or a former generator, wrote it. */
  String guid(IndexedPost post) {
    return isHolder(post) ? post.guid() : fromPath(post, claims::holder);
  }

  /** The id that a post of these would have if files and {@code ids.tsv} alone decided. */
  String guidByFiles(IndexedPost post) {
    IndexedPost written = byPath.getOrDefault(post.path(), post);
    return written.isSameAs(holderByFiles(written.id()))
        ? written.guid()
        : fromPath(written, this::holderByFiles);
  }

  private String fromPath(IndexedPost post, Function<String, @Nullable IndexedPost> holder) {
    String own = indexer.ids().ofName(post.path());
    String free = own;
    for (int number = 2; holder.apply(indexer.ids().iri(free)) != null; number++) {
      free = own + "~" + number;
    }
    return free;
  }

  private @Nullable IndexedPost holderByFiles(String id) {
    IndexedPost holder = forgotten.holder(id);
    // Those with a memory have the best right and come last: there are few of them.
    for (IndexedPost each : claims.of(id).descendingSet()) {
      if (!isRemembered(each.post())) {
        return holder == null || Claims.RIGHT_TO_ID.compare(holder, each) < 0 ? each : holder;
      }
    }
    return holder;
  }

  private static boolean isRemembered(Post post) {
    AssignedId assigned = post.identity().assigned();
    return assigned != null && assigned.by() != AssignedId.By.FILE;
  }

  /** Where the id of a post comes from. */
  Origin origin(IndexedPost post) {
    if (post.givenId() == null || !isHolder(post)) {
      return Origin.NAME;
    }
    AssignedId.By by = post.post().identity().givenBy();
    if (by != null) {
      return by == AssignedId.By.FILE ? Origin.FILE : Origin.KEPT;
    }
    return post.post().identity().guid() == null ? Origin.TEMPLATE : Origin.GUID;
  }
}
