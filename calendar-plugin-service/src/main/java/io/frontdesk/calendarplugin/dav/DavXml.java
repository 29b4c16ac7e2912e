package io.frontdesk.calendarplugin.dav;

import io.frontdesk.calendarplugin.refusal.ProviderRefused;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Reads XML that a stranger wrote: no document type, no entities of its own, not too deep. */
public final class DavXml {
    private static final int DEEPEST = 40;
    private static final int MOST_ELEMENTS = 400_000;
    private static final XMLInputFactory FACTORY = factory();

    private int elements;

    private DavXml() {}

    public static Element read(byte[] document) {
        try {
            var reader = FACTORY.createXMLStreamReader(new ByteArrayInputStream(document));
            while (reader.hasNext()) {
                int event = reader.next();
                if (event == XMLStreamConstants.DTD) {
                    throw new ProviderRefused("The server's answer has a document type.");
                }
                if (event == XMLStreamConstants.START_ELEMENT) {
                    return new DavXml().element(reader, 0);
                }
            }
        } catch (XMLStreamException broken) {
            throw new ProviderRefused("The server's answer is not the XML that it should be.");
        }
        throw new ProviderRefused("The server's answer is empty.");
    }

    /** Text as it may stand in an element. */
    public static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    private Element element(XMLStreamReader reader, int depth) throws XMLStreamException {
        if (depth > DEEPEST || ++elements > MOST_ELEMENTS) {
            throw new ProviderRefused("The server's answer is larger than is read.");
        }
        var name = "{" + (reader.getNamespaceURI() == null ? "" : reader.getNamespaceURI()) + "}";
        name += reader.getLocalName();
        var attribute = reader.getAttributeValue(null, "name");
        var label = attribute == null ? "" : attribute;
        var text = new StringBuilder();
        List<Element> children = new ArrayList<>();
        while (reader.hasNext()) {
            switch (reader.next()) {
                case XMLStreamConstants.START_ELEMENT -> children.add(element(reader, depth + 1));
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA ->
                        text.append(reader.getText());
                case XMLStreamConstants.ENTITY_REFERENCE ->
                        throw new ProviderRefused("The server's answer has entities of its own.");
                case XMLStreamConstants.END_ELEMENT -> {
                    return new Element(name, label, text.toString(), List.copyOf(children));
                }
                default -> {
                    // Comments and processing instructions say nothing to us.
                }
            }
        }
        throw new XMLStreamException("not closed");
    }

    private static XMLInputFactory factory() {
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        factory.setXMLResolver((_, _, _, _) -> new ByteArrayInputStream(new byte[0]));
        return factory;
    }
}
