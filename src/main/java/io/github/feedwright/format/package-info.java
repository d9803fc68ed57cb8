/**
 * From feeds to bytes. The only package that uses ROME, JDOM and {@code java.util.Date}.
 *
 * <p>Start at {@link io.github.feedwright.format.FeedFormat}. ROME's wire models ({@code RssItem},
 * {@code AtomEntry} and the like fill them) give JDOM trees; each format's {@code finish} adds what
 * those models cannot hold; {@code XmlWriter} writes them. SyndFeed is not used: it writes dates
 * and languages a second time in Dublin Core, and the W3C validator warns about that.
 */
@NullMarked
package io.github.feedwright.format;

import org.jspecify.annotations.NullMarked;
