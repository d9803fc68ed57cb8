package io.github.feedwright.settings;

import java.time.Duration;

/**
 * How changes are noticed.
 *
 * @param scan how often the whole directory is looked through
 * @param settle for how long a file that is written in place must hold still
 */
public record WatchSettings(Duration scan, Duration settle) {}
