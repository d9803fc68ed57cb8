package io.github.feedwright.content;

/**
 * HTML that may be published.
 *
 * @param html the HTML
 * @param text all of its text, on one line
 * @param paragraph the text of the first paragraph that has any, else all of its text
 */
record CleanHtml(String html, String text, String paragraph) {}
