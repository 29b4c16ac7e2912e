package io.frontdesk.ragknowledge.crawling;

import io.frontdesk.ragknowledge.crawling.Frontier.Stop;
import io.frontdesk.ragknowledge.document.Documents;
import io.frontdesk.ragknowledge.fetching.AddressRefused;
import io.frontdesk.ragknowledge.fetching.FetchFailed;
import io.frontdesk.ragknowledge.fetching.Fetched;
import io.frontdesk.ragknowledge.fetching.Fetcher;
import io.frontdesk.ragknowledge.fetching.Fetcher.Wanted;
import io.frontdesk.ragknowledge.upload.AddDocument;
import io.frontdesk.ragknowledge.upload.ReplaceContent;
import io.frontdesk.ragknowledge.usage.QuotaExceeded;
import io.frontdesk.ragknowledge.webpage.PageLinks;
import io.frontdesk.ragknowledge.webpage.RobotsTxt;
import io.frontdesk.ragknowledge.webpage.Scope;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/** Visits one page and makes it a document, a new version of one, or nothing. */
@Service
class VisitPage {

    private static final int GONE_FOR_GOOD = 2;

    private final Fetcher fetcher;
    private final Frontier frontier;
    private final Documents documents;
    private final AddDocument addDocument;
    private final ReplaceContent replaceContent;
    private final TransactionOperations transaction;

    VisitPage(
            Fetcher fetcher,
            Frontier frontier,
            Documents documents,
            AddDocument addDocument,
            ReplaceContent replaceContent,
            TransactionOperations transaction) {
        this.fetcher = fetcher;
        this.frontier = frontier;
        this.documents = documents;
        this.addDocument = addDocument;
        this.replaceContent = replaceContent;
        this.transaction = transaction;
    }

    /**
     * Visits the page.
     *
     * @return whether the host was asked at all
     * @throws FetchFailed when it may go better later
     */
    boolean visit(Site site, Stop stop, RobotsTxt rules) {
        var refusal =
                rules.allows(stop.url())
                        ? site.scope().refusal(stop.url())
                        : "disallowed-by-robots";
        if (refusal != null) {
            drop(site, stop, refusal);
            return false;
        }
        try {
            boolean known = stop.documentId() != null;
            var fetched =
                    fetcher.fetch(
                            new Wanted(
                                    stop.url(),
                                    known ? stop.etag() : null,
                                    known ? stop.lastModified() : null));
            transaction.executeWithoutResult(_ -> keep(site, stop, fetched));
        } catch (AddressRefused refused) {
            drop(site, stop, "address-refused");
        } catch (QuotaExceeded exceeded) {
            frontier.leave(site, stop, "failed", "quota-exceeded");
        } catch (FetchFailed failed) {
            if (failed.isPassing()) {
                throw failed;
            }
            failed(site, stop, failed);
        }
        return true;
    }

    private void keep(Site site, Stop stop, Fetched fetched) {
        if (fetched.isUnmodified()) {
            frontier.fetched(site, stop, stop.documentId(), fetched);
            return;
        }
        var arrived = Scope.normal(fetched.url().toString());
        if (!stop.url().equals(arrived)) {
            movedTo(site, stop, arrived, "redirected");
            return;
        }
        var links = PageLinks.of(fetched);
        if (stop.depth() < site.maxDepth()) {
            links.links().forEach(link -> found(site, link, stop.depth() + 1));
        }
        var canonical = links.canonical() == null ? null : Scope.normal(links.canonical());
        if (!links.isIndexed()) {
            drop(site, stop, "noindex");
        } else if (canonical != null
                && !canonical.equals(stop.url())
                && site.scope().isOnSite(canonical)) {
            movedTo(site, stop, canonical, "canonical-is-another");
        } else if (fetched.body().length == 0) {
            drop(site, stop, "empty");
        } else {
            store(site, stop, fetched);
        }
    }

    private void store(Site site, Stop stop, Fetched fetched) {
        var known = stop.documentId();
        if (known != null) {
            replaceContent.replacePage(known, fetched);
            frontier.fetched(site, stop, known, fetched);
        } else if (documents.websiteHolds(site.id(), fetched.hash())) {
            frontier.leave(site, stop, "skipped", "same-content");
        } else {
            var added = addDocument.addPage(site.baseId(), site.id(), stop.url(), fetched);
            frontier.fetched(site, stop, added, fetched);
        }
    }

    private void movedTo(Site site, Stop stop, @Nullable String url, String reason) {
        if (url != null) {
            found(site, url, stop.depth());
        }
        drop(site, stop, reason);
    }

    /** Notes an address for later, if it is one to be visited. */
    void found(Site site, String link, int depth) {
        var url = Scope.normal(link);
        if (url != null && site.scope().refusal(url) == null && frontier.room(site) > 0) {
            frontier.add(site, url, depth);
        }
    }

    private void drop(Site site, Stop stop, String reason) {
        transaction.executeWithoutResult(_ -> {
            frontier.leave(site, stop, "skipped", reason);
            forget(stop.documentId());
        });
    }

    private void failed(Site site, Stop stop, FetchFailed failed) {
        transaction.executeWithoutResult(_ -> {
            frontier.leave(site, stop, "failed", failed.type());
            if (failed.isGone()) {
                frontier.missed(stop);
                if (stop.misses() + 1 >= GONE_FOR_GOOD) {
                    forget(stop.documentId());
                }
            }
        });
    }

    private void forget(@Nullable UUID documentId) {
        if (documentId != null) {
            documents.delete(documentId);
        }
    }
}
