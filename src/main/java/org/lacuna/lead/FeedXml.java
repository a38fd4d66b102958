package org.lacuna.lead;

import com.rometools.rome.io.XmlReader;
import com.rometools.rome.io.impl.XmlFixerReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.util.regex.Pattern;
import javax.xml.XMLConstants;
import org.jdom2.Document;
import org.jdom2.JDOMException;
import org.jdom2.input.SAXBuilder;

/**
 * Parses XML that somebody else chose (OWASP: XML external entity prevention). A declaration of a document type that
 * declares anything is refused, so there are no entities to expand, inside or outside; a bare one, which old RSS has, is
 * taken away.
 */
final class FeedXml {
    private static final int LONGEST = 5_000_000;
    private static final int HEAD = 4_000;
    private static final Pattern BARE_TYPE = Pattern.compile("<!DOCTYPE[^>\\[]*>", Pattern.CASE_INSENSITIVE);
    private static final String JAXP = "http://www.oracle.com/xml/jaxp/properties/";

    private FeedXml() {}

    /** @param contentType of the answer; it outweighs what the document says of its encoding (RFC 7303) */
    static Document parse(byte[] body, String contentType) throws FeedUnreadable {
        if (body.length > LONGEST) {
            throw new FeedUnreadable("expected a feed of at most " + LONGEST + " bytes, found " + body.length);
        }
        try (Reader healed = new XmlFixerReader(new StringReader(withoutBareType(text(body, contentType))))) {
            return builder().build(healed);
        } catch (JDOMException | IOException | RuntimeException broken) {
            throw new FeedUnreadable("expected RSS or Atom without entities of its own, found no such XML");
        }
    }

    private static String text(byte[] body, String contentType) throws IOException {
        StringBuilder text = new StringBuilder(body.length);
        try (Reader reader = new XmlReader(new ByteArrayInputStream(body), contentType, true)) {
            char[] some = new char[8192];
            for (int read = reader.read(some); read >= 0; read = reader.read(some)) {
                text.append(some, 0, read);
            }
        }
        return text.toString().stripLeading();
    }

    private static String withoutBareType(String text) {
        String head = text.substring(0, Math.min(HEAD, text.length()));
        return BARE_TYPE.matcher(head).replaceFirst("") + text.substring(head.length());
    }

    private static SAXBuilder builder() {
        SAXBuilder builder = new SAXBuilder();
        builder.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
        builder.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        builder.setFeature("http://xml.org/sax/features/external-general-entities", false);
        builder.setFeature("http://xml.org/sax/features/external-parameter-entities", false);
        // what is nested deeper would exhaust the stack of whoever walks through it
        builder.setProperty(JAXP + "maxElementDepth", "100");
        builder.setProperty(JAXP + "elementAttributeLimit", "200");
        builder.setExpandEntities(false);
        return builder;
    }
}
