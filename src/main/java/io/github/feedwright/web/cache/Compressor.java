package io.github.feedwright.web.cache;

import com.aayushatharva.brotli4j.Brotli4jLoader;
import com.aayushatharva.brotli4j.encoder.Encoder;
import io.github.feedwright.web.ContentCoding;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.EnumSet;
import java.util.Set;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Compresses bodies, at a fixed level for each coding, so that replicas agree on the bytes. */
final class Compressor {
  private static final Logger LOG = LoggerFactory.getLogger(Compressor.class);
  private static final int GZIP_LEVEL = 6;

  /** Smaller than gzip's best level, at a third of its cost. */
  private static final int BROTLI_LEVEL = 5;

  private Compressor() {}

  /** The codings that this machine can produce. */
  static Set<ContentCoding> available() {
    if (Brotli4jLoader.isAvailable()) {
      return Set.copyOf(EnumSet.allOf(ContentCoding.class));
    }
    LOG.warn("There is no Brotli encoder for this machine: gzip is offered, br is not.");
    return Set.of(ContentCoding.IDENTITY, ContentCoding.GZIP);
  }

  static byte[] compress(byte[] body, ContentCoding coding) {
    try {
      return switch (coding) {
        case IDENTITY -> body;
        case GZIP -> gzip(body);
        case BROTLI -> Encoder.compress(body, new Encoder.Parameters().setQuality(BROTLI_LEVEL));
      };
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] gzip(byte[] body) throws IOException {
    ByteArrayOutputStream compressed = new ByteArrayOutputStream(body.length / 3 + 64);
    try (GZIPOutputStream out = new LeveledGzip(compressed)) {
      out.write(body);
    }
    return compressed.toByteArray();
  }

  /** GZIPOutputStream has a level, but only a subclass can set it. */
  private static final class LeveledGzip extends GZIPOutputStream {
    LeveledGzip(ByteArrayOutputStream out) throws IOException {
      super(out);
      def.setLevel(GZIP_LEVEL);
      def.setStrategy(Deflater.DEFAULT_STRATEGY);
    }
  }
}
