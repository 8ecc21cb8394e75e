package dev.periodical.ingest.batch;

import java.io.InputStream;
import java.io.InterruptedIOException;
import java.util.HashSet;
import java.util.Iterator;
import java.util.Set;
import javax.xml.stream.XMLEventReader;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.events.Attribute;
import javax.xml.stream.events.StartElement;
import javax.xml.stream.events.XMLEvent;

/**
 * What an XML document consists of, piece by piece, in bounded memory whatever the document. Text and CDATA of any length come in
 * chunks; what the parser can only give whole (a tag, a comment, an instruction, a CDATA section with a character beyond the
 * first plane in every chunk) may be as long as an item, else the document can't be read on. So may names that are never the
 * same and elements without end, which the parser keeps. Nothing outside of the document is looked up.
 */
final class XmlEvents {

    private static final int AT_LEAST = 1 << 20;
    private static final int CHUNK = 8 << 10;
    private static final int DEEPEST = 1_000;
    private static final int MOST_NAMES = 10_000;

    private static final XMLInputFactory IN = inputs();

    private final Measured bytes;
    private final XMLEventReader reader;
    private final Set<String> names = new HashSet<>();
    private final long longest;

    /** @param maxBytes the largest item */
    XmlEvents(InputStream body, int maxBytes) throws BrokenContainer {
        this.bytes = new Measured(body);
        this.longest = Math.max(AT_LEAST, maxBytes);
        try {
            this.reader = IN.createXMLEventReader(bytes);
        } catch (XMLStreamException e) {
            throw new BrokenContainer("its XML is cut off or damaged", e);
        }
    }

    private static XMLInputFactory inputs() {
        // The JDK's own, whatever else is on the class path: only it knows these bounds.
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty("jdk.xml.cdataChunkSize", CHUNK);
        factory.setProperty("jdk.xml.maxElementDepth", DEEPEST);
        factory.setXMLReporter((message, error, related, where) -> {}); // what is fatal is thrown as well
        return factory;
    }

    /**
     * The next one; null after the last.
     *
     * @throws BrokenContainer where the document can't be read on, saying why and where
     * @throws InterruptedIOException where no more bytes come
     */
    XMLEvent next() throws BrokenContainer, InterruptedIOException {
        bytes.allow(longest, "a tag, comment or text of it is longer than " + longest + " bytes");
        try {
            XMLEvent event = reader.hasNext() ? reader.nextEvent() : null;
            if (event != null && event.isStartElement()) {
                remember(event.asStartElement());
            }
            return event;
        } catch (XMLStreamException e) {
            throw told(e);
        }
    }

    private void remember(StartElement element) throws XMLStreamException {
        names.add(element.getName().getLocalPart());
        for (Iterator<Attribute> all = element.getAttributes(); all.hasNext(); ) {
            names.add(all.next().getName().getLocalPart());
        }
        for (var all = element.getNamespaces(); all.hasNext(); ) {
            names.add(all.next().getNamespaceURI());
        }
        if (names.size() > MOST_NAMES) {
            throw new XMLStreamException(
                    "names",
                    element.getLocation(),
                    new BrokenContainer("it has more than " + MOST_NAMES + " different names"));
        }
    }

    /** How many bytes of the document the parser has taken so far, some ahead of the last event. */
    long passed() {
        return bytes.passed();
    }

    private static BrokenContainer told(XMLStreamException e) throws InterruptedIOException {
        if (e.getNestedException() instanceof InterruptedIOException stalled) {
            throw stalled;
        }
        String what = e.getNestedException() instanceof BrokenContainer broken
                ? broken.getMessage()
                : e.getMessage() != null && e.getMessage().contains("maxElementDepth")
                        ? "its elements are nested deeper than " + DEEPEST
                        : "its XML is cut off or damaged";
        String where = e.getLocation() == null
                ? ""
                : " at line " + e.getLocation().getLineNumber() + ", column "
                        + e.getLocation().getColumnNumber();
        return new BrokenContainer(what + where, e);
    }
}
