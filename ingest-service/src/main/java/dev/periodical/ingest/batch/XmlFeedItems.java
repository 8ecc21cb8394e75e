package dev.periodical.ingest.batch;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import javax.xml.stream.XMLEventFactory;
import javax.xml.stream.XMLEventWriter;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.events.StartElement;
import javax.xml.stream.events.XMLEvent;

/**
 * The entries of an RSS or Atom feed, however long the feed. Each becomes a feed of one entry under the same head, which is
 * then read whole. An entry that is too large is read past.
 */
final class XmlFeedItems implements Items {

    private static final int LONGEST_HEAD = 10_000;
    private static final long LARGEST_HEAD = 1L << 20;
    private static final int KEPT_HEAD_TEXT = 16 << 10;

    private static final XMLOutputFactory OUT = XMLOutputFactory.newFactory();
    private static final XMLEventFactory EVENTS = XMLEventFactory.newFactory();

    private final InputStream body;
    private final BatchRules rules;
    private final XmlEvents events;
    private final List<XMLEvent> head = new ArrayList<>();
    private final Deque<StartElement> open = new ArrayDeque<>();
    private int headText;
    private boolean begun;

    XmlFeedItems(InputStream body, BatchRules rules) throws BrokenContainer {
        this.body = body;
        this.rules = rules;
        this.events = new XmlEvents(body, rules.maxBytes());
    }

    @Override
    public Item next() throws IOException {
        for (XMLEvent event = events.next(); event != null; event = events.next()) {
            if (event.isStartElement() && entry(event.asStartElement())) {
                begun = true;
                return item(event);
            }
            pass(event);
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
        if (!begun) {
            keep(event);
        }
    }

    /** Every entry is read under the head again: of it only the start of its text is kept, and no head has no end. */
    private void keep(XMLEvent event) throws BrokenContainer {
        if (head.size() >= LONGEST_HEAD) {
            throw new BrokenContainer("it has no entry among its first " + LONGEST_HEAD + " elements");
        }
        if (events.passed() > LARGEST_HEAD) {
            throw new BrokenContainer("it has no entry in its first MiB");
        }
        headText += event.isCharacters() ? event.asCharacters().getData().length() : 0;
        if (event.isStartElement() || event.isEndElement() || event.isCharacters() && headText <= KEPT_HEAD_TEXT) {
            head.add(event);
        }
    }

    /** Reads to the entry's end, also where it is too long to be kept. */
    private Item item(XMLEvent start) throws IOException {
        StringWriter text = new StringWriter();
        try {
            XMLEventWriter writer = OUT.createXMLEventWriter(text);
            for (XMLEvent event : head) {
                writer.add(event);
            }
            int headLength = text.getBuffer().length();
            boolean fits = true;
            int depth = 0;
            for (XMLEvent event = start; event != null; event = events.next()) {
                if (fits) {
                    writer.add(plain(event));
                    fits = text.getBuffer().length() - headLength <= rules.maxBytes();
                }
                depth += event.isStartElement() ? 1 : event.isEndElement() ? -1 : 0;
                if (depth == 0) {
                    return fits ? alone(writer, text) : new Item.TooLarge(null);
                }
            }
        } catch (XMLStreamException e) {
            throw new BrokenContainer("an entry of it can't be written again: " + e.getMessage(), e);
        }
        throw new BrokenContainer("its XML is cut off");
    }

    private Item alone(XMLEventWriter writer, StringWriter text) throws XMLStreamException {
        for (StartElement ancestor : open) {
            writer.add(EVENTS.createEndElement(ancestor.getName(), null));
        }
        writer.flush();
        String alone = text.toString();
        return new Item.Entry(() -> FeedForm.read(alone), 2L * alone.length());
    }

    /** CDATA as text: its chunks may part in the middle of a character. */
    private static XMLEvent plain(XMLEvent event) {
        return event.isCharacters()
                ? EVENTS.createCharacters(event.asCharacters().getData())
                : event;
    }

    @Override
    public void close() throws IOException {
        body.close();
    }
}
