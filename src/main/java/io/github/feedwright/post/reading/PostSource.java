package io.github.feedwright.post.reading;

import io.github.feedwright.post.field.FieldProblems;
import io.github.feedwright.post.field.Fields;
import io.github.feedwright.post.file.PostName;
import io.github.feedwright.post.frontmatter.FrontMatter;

/**
 * What a post is read from.
 *
 * @param path of its file, below the posts directory
 * @param name what the path says
 * @param frontMatter its fields as they are written, and its text
 * @param fields its fields by their keys
 * @param report collects the problems
 */
record PostSource(
    String path, PostName name, FrontMatter frontMatter, Fields fields, FieldProblems report) {}
