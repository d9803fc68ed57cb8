package io.github.feedwright.library;

import io.github.feedwright.identity.PublishedPost.Origin;
import io.github.feedwright.post.AssignedId;
import io.github.feedwright.post.Post;
import java.util.Collection;
import java.util.Optional;

/**
 * Which post has which id. If several posts have a right to one id, the holder of the claim has it;
 * the ids of the others come from their paths.
 *
 * @param indexer computes the id that a post has where no other post has it
 * @param claims the posts that have a right to each id
 * @param stems the posts with each stem
 */
record PostIds(PostIndexer indexer, Claims claims, Claims stems) {
  static PostIds none(PostIndexer indexer) {
    return new PostIds(indexer, Claims.NO_IDS, Claims.NONE);
  }

  PostIds with(IndexedPost post) {
    return new PostIds(indexer, claims.plus(post.id(), post), stems.plus(post.post().stem(), post));
  }

  PostIds without(IndexedPost post) {
    return new PostIds(
        indexer, claims.minus(post.id(), post), stems.minus(post.post().stem(), post));
  }

  /** The posts with a stem, newest first. */
  Collection<IndexedPost> withStem(String stem) {
    return stems.of(stem);
  }

  /** The post that has the id which this one has a right to. */
  Optional<IndexedPost> holder(IndexedPost post) {
    return Optional.ofNullable(claims.holder(post.id()));
  }

  private boolean isHolder(IndexedPost post) {
    return post.is(claims.holder(post.id()));
  }

  /** The id of a post: an IRI. */
  String id(IndexedPost post) {
    return indexer.ids().iri(guid(post));
  }

  /** The same as its author, or a former generator, wrote it. */
  String guid(IndexedPost post) {
    return isHolder(post) ? post.guid() : indexer.ids().own(post.path());
  }

  /** The id that a post would have if files and {@code ids.tsv} alone decided. */
  String guidByFiles(Post post) {
    PostIds byFiles = this;
    for (IndexedPost each : stems.of(post.stem())) {
      byFiles = byFiles.without(each).with(indexer.index(withoutMemory(each.post())));
    }
    return byFiles.guid(indexer.index(withoutMemory(post)));
  }

  private static Post withoutMemory(Post post) {
    AssignedId assigned = post.identity().assigned();
    boolean isRemembered = assigned != null && assigned.by() != AssignedId.By.FILE;
    return isRemembered ? post.with(post.identity().with(null)) : post;
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
