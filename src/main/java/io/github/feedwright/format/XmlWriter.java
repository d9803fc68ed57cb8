package io.github.feedwright.format;

import io.github.feedwright.text.ByteSequence;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jdom2.Element;
import org.jdom2.Namespace;
import org.jdom2.Text;
import org.jdom2.output.Format;
import org.jdom2.output.LineSeparator;

/**
 * Writes documents whose root always declares the same namespaces, so that an element written alone
 * has the same bytes as within a document.
 *
 * <p>Structure is indented by two spaces a level; the text of an element stays unchanged, because
 * it may contain {@code <pre>}.
 */
final class XmlWriter {
  private static final String DECLARATION = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";

  private final Namespace rootNamespace;
  private final List<Namespace> others;

  /**
   * @param rootNamespace the namespace of the root
   * @param others the other namespaces that the root declares
   */
  XmlWriter(Namespace rootNamespace, List<Namespace> others) {
    this.rootNamespace = rootNamespace;
    this.others = List.copyOf(others);
  }

  /** Writes one element for a given depth: whole lines, including the last line end. */
  String element(Element element, int depth) {
    indent(element, depth);
    return margin(depth).substring(1) + text(element, declared()) + "\n";
  }

  /**
   * Writes a document with elements that were already written.
   *
   * @param root everything except those elements
   * @param elements the results of {@link #element}, in UTF-8
   * @param tail the end tags that follow the elements
   */
  ByteSequence document(Element root, List<Fragment> elements, String tail) {
    declare(root);
    indent(root, 0);
    String whole = text(root, List.of());
    String head = whole.substring(0, whole.length() - tail.length());
    List<Fragment> pieces = new ArrayList<>(List.of(Fragment.of(DECLARATION + head)));
    pieces.addAll(elements);
    pieces.add(Fragment.of(tail + "\n"));
    return Fragment.join(pieces);
  }

  private void declare(Element root) {
    List.copyOf(root.getAdditionalNamespaces()).forEach(root::removeNamespaceDeclaration);
    others.forEach(root::addNamespaceDeclaration);
  }

  private List<Namespace> declared() {
    return Stream.concat(Stream.of(rootNamespace), others.stream()).toList();
  }

  private static String text(Element element, List<Namespace> declared) {
    StringWriter out = new StringWriter();
    try {
      new XmlOutput().element(out, format(), declared, element);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toString();
  }

  private static Format format() {
    return Format.getRawFormat()
        .setEncoding("UTF-8")
        .setLineSeparator(LineSeparator.UNIX)
        .setEscapeStrategy(c -> false);
  }

  /** Puts white space between child elements, and nowhere else. */
  private static void indent(Element element, int depth) {
    List<Element> children = List.copyOf(element.getChildren());
    if (children.isEmpty()) {
      return;
    }
    for (Element child : children) {
      indent(child, depth + 1);
      element.addContent(element.indexOf(child), new Text(margin(depth + 1)));
    }
    element.addContent(new Text(margin(depth)));
  }

  private static String margin(int depth) {
    return "\n" + "  ".repeat(depth);
  }
}
