package io.github.feedwright.content;

import java.util.Set;

/**
 * What the HTML of one post is cleaned with.
 *
 * @param urls what its URLs mean
 * @param findings what there is to say about it
 * @param trusted whether its HTML is published as it is
 * @param depth how deep its elements may be nested
 * @param prefix what its ids begin with, so that those of two posts on one page differ
 * @param ids the ids, without the prefix, that cleaning has met
 * @param budget how much work cleaning may be
 */
record Page(
    UrlResolver urls,
    Findings findings,
    boolean trusted,
    int depth,
    String prefix,
    Set<String> ids,
    Budget budget) {}
