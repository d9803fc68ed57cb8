package io.github.feedwright.format;

import io.github.feedwright.text.Escape;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Set;
import org.jdom2.Attribute;
import org.jdom2.Element;
import org.jdom2.Namespace;
import org.jdom2.Parent;
import org.jdom2.Text;
import org.jdom2.output.Format;
import org.jdom2.output.support.AbstractXMLOutputProcessor;
import org.jdom2.output.support.FormatStack;
import org.jdom2.util.NamespaceStack;

/**
 * JDOM's serialisation, with hexadecimal references in elements that consumers read as plain text.
 */
final class XmlOutput extends AbstractXMLOutputProcessor {
  /** Elements of RSS, Dublin Core and Atom that contain plain text, unless they say otherwise. */
  private static final Set<String> PLAIN =
      Set.of(
          "title",
          "description",
          "copyright",
          "managingEditor",
          "author",
          "category",
          "creator",
          "name");

  /** Writes one element for a place where some namespaces are already declared. */
  void element(Writer out, Format format, List<Namespace> declared, Element element)
      throws IOException {
    NamespaceStack scope = new NamespaceStack();
    scope.push(declared);
    printElement(out, new FormatStack(format), scope, element);
  }

  @Override
  protected void printText(Writer out, FormatStack format, Text text) throws IOException {
    if (isPlain(text.getParent())) {
      write(out, Escape.hexadecimal(text.getText()));
    } else {
      super.printText(out, format, text);
    }
  }

  @Override
  protected void printAttribute(Writer out, FormatStack format, Attribute attribute)
      throws IOException {
    if (attribute.getName().equals("label")) {
      String value = Escape.hexadecimal(attribute.getValue()).replace("\"", "&quot;");
      write(out, " label=\"" + value + "\"");
    } else {
      super.printAttribute(out, format, attribute);
    }
  }

  private static boolean isPlain(Element element) {
    return PLAIN.contains(element.getName())
        && !"html".equals(element.getAttributeValue("type"))
        && !isDescriptionOfItem(element);
  }

  /** It is the only {@code description} that contains HTML. */
  private static boolean isDescriptionOfItem(Element element) {
    Parent parent = element.getParent();
    return element.getName().equals("description")
        && parent instanceof Element above
        && above.getName().equals("item");
  }
}
