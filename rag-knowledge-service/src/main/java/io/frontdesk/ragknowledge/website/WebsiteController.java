package io.frontdesk.ragknowledge.website;

import io.frontdesk.ragknowledge.library.KnowledgeBases;
import io.frontdesk.ragknowledge.website.NewWebsite.Settings;
import io.frontdesk.ragknowledge.website.Website.SitePage;
import io.frontdesk.starter.paging.Page;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/knowledge")
class WebsiteController {

    private final FollowWebsite followWebsite;
    private final Websites websites;
    private final KnowledgeBases bases;

    WebsiteController(FollowWebsite followWebsite, Websites websites, KnowledgeBases bases) {
        this.followWebsite = followWebsite;
        this.websites = websites;
        this.bases = bases;
    }

    @Operation(summary = "Follows a website: its pages become documents, in the background")
    @PostMapping("/bases/{baseId}/websites")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Accepted follow(@PathVariable UUID baseId, @Valid @RequestBody NewWebsite website) {
        return accepted(followWebsite.follow(baseId, website));
    }

    @GetMapping("/bases/{baseId}/websites")
    Page<Website> list(
            @PathVariable UUID baseId,
            @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit,
            @RequestParam(required = false) @Nullable UUID cursor) {
        bases.require(baseId);
        return Page.of(websites.list(baseId, limit + 1, cursor), limit, Website::id);
    }

    @GetMapping("/websites/{id}")
    Website get(@PathVariable UUID id) {
        return websites.get(id);
    }

    @GetMapping("/websites/{id}/pages")
    Page<SitePage> pages(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit,
            @RequestParam(required = false) @Nullable UUID cursor) {
        websites.get(id);
        return Page.of(websites.pages(id, limit + 1, cursor), limit, SitePage::id);
    }

    @Operation(summary = "Crawls the website now, or again after the crawl that is under way")
    @PostMapping("/websites/{id}/crawls")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Accepted crawl(@PathVariable UUID id) {
        return accepted(followWebsite.crawl(id));
    }

    @Operation(summary = "Replaces the settings; they hold from the next request of a crawl on")
    @PutMapping("/websites/{id}")
    Website change(@PathVariable UUID id, @Valid @RequestBody Settings settings) {
        return followWebsite.change(id, settings);
    }

    @Operation(summary = "Stops following a website and deletes the documents of its pages")
    @DeleteMapping("/websites/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(@PathVariable UUID id) {
        followWebsite.forget(id);
    }

    private static Accepted accepted(Website website) {
        return new Accepted(website.id(), website.status());
    }

    record Accepted(UUID id, String status) {}
}
