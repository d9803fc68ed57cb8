package io.github.feedwright.web;

/** What answers at one path of a snapshot. */
public sealed interface Resource permits Representation, OnDemand, StoredFile, Redirect, Gone {}
