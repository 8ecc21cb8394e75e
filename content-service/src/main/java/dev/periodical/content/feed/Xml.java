package dev.periodical.content.feed;

import java.io.StringWriter;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** XML 1.0 on its way into a text. Characters that no XML document may have (XML 1.0, 2.2) are left out. */
final class Xml {

    private final StringWriter text = new StringWriter();
    private final XMLStreamWriter xml;

    Xml() {
        try {
            xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
            xml.writeStartDocument("UTF-8", "1.0");
        } catch (XMLStreamException e) {
            throw unwritable(e);
        }
    }

    /** Opens an element. @param attributes names and values by turns; a null value leaves its attribute out */
    Xml open(String name, String... attributes) {
        try {
            xml.writeStartElement(name);
            attributes(attributes);
            return this;
        } catch (XMLStreamException e) {
            throw unwritable(e);
        }
    }

    Xml close() {
        try {
            xml.writeEndElement();
            return this;
        } catch (XMLStreamException e) {
            throw unwritable(e);
        }
    }

    /** An element with text in it; nothing where there is none. */
    Xml element(String name, String content, String... attributes) {
        return content == null ? this : open(name, attributes).text(content).close();
    }

    /** An element with attributes alone. */
    Xml empty(String name, String... attributes) {
        try {
            xml.writeEmptyElement(name);
            attributes(attributes);
            return this;
        } catch (XMLStreamException e) {
            throw unwritable(e);
        }
    }

    private Xml text(String content) {
        try {
            xml.writeCharacters(allowed(content));
            return this;
        } catch (XMLStreamException e) {
            throw unwritable(e);
        }
    }

    private void attributes(String... attributes) throws XMLStreamException {
        for (int i = 0; i < attributes.length; i += 2) {
            if (attributes[i + 1] != null) {
                String name = attributes[i];
                String value = allowed(attributes[i + 1]).replace('\n', ' ');
                if (name.startsWith("xmlns")) {
                    xml.writeNamespace(name.substring(Math.min(name.length(), "xmlns:".length())), value);
                } else if (name.startsWith("xml:")) {
                    xml.writeAttribute("xml", XMLConstants.XML_NS_URI, name.substring("xml:".length()), value);
                } else {
                    xml.writeAttribute(name, value);
                }
            }
        }
    }

    String end() {
        try {
            xml.writeEndDocument();
            xml.close();
            return text.toString();
        } catch (XMLStreamException e) {
            throw unwritable(e);
        }
    }

    /** Without what XML 1.0 forbids: most controls, halves of characters, U+FFFE and U+FFFF. */
    static String allowed(String text) {
        if (text.chars().allMatch(c -> c == '\t' || c == '\n' || c >= ' ' && c < 0xD800)) {
            return text;
        }
        StringBuilder allowed = new StringBuilder(text.length());
        text.codePoints()
                .filter(c ->
                        c == '\t' || c == '\n' || c >= ' ' && c < 0xD800 || c >= 0xE000 && c < 0xFFFE || c >= 0x10000)
                .forEach(allowed::appendCodePoint);
        return allowed.toString();
    }

    private static IllegalStateException unwritable(XMLStreamException e) {
        return new IllegalStateException("a feed that can't be written", e);
    }
}
