package io.github.feedwright.publish;

import io.github.feedwright.edition.Pipeline;
import io.github.feedwright.identity.RecordedId;
import io.github.feedwright.intake.state.IdsFileWriter;
import io.github.feedwright.settings.Settings;
import io.github.feedwright.thread.PublishingThread;
import java.io.IOException;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The ids that were written into {@code ids.tsv}, if the configuration asks for that. */
@PublishingThread
public final class WrittenIds {
  private static final Logger LOG = LoggerFactory.getLogger(WrittenIds.class);

  private List<RecordedId> written = List.of();

  /**
   * Writes the ids of an edition that are not in the file. Once for the same ids: a disk that is
   * full is not filled by trying again.
   */
  public void write(Settings settings, Pipeline pipeline) {
    if (!settings.ids().write()) {
      return;
    }
    List<RecordedId> ids = pipeline.continuity().unwritten(pipeline.edition().library());
    if (ids.equals(written)) {
      return;
    }
    written = ids;
    if (ids.isEmpty()) {
      return;
    }
    try {
      IdsFileWriter.write(settings.posts().directory(), ids);
    } catch (IOException e) {
      LOG.error("ids.tsv cannot be written, so these ids are kept in memory only: {}", ids, e);
    }
  }
}
