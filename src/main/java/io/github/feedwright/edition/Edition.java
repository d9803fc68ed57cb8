package io.github.feedwright.edition;

import io.github.feedwright.feed.Scope;
import io.github.feedwright.library.Library;
import io.github.feedwright.problem.Problem;
import java.util.List;
import org.pcollections.PMap;
import org.pcollections.PSet;

/**
 * What was published at one instant.
 *
 * @param library the posts that show
 * @param snapshot what the web can see
 * @param scopes those that have feeds, some perhaps empty by now
 * @param shadowed by file, which of a post's addresses something else answers at
 */
public record Edition(
    Library library,
    MapSnapshot snapshot,
    PSet<Scope> scopes,
    PMap<String, List<Problem>> shadowed) {}
