/**
 * Feeds to bytes. The only home of ROME, JDOM and {@code java.util.Date}.
 *
 * <p>Start at {@link io.github.feedwright.render.FeedFormat}. ROME's wire models ({@code RssItem},
 * {@code AtomEntry} and the like fill them) give JDOM trees; each format's {@code finish} puts in
 * what those models cannot hold; {@code XmlWriter} writes them. SyndFeed is not used: it keeps
 * dates and languages in Dublin Core and says them twice, which is a warning of the W3C validator.
 */
@NullMarked
package io.github.feedwright.render;

import org.jspecify.annotations.NullMarked;
