package dev.periodical.ingest.batch;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import javax.xml.stream.XMLEventFactory;
import javax.xml.stream.XMLEventReader;
import javax.xml.stream.XMLEventWriter;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.events.StartElement;
import javax.xml.stream.events.XMLEvent;

/**
 * The entries of an RSS or Atom feed, however long the feed. Each becomes a feed of one entry under the same head, which is
 * then read whole. Nothing outside of the feed is looked up, and its document type counts for nothing.
 */
final class XmlFeedItems implements Items {

    private static final int LONGEST_HEAD = 10_000;

    private static final XMLInputFactory IN = inputs();
    private static final XMLOutputFactory OUT = XMLOutputFactory.newFactory();
    private static final XMLEventFactory EVENTS = XMLEventFactory.newFactory();

    private final InputStream body;
    private final BatchRules rules;
    private final XMLEventReader reader;
    private final List<XMLEvent> head = new ArrayList<>();
    private final Deque<StartElement> open = new ArrayDeque<>();
    private boolean begun;

    XmlFeedItems(InputStream body, BatchRules rules) throws BrokenContainer {
        this.body = body;
        this.rules = rules;
        try {
            this.reader = IN.createXMLEventReader(body);
        } catch (XMLStreamException e) {
            throw broken(e);
        }
    }

    private static XMLInputFactory inputs() {
        XMLInputFactory factory = XMLInputFactory.newFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setXMLReporter((message, error, related, where) -> {}); // what is fatal is thrown as well
        return factory;
    }

    @Override
    public Item next() throws IOException {
        try {
            while (reader.hasNext()) {
                XMLEvent event = reader.nextEvent();
                if (event.isStartElement() && entry(event.asStartElement())) {
                    begun = true;
                    return item(event);
                }
                pass(event);
            }
        } catch (XMLStreamException e) {
            throw broken(e);
        }
        if (!begun && !feed()) {
            throw new BrokenContainer("it is XML, but neither RSS nor Atom");
        }
        return null;
    }

    private boolean feed() {
        return head.stream()
                .filter(XMLEvent::isStartElement)
                .findFirst()
                .map(root -> root.asStartElement().getName().getLocalPart())
                .filter(root -> List.of("rss", "feed", "RDF").contains(root))
                .isPresent();
    }

    private boolean entry(StartElement element) {
        String name = element.getName().getLocalPart();
        return name.equals("entry") && open.size() == 1
                || name.equals("item") && (open.size() == 1 || open.size() == 2);
    }

    private void pass(XMLEvent event) throws BrokenContainer {
        if (event.isStartElement()) {
            open.push(event.asStartElement());
        } else if (event.isEndElement()) {
            open.pop();
        }
        boolean told = event.isStartElement() || event.isEndElement() || event.isCharacters();
        if (!begun && told && head.size() >= LONGEST_HEAD) {
            throw new BrokenContainer("it has no entry among its first " + LONGEST_HEAD + " elements");
        }
        if (!begun && told) {
            head.add(event);
        }
    }

    /** Reads to the entry's end, also where it is too long to be kept. */
    private Item item(XMLEvent start) throws XMLStreamException {
        StringWriter text = new StringWriter();
        XMLEventWriter writer = OUT.createXMLEventWriter(text);
        for (XMLEvent event : head) {
            writer.add(event);
        }
        int headLength = text.getBuffer().length();
        boolean fits = true;
        int depth = 0;
        XMLEvent event = start;
        while (true) {
            if (fits) {
                writer.add(event);
                fits = text.getBuffer().length() - headLength <= rules.maxBytes();
            }
            depth += event.isStartElement() ? 1 : event.isEndElement() ? -1 : 0;
            if (depth == 0) {
                break;
            }
            event = reader.nextEvent();
        }
        for (StartElement ancestor : open) {
            writer.add(EVENTS.createEndElement(ancestor.getName(), null));
        }
        writer.flush();
        String alone = text.toString();
        return fits ? new Item.Entry(() -> FeedForm.read(alone), 2L * alone.length()) : new Item.TooLarge(null);
    }

    private static BrokenContainer broken(XMLStreamException e) {
        String where = e.getLocation() == null
                ? ""
                : " at line " + e.getLocation().getLineNumber() + ", column "
                        + e.getLocation().getColumnNumber();
        return new BrokenContainer("its XML is cut off or damaged" + where, e);
    }

    @Override
    public void close() throws IOException {
        body.close();
    }
}
