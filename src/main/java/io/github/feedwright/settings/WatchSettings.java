package io.github.feedwright.settings;

import java.time.Duration;

/**
 * How changes are noticed.
 *
 * @param scan how often the whole directory is looked through
 * @param settle how long a file that is written in place must stay unchanged before it is read
 */
public record WatchSettings(Duration scan, Duration settle) {}
