package org.lacuna.web.feed;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes a feed as Atom (RFC 4287). */
final class AtomFeed {
    static final String MEDIA = "application/atom+xml";

    private AtomFeed() {}

    static byte[] write(Feed feed) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            XMLStreamWriter xml =
                    XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(out, StandardCharsets.UTF_8.name());
            xml.writeStartDocument(StandardCharsets.UTF_8.name(), "1.0");
            xml.writeStartElement("feed");
            xml.writeDefaultNamespace("http://www.w3.org/2005/Atom");
            xml.writeAttribute("xml:lang", "en");
            text(xml, "id", feed.id());
            text(xml, "title", feed.title());
            text(xml, "subtitle", Feed.ABOUT);
            text(xml, "updated", moment(feed.updated()));
            link(xml, "self", MEDIA, feed.atom());
            link(xml, "alternate", "text/html", feed.page());
            link(xml, "alternate", JsonFeed.MEDIA, feed.json());
            xml.writeStartElement("author");
            text(xml, "name", "Lacuna");
            xml.writeEndElement();
            text(xml, "generator", "Lacuna");
            for (Item item : feed.items()) {
                entry(xml, item);
            }
            xml.writeEndElement();
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException impossible) {
            throw new IllegalStateException("texts without illegal characters can be written as XML", impossible);
        }
        return out.toByteArray();
    }

    private static void entry(XMLStreamWriter xml, Item item) throws XMLStreamException {
        xml.writeStartElement("entry");
        text(xml, "id", item.id());
        text(xml, "title", item.title());
        text(xml, "published", moment(item.published()));
        text(xml, "updated", moment(item.updated()));
        link(xml, "alternate", "text/html", item.url());
        for (String tag : item.tags()) {
            xml.writeEmptyElement("category");
            xml.writeAttribute("term", tag);
        }
        text(xml, "summary", item.summary());
        xml.writeStartElement("content");
        xml.writeAttribute("type", "html");
        xml.writeCharacters(item.html());
        xml.writeEndElement();
        xml.writeEndElement();
    }

    private static void text(XMLStreamWriter xml, String name, String value) throws XMLStreamException {
        xml.writeStartElement(name);
        xml.writeCharacters(PlainText.legal(value));
        xml.writeEndElement();
    }

    private static void link(XMLStreamWriter xml, String relation, String type, String address)
            throws XMLStreamException {
        xml.writeEmptyElement("link");
        xml.writeAttribute("rel", relation);
        xml.writeAttribute("type", type);
        xml.writeAttribute("href", address);
    }

    /** RFC 3339, always in UTC and with seconds. */
    static String moment(Instant moment) {
        return DateTimeFormatter.ISO_INSTANT.format(moment.truncatedTo(ChronoUnit.MILLIS));
    }
}
