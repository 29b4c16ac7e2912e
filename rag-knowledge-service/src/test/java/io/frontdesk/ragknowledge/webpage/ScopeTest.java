package io.frontdesk.ragknowledge.webpage;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScopeTest {

    private final Scope scope =
            new Scope("https://www.example.com/", List.of(), List.of("/admin*", "*print=1*"));

    @ParameterizedTest
    @CsvSource({
        "https://www.example.com/a, ",
        "http://example.com/a?b=1, ",
        "https://other.com/a, other-site",
        "https://shop.example.com/a, other-site",
        "https://example.com:8443/a, other-site",
        "https://example.com.evil.com/, other-site",
        "https://example.com/a.PNG, not-a-page",
        "https://example.com/report.pdf, ",
        "https://example.com/admin/users, excluded",
        "https://example.com/a?print=1, excluded",
        "https://example.com/a/a/a/a, trap",
        "https://example.com/1/2/3/4/5/6/7/8/9/10/11/12/13, trap",
        "https://example.com/s?a=1&b=2&c=3&d=4&e=5, trap"
    })
    void saysWhyAnAddressIsNotVisited(String url, String reason) {
        assertThat(scope.refusal(url)).isEqualTo(reason);
    }

    @ParameterizedTest
    @CsvSource({
        "HTTP://Example.COM:80/a/../b#c, http://example.com/b",
        "https://example.com/?utm_source=x&a=1, https://example.com/?a=1",
        "https://example.com, https://example.com/",
        "mailto:a@example.com, ",
        "javascript:void(0), ",
        "https://, "
    })
    void hasOneFormForOnePage(String url, String normal) {
        assertThat(Scope.normal(url)).isEqualTo(normal);
    }

    @Test
    @Timeout(5)
    void matchesPatternsInBoundedTime() {
        assertThat(Scope.matches("/blog/*", "/blog/2024/x")).isTrue();
        assertThat(Scope.matches("/blog", "/blog/2024")).isFalse();
        assertThat(Scope.matches("*a".repeat(150) + "b", "a".repeat(1_000))).isFalse();
    }

    @Test
    void obeysTheRulesForItsName() {
        var text =
                "User-agent: *\nDisallow: /\n\nUser-agent: Frontdesk\nDisallow: /private\nAllow:"
                        + " /private/open\nCrawl-delay: 9999\nSitemap: https://example.com/s.xml";
        var rules =
                RobotsTxt.of(
                        "https://example.com/robots.txt",
                        text.getBytes(StandardCharsets.UTF_8),
                        "Frontdesk (+https://frontdesk.example)");
        assertThat(rules.allows("https://example.com/a")).isTrue();
        assertThat(rules.allows("https://example.com/private/a")).isFalse();
        assertThat(rules.allows("https://example.com/private/open")).isTrue();
        assertThat(rules.delay(Duration.ofSeconds(1), Duration.ofSeconds(30)))
                .isEqualTo(Duration.ofSeconds(30));
        assertThat(rules.sitemaps()).containsExactly("https://example.com/s.xml");
    }

    @Test
    @Timeout(30)
    void readsTheStartOfASitemapThatIsCutOff() {
        var xml = new StringBuilder("<urlset xmlns='http://www.sitemaps.org/schemas/sitemap/0.9'>");
        while (xml.length() < Sitemap.LONGEST) {
            xml.append("<url><loc>https://example.com/")
                    .append(xml.length())
                    .append("</loc></url>");
        }
        var bytes = xml.toString().getBytes(StandardCharsets.UTF_8);
        var map = Sitemap.of("https://example.com/sitemap.xml", bytes, 500);
        assertThat(map.pages()).hasSize(500);
        assertThat(map.beyond()).isGreaterThan(10_000);
        assertThat(Sitemap.of("https://example.com/s.xml", new byte[] {1, 2}, 5).pages()).isEmpty();
    }

    @Test
    void doesNotResolveEntitiesOfASitemap() {
        var xml =
                "<?xml version='1.0'?><!DOCTYPE u [<!ENTITY x SYSTEM 'file:///etc/hostname'>]>"
                        + "<urlset xmlns='http://www.sitemaps.org/schemas/sitemap/0.9'>"
                        + "<url><loc>https://example.com/&x;</loc></url></urlset>";
        var map = Sitemap.of("https://example.com/s.xml", xml.getBytes(StandardCharsets.UTF_8), 10);
        assertThat(map.pages()).allMatch(page -> page.equals("https://example.com/"));
    }
}
