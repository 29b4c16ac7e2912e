package io.frontdesk.ragknowledge.webpage;

import crawlercommons.sitemaps.AbstractSiteMap;
import crawlercommons.sitemaps.SiteMap;
import crawlercommons.sitemaps.SiteMapIndex;
import crawlercommons.sitemaps.SiteMapParser;
import crawlercommons.sitemaps.SiteMapURL;
import crawlercommons.sitemaps.UnknownFormatException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.GZIPInputStream;

/**
 * A site map or an index of them, read up to limits however long it is.
 *
 * @param sitemaps that it names
 * @param pages that it names, as many as there was room for
 * @param beyond how many more were there, in the part that was read
 */
public record Sitemap(List<String> sitemaps, List<String> pages, int beyond) {

    /** How many bytes are read, packed and unpacked. */
    public static final int LONGEST = 10 * 1024 * 1024;

    /**
     * Reads what can be read, also of one that was cut off.
     *
     * @param room how many addresses are kept
     */
    public static Sitemap of(String url, byte[] content, int room) {
        var kept = new AtomicInteger();
        var beyond = new AtomicInteger();
        var parser = new SiteMapParser(false, true);
        parser.setURLFilter((String address) -> {
            if (kept.get() >= room) {
                beyond.incrementAndGet();
                return null;
            }
            kept.incrementAndGet();
            return address;
        });
        try {
            var read = parser.parseSiteMap(unpacked(content), URI.create(url).toURL());
            return switch (read) {
                case SiteMapIndex index ->
                        new Sitemap(
                                index.getSitemaps().stream()
                                        .map(AbstractSiteMap::getUrl)
                                        .map(Object::toString)
                                        .toList(),
                                List.of(),
                                beyond.get());
                case SiteMap map -> new Sitemap(List.of(), pages(map), beyond.get());
                default -> new Sitemap(List.of(), List.of(), 0);
            };
        } catch (UnknownFormatException | IOException | RuntimeException broken) {
            return new Sitemap(List.of(), List.of(), 0);
        }
    }

    private static List<String> pages(SiteMap map) {
        return map.getSiteMapUrls().stream()
                .map(SiteMapURL::getUrl)
                .filter(Objects::nonNull)
                .map(Object::toString)
                .toList();
    }

    /** A packed file that was cut off unpacks as far as it goes. */
    private static byte[] unpacked(byte[] content) {
        if (content.length < 2 || (content[0] & 0xFF) != 0x1F || (content[1] & 0xFF) != 0x8B) {
            return content;
        }
        var unpacked = new ByteArrayOutputStream();
        var buffer = new byte[16 * 1024];
        try (var stream = new GZIPInputStream(new ByteArrayInputStream(content))) {
            for (int n = stream.read(buffer);
                    n >= 0 && unpacked.size() + n <= LONGEST;
                    n = stream.read(buffer)) {
                unpacked.write(buffer, 0, n);
            }
        } catch (IOException cutOff) {
            return unpacked.toByteArray();
        }
        return unpacked.toByteArray();
    }
}
