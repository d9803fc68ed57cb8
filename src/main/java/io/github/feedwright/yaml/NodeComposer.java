package io.github.feedwright.yaml;

import io.github.feedwright.text.Quoted;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.CollectionStartEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.NodeEvent;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.parser.Parser;

/**
 * Makes nodes from snakeyaml's events. snakeyaml's own composer silently drops explicit tags and
 * keeps duplicate keys.
 */
final class NodeComposer {
  private static final int MAX_DEPTH = 16;
  static final String TAG = "YAML tags are not supported; remove the tag, or quote it";
  private static final Set<String> NULLS = Set.of("", "~", "null", "Null", "NULL");

  private final Parser events;
  private final SourceText source;
  private final Map<String, NodeEvent> anchors = new HashMap<>();
  private final UnsupportedValues unsupported;
  private final boolean repeats;
  private int aliased;
  private Event last;

  /** Unsupported values are reported to the last argument. */
  NodeComposer(Parser events, SourceText source, UnsupportedValues unsupported, boolean repeats) {
    this.events = events;
    this.source = source;
    this.unsupported = unsupported;
    this.repeats = repeats;
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
    if (root instanceof Unread unread) {
      throw UnsupportedValues.refused(unread);
    }
    return root instanceof Null ? new Mapping(List.of(), root.line()) : root;
  }

  private Node node(int depth) throws MalformedYaml {
    Event event = next();
    if (event instanceof AliasEvent alias) {
      return aliased(alias);
    }
    if (event instanceof ScalarEvent scalar) {
      remember(scalar);
      return scalar(scalar, scalar);
    }
    CollectionStartEvent start = (CollectionStartEvent) event;
    remember(start);
    if (depth == MAX_DEPTH) {
      throw malformed(
          event, "lists and maps are nested more than " + MAX_DEPTH + " deep; flatten them");
    }
    Node tagged = start.getTag() == null ? null : unsupported.value(start, Advice.onType(start));
    Node collection =
        start.is(Event.ID.SequenceStart) ? sequence(start, depth + 1) : mapping(start, depth + 1);
    return tagged == null ? collection : tagged;
  }

  private Node scalar(ScalarEvent scalar, Event where) {
    int line = source.line(where.getStartMark());
    // Exporters write ! 'text' for a plain text (YAML 1.1, section 3.3.1).
    boolean isText = "!".equals(scalar.getTag()) && !scalar.isPlain();
    if (scalar.getTag() != null && !isText) {
      String text = Base64Text.of(scalar);
      return text == null
          ? unsupported.value(where, advice -> advice.onSign(where, TAG))
          : new Scalar(text, false, line);
    }
    return scalar.isPlain() && NULLS.contains(scalar.getValue())
        ? new Null(line)
        : new Scalar(scalar.getValue(), scalar.isPlain(), isBlock(where) ? line + 1 : line);
  }

  /** The text of a block scalar begins on the line after its sign. */
  private static boolean isBlock(Event where) {
    return where instanceof ScalarEvent scalar
        && !scalar.getValue().isEmpty()
        && (scalar.getScalarStyle() == ScalarStyle.LITERAL
            || scalar.getScalarStyle() == ScalarStyle.FOLDED);
  }

  /** Only scalars: lists of lists of aliases grow as 2^n, and long scalars repeated often as n². */
  private Node aliased(AliasEvent alias) throws MalformedYaml {
    String name = alias.getAnchor();
    NodeEvent meant = anchors.get(name);
    if (meant == null) {
      throw new Advice(source)
          .onSign(alias, "*" + Quoted.shortened(name) + " refers to nothing above; quote it");
    }
    if (!(meant instanceof ScalarEvent scalar)) {
      return unsupported.value(
          alias,
          "*%s refers to a list or a map, and only texts can be repeated; write it out"
              .formatted(Quoted.shortened(name)));
    }
    aliased += scalar.getValue().length();
    if (aliased > YamlReader.MAX_LENGTH) {
      throw malformed(alias, "aliases repeat too much text; write the text out");
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
    List<Mapping.Field> repeated = new ArrayList<>();
    Unread unread = null;
    while (!events.checkEvent(Event.ID.MappingEnd)) {
      Event first = events.peekEvent();
      Node keyNode = node(depth);
      String key = key(first, keyNode);
      if (keyNode instanceof Unread tagged) {
        unread = tagged;
      } else if (key.equals("<<")) {
        // YAML's merge key brings in keys that nobody would see: "published: false" among them.
        unread =
            unsupported.value(first, "<<: merge keys are not supported; write the keys themselves");
      }
      int line = source.line(first.getStartMark());
      Mapping.Field field = new Mapping.Field(key, line, node(depth));
      Mapping.Field twin = fields.putIfAbsent(key, field);
      // Importers write several empty keys; they mean nothing, so the first one is kept.
      if (twin != null && repeats) {
        repeated.add(twin);
        fields.put(key, field);
      } else if (twin != null && !key.isBlank()) {
        throw malformed(
            first,
            "%s: this key is already on line %d; remove one of the two"
                .formatted(Quoted.shortened(key), twin.line()));
      }
    }
    next();
    return unread != null
        ? unread
        : new Mapping(all(fields.values(), repeated), source.line(start.getStartMark()));
  }

  private static List<Mapping.Field> all(
      Collection<Mapping.Field> fields, List<Mapping.Field> repeated) {
    List<Mapping.Field> all = new ArrayList<>(fields);
    all.addAll(repeated);
    return all;
  }

  /**
   * A key that is a list or a map (importers and {@code {{ … }}} make such keys) counts as its own
   * text.
   */
  private String key(Event first, Node key) {
    return key instanceof Scalar scalar
        ? scalar.text()
        : source.between(first.getStartMark(), last.getEndMark());
  }

  private Event next() {
    last = events.getEvent();
    return last;
  }

  private void remember(NodeEvent event) {
    if (event.getAnchor() != null) {
      anchors.put(event.getAnchor(), event);
    }
  }

  private MalformedYaml malformed(Event event, String message) {
    return new MalformedYaml(source.line(event.getStartMark()), message);
  }
}
