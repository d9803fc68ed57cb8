package io.github.feedwright.web;

/** What is served at one path of a snapshot. */
public sealed interface Resource
    permits Representation, OnDemand, StoredFile, LinkedFile, Redirect, Gone {}
