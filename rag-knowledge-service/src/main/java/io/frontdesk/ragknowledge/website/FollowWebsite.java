package io.frontdesk.ragknowledge.website;

import io.frontdesk.ragknowledge.crawling.CrawlQueue;
import io.frontdesk.ragknowledge.document.Documents;
import io.frontdesk.ragknowledge.fetching.Fetcher;
import io.frontdesk.ragknowledge.library.KnowledgeBases;
import io.frontdesk.ragknowledge.webpage.Scope;
import io.frontdesk.ragknowledge.website.NewWebsite.Settings;
import io.frontdesk.starter.tenancy.Tenancy;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.util.IdGenerator;

/** Takes a website in, has it crawled, and lets it go with all that came of it. */
@Service
@Transactional
class FollowWebsite {

    private final KnowledgeBases bases;
    private final Websites websites;
    private final Documents documents;
    private final CrawlQueue queue;
    private final Fetcher fetcher;
    private final IdGenerator ids;
    private final Tenancy tenancy;

    FollowWebsite(
            KnowledgeBases bases,
            Websites websites,
            Documents documents,
            CrawlQueue queue,
            Fetcher fetcher,
            IdGenerator ids,
            Tenancy tenancy) {
        this.bases = bases;
        this.websites = websites;
        this.documents = documents;
        this.queue = queue;
        this.fetcher = fetcher;
        this.ids = ids;
        this.tenancy = tenancy;
    }

    Website follow(UUID baseId, NewWebsite website) {
        tenancy.require();
        bases.require(baseId);
        var checked = fetcher.check(website.url()).toString();
        var url = Objects.requireNonNullElse(Scope.normal(checked), checked);
        var id = ids.generateId();
        if (!websites.add(id, baseId, url, website.settings())) {
            throw new WebsiteExists(websites.withUrl(baseId, url).orElse(baseId));
        }
        queue.add(id);
        return websites.get(id);
    }

    Website crawl(UUID id) {
        websites.get(id);
        websites.queue(id);
        queue.add(id);
        return websites.get(id);
    }

    Website change(UUID id, Settings settings) {
        websites.get(id);
        websites.change(id, settings);
        queue.add(id);
        return websites.get(id);
    }

    void forget(UUID id) {
        websites.get(id);
        websites.lock(id);
        documents.ofWebsite(id).forEach(documents::delete);
        websites.delete(id);
    }
}
