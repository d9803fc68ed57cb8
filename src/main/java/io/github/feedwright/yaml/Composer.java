package io.github.feedwright.yaml;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.CollectionStartEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.NodeEvent;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.parser.Parser;

/**
 * Makes nodes of snakeyaml's events. Its own composer would do so too, but drops explicit tags and
 * keeps duplicate keys without a word.
 */
final class Composer {
  private static final int MAX_DEPTH = 16;
  private static final Set<String> NULLS = Set.of("", "~", "null", "Null", "NULL");

  private final Parser events;
  private final SourceText source;
  private final Map<String, NodeEvent> anchors = new HashMap<>();
  private int aliased;
  private Event last;

  Composer(Parser events, SourceText source) {
    this.events = events;
    this.source = source;
    this.last = events.getEvent();
  }

  Node document() throws MalformedYaml {
    if (events.checkEvent(Event.ID.StreamEnd)) {
      return new Mapping(List.of(), source.firstLine());
    }
    next();
    Node root = node(0);
    next();
    if (!events.checkEvent(Event.ID.StreamEnd)) {
      throw malformed(
          events.peekEvent(), "a second document begins here; remove it and the line ---");
    }
    return root instanceof Null ? new Mapping(List.of(), root.line()) : root;
  }

  private Node node(int depth) throws MalformedYaml {
    Event event = next();
    if (event instanceof AliasEvent alias) {
      return aliased(alias);
    }
    if (event instanceof ScalarEvent scalar) {
      // Exporters write ! 'text' where they mean a text (YAML 1.1, section 3.3.1), which it is.
      boolean isText = "!".equals(scalar.getTag()) && !scalar.isPlain();
      begin(scalar, isText ? null : scalar.getTag());
      return scalar(scalar, scalar);
    }
    CollectionStartEvent start = (CollectionStartEvent) event;
    begin(start, start.getTag());
    if (depth == MAX_DEPTH) {
      throw malformed(
          event, "lists and maps are nested more than " + MAX_DEPTH + " deep; flatten them");
    }
    return start.is(Event.ID.SequenceStart)
        ? sequence(start, depth + 1)
        : mapping(start, depth + 1);
  }

  private Node scalar(ScalarEvent scalar, Event where) {
    int line = source.line(where.getStartMark());
    return scalar.isPlain() && NULLS.contains(scalar.getValue())
        ? new Null(line)
        : new Scalar(scalar.getValue(), scalar.isPlain(), line);
  }

  /** Only scalars: lists of lists of aliases grow as 2^n, and long scalars named often as n². */
  private Node aliased(AliasEvent alias) throws MalformedYaml {
    String name = alias.getAnchor();
    NodeEvent meant = anchors.get(name);
    if (meant == null) {
      throw new Advice(source)
          .onSign(alias, "*" + Advice.shortened(name) + " stands for nothing above; quote it");
    }
    if (!(meant instanceof ScalarEvent scalar)) {
      throw malformed(
          alias,
          "*%s stands for a list or a map, and only texts may be repeated so; write it out"
              .formatted(Advice.shortened(name)));
    }
    aliased += scalar.getValue().length();
    if (aliased > YamlReader.MAX_LENGTH) {
      throw malformed(alias, "aliases repeat too much text; write out what is meant");
    }
    return scalar(scalar, alias);
  }

  private Node sequence(Event start, int depth) throws MalformedYaml {
    List<Node> items = new ArrayList<>();
    while (!events.checkEvent(Event.ID.SequenceEnd)) {
      items.add(node(depth));
    }
    next();
    return new Sequence(items, source.line(start.getStartMark()));
  }

  private Node mapping(Event start, int depth) throws MalformedYaml {
    Map<String, Mapping.Field> fields = new LinkedHashMap<>();
    while (!events.checkEvent(Event.ID.MappingEnd)) {
      Event first = events.peekEvent();
      String key = key(first, depth);
      if (key.equals("<<")) {
        // YAML's merge key brings in keys that nobody would see: "published: false" among them.
        throw malformed(first, "<<: merge keys are not taken; write the keys themselves");
      }
      int line = source.line(first.getStartMark());
      Mapping.Field twin = fields.putIfAbsent(key, new Mapping.Field(key, line, node(depth)));
      // Importers write several keys that are empty; they mean nothing, so one stands for all.
      if (twin != null && !key.isBlank()) {
        throw malformed(
            first,
            "%s: the key stands on line %d already; remove one of the two"
                .formatted(Advice.shortened(key), twin.line()));
      }
    }
    next();
    return new Mapping(List.copyOf(fields.values()), source.line(start.getStartMark()));
  }

  /** A key that is a list or a map, as importers and {@code {{ … }}} make them, is its own text. */
  private String key(Event first, int depth) throws MalformedYaml {
    Node key = node(depth);
    return key instanceof Scalar scalar
        ? scalar.text()
        : source.between(first.getStartMark(), last.getEndMark());
  }

  private Event next() {
    last = events.getEvent();
    return last;
  }

  private void begin(NodeEvent event, @Nullable String tag) throws MalformedYaml {
    if (tag != null) {
      throw new Advice(source)
          .onSign(event, "a YAML tag stands here, and tags are not taken; remove it, or quote it");
    }
    if (event.getAnchor() != null) {
      anchors.put(event.getAnchor(), event);
    }
  }

  private MalformedYaml malformed(Event event, String message) {
    return new MalformedYaml(source.line(event.getStartMark()), message);
  }
}
