package io.frontdesk.ragknowledge.webpage;

import crawlercommons.filters.basic.BasicURLNormalizer;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where a walk over a website may lead: its host with or without {@code www.}, the paths that were
 * asked for, and no traps.
 */
public final class Scope {

    private static final int LONGEST = 1_000;
    private static final int DEEPEST_PATH = 12;
    private static final int MOST_PARAMETERS = 4;
    private static final Pattern NO_PAGE =
            Pattern.compile(
                    "(?i).*\\.(?:jpe?g|png|gif|webp|avif|svg|ico|bmp|tiff?|css|m?js|json|xml|rss"
                            + "|atom|map|woff2?|ttf|otf|eot|mp[34]|m4[av]|webm|og[gv]|wav|mov|avi"
                            + "|zip|gz|tgz|rar|7z|exe|dmg|apk|iso|ics|vcf|xlsx?|csv)");
    private static final BasicURLNormalizer NORMALIZER =
            new BasicURLNormalizer(
                    BasicURLNormalizer.newBuilder()
                            .queryParamsToRemove(
                                    Set.of(
                                            "utm_source",
                                            "utm_medium",
                                            "utm_campaign",
                                            "utm_term",
                                            "utm_content",
                                            "fbclid",
                                            "gclid",
                                            "jsessionid",
                                            "phpsessid",
                                            "sid")));

    private final String site;
    private final List<String> include;
    private final List<String> exclude;

    /**
     * The scope of a site.
     *
     * @param include patterns of path and query, {@code *} for anything; empty for everything
     * @param exclude patterns of what to leave out
     */
    public Scope(String url, List<String> include, List<String> exclude) {
        this.site = site(URI.create(url));
        this.include = List.copyOf(include);
        this.exclude = List.copyOf(exclude);
    }

    /** The form that one page has only one of; null for what is no web address. */
    public static @Nullable String normal(String url) {
        var web = url.toLowerCase(Locale.ROOT);
        if (!web.startsWith("http://") && !web.startsWith("https://")) {
            return null;
        }
        var normal = NORMALIZER.filter(url);
        try {
            return normal == null || URI.create(normal).getHost() == null ? null : normal;
        } catch (IllegalArgumentException wrong) {
            return null;
        }
    }

    public boolean isOnSite(String url) {
        return site(URI.create(url)).equals(site);
    }

    /** Why a normal address is not visited; null when it is. */
    public @Nullable String refusal(String url) {
        var uri = URI.create(url);
        var path = uri.getRawPath() == null ? "/" : uri.getRawPath();
        var query = uri.getRawQuery();
        var whole = query == null ? path : path + "?" + query;
        if (!isOnSite(url)) {
            return "other-site";
        }
        if (NO_PAGE.matcher(path).matches()) {
            return "not-a-page";
        }
        if (isTrap(url, path, query)) {
            return "trap";
        }
        boolean wanted =
                (include.isEmpty() || include.stream().anyMatch(p -> matches(p, whole)))
                        && exclude.stream().noneMatch(p -> matches(p, whole));
        return wanted ? null : "excluded";
    }

    private static boolean isTrap(String url, String path, @Nullable String query) {
        var segments = Arrays.stream(path.split("/", -1)).filter(s -> !s.isEmpty()).toList();
        long repeated = segments.size() - segments.stream().distinct().count();
        boolean many =
                query != null && query.chars().filter(c -> c == '&').count() >= MOST_PARAMETERS;
        return url.length() > LONGEST || segments.size() > DEEPEST_PATH || repeated > 2 || many;
    }

    private static String site(URI uri) {
        var host = uri.getHost() == null ? "" : uri.getHost().toLowerCase(Locale.ROOT);
        int port = uri.getPort();
        boolean usual = port < 0 || port == 80 || port == 443;
        return (host.startsWith("www.") ? host.substring(4) : host) + (usual ? "" : ":" + port);
    }

    /** Greedy, going back to the last star alone: bounded by length times length. */
    static boolean matches(String pattern, String text) {
        int p = 0;
        int t = 0;
        int star = -1;
        int mark = 0;
        while (t < text.length()) {
            if (p < pattern.length() && pattern.charAt(p) == '*') {
                star = p++;
                mark = t;
            } else if (p < pattern.length() && pattern.charAt(p) == text.charAt(t)) {
                p++;
                t++;
            } else if (star >= 0) {
                p = star + 1;
                t = ++mark;
            } else {
                return false;
            }
        }
        while (p < pattern.length() && pattern.charAt(p) == '*') {
            p++;
        }
        return p == pattern.length();
    }
}
