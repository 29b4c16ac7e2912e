package io.frontdesk.ragknowledge.webpage;

import crawlercommons.robots.SimpleRobotRules;
import crawlercommons.robots.SimpleRobotRulesParser;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** The rules of a robots.txt (RFC 9309) that hold for us. */
public final class RobotsTxt {

    /** As much as RFC 9309 asks to be read, in bytes. */
    public static final int LONGEST = 512 * 1024;

    private final SimpleRobotRules rules;

    private RobotsTxt(SimpleRobotRules rules) {
        this.rules = rules;
    }

    /**
     * Reads the rules.
     *
     * @param content empty where there is none: then everything is allowed
     * @param userAgent of which the first word counts
     */
    public static RobotsTxt of(String url, byte[] content, String userAgent) {
        var parser = new SimpleRobotRulesParser(Long.MAX_VALUE, 0);
        var name = userAgent.strip().split("[\\s/(]", 2)[0].toLowerCase(Locale.ROOT);
        return new RobotsTxt(parser.parseContent(url, content, "text/plain", List.of(name)));
    }

    public boolean allows(String url) {
        return rules.isAllowed(url);
    }

    /** The pause between two requests that the site asks for, within bounds. */
    public Duration delay(Duration least, Duration most) {
        long asked = rules.getCrawlDelay();
        if (asked <= least.toMillis()) {
            return least;
        }
        return asked >= most.toMillis() ? most : Duration.ofMillis(asked);
    }

    public List<String> sitemaps() {
        return List.copyOf(rules.getSitemaps());
    }
}
