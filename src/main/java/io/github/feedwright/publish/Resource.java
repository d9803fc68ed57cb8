package io.github.feedwright.publish;

/** What answers at one path of a snapshot. */
public sealed interface Resource permits Representation, OnDemand, StoredFile, Redirect, Gone {}
