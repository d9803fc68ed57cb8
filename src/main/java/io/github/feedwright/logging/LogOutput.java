package io.github.feedwright.logging;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.JsonEncoder;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.Configurator;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.encoder.Encoder;
import ch.qos.logback.core.spi.ContextAwareBase;
import io.github.feedwright.settings.LogSettings;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.slf4j.ILoggerFactory;
import org.slf4j.LoggerFactory;

/**
 * Logs to standard error: standard output is for what a command prints. Logback finds this class by
 * itself, so that what is logged before a configuration has been read looks the same.
 *
 * <p>Threads: any.
 */
public final class LogOutput extends ContextAwareBase implements Configurator {
  /** A date with its offset (RFC 3339), the level, the message, and a trace only of a bug. */
  private static final String LINE = "%d{yyyy-MM-dd'T'HH:mm:ss.SSSXXX} %-5level %msg%n";

  private static final String OURS = "io.github.feedwright";
  private static final String APPENDER = "standard-error";

  /** Jetty's warnings of requests repeat what strangers send; Hikari's come with an exception. */
  private static final List<String> ERRORS_ONLY =
      List.of("org.eclipse.jetty.http", "com.zaxxer.hikari");

  /** What these cannot read is reported as a problem, without their traces. */
  private static final List<String> SILENT = List.of("org.sqlite", "org.eclipse.jgit");

  @Override
  public ExecutionStatus configure(LoggerContext context) {
    set(context, LogSettings.DEFAULT);
    return ExecutionStatus.DO_NOT_INVOKE_NEXT_IF_ANY;
  }

  /** Logs from now on as these settings say. */
  public static void use(LogSettings settings) {
    ILoggerFactory loggers = LoggerFactory.getILoggerFactory();
    if (loggers instanceof LoggerContext context) {
      set(context, settings);
    }
  }

  private static void set(LoggerContext context, LogSettings settings) {
    ConsoleAppender<ILoggingEvent> appender = new ConsoleAppender<>();
    appender.setContext(context);
    appender.setName(APPENDER);
    appender.setTarget("System.err");
    appender.setEncoder(encoder(context, settings.format()));
    appender.start();
    Logger root = context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    Appender<ILoggingEvent> former = root.getAppender(APPENDER);
    root.addAppender(appender);
    if (former != null) {
      root.detachAppender(former);
      former.stop();
    }
    Level level = Level.toLevel(settings.level().name());
    root.setLevel(level.isGreaterOrEqual(Level.WARN) ? level : Level.WARN);
    context.getLogger(OURS).setLevel(level);
    ERRORS_ONLY.forEach(each -> context.getLogger(each).setLevel(Level.ERROR));
    SILENT.forEach(each -> context.getLogger(each).setLevel(Level.OFF));
  }

  private static Encoder<ILoggingEvent> encoder(LoggerContext context, LogSettings.Format format) {
    if (format == LogSettings.Format.JSON) {
      JsonEncoder json = new JsonEncoder();
      json.setContext(context);
      json.setWithSequenceNumber(false);
      json.setWithNanoseconds(false);
      json.setWithContext(false);
      json.setWithMarkers(false);
      json.setWithMDC(false);
      json.setWithKVPList(false);
      json.setWithArguments(false);
      json.setWithMessage(false);
      json.setWithFormattedMessage(true);
      json.start();
      return json;
    }
    PatternLayoutEncoder text = new PatternLayoutEncoder();
    text.setContext(context);
    text.setCharset(StandardCharsets.UTF_8);
    text.setPattern(LINE);
    text.start();
    return text;
  }
}
