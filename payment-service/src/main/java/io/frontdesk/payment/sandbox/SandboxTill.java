package io.frontdesk.payment.sandbox;

import io.frontdesk.payment.provider.Lookup;
import io.frontdesk.payment.wallet.SandboxLinks;
import io.frontdesk.payment.wallet.SandboxLinks.SandboxLink;
import io.frontdesk.payment.wallet.SandboxMethod;
import io.frontdesk.payment.wallet.Tokens;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.util.IdGenerator;

/** What a payer does in the browser: authenticates a charge, or pays on a page. */
@Component
public class SandboxTill {
    private static final Set<String> TAKEN =
            Set.of(SandboxEntry.CAPTURED, SandboxEntry.AUTHORIZED, SandboxEntry.ACTION);

    private final SandboxWork work;
    private final SandboxBook book;
    private final SandboxLinks links;
    private final IdGenerator ids;

    SandboxTill(SandboxWork work, SandboxBook book, SandboxLinks links, IdGenerator ids) {
        this.work = work;
        this.book = book;
        this.links = links;
        this.ids = ids;
    }

    /** By the token in the address of its page, whoever's it is; for system work. */
    public Optional<SandboxCharge> charge(String token) {
        return book.withToken(token);
    }

    /** False where it was decided before. */
    public boolean authenticate(SandboxCharge charge, boolean approved) {
        return work.authenticate(charge, approved);
    }

    /**
     * Pays a page with the page's row held, so that it is paid once. A declined attempt leaves it
     * open.
     */
    @Transactional
    public Outcome pay(SandboxLink found, SandboxMethod method) {
        var link = links.lock(found.id());
        if (!link.open()) {
            return new Outcome("closed", null);
        }
        var before = new Lookup(link.paymentId(), null, Instant.EPOCH);
        if (book.find(before).stream().anyMatch(entry -> TAKEN.contains(entry.kind()))) {
            return new Outcome("paid", null);
        }
        var id = ids.generateId();
        var asks = method == SandboxMethod.AUTHENTICATION_REQUIRED;
        var charge =
                new SandboxCharge(
                        id,
                        link.tenant(),
                        "sb_ch_" + id.toString().replace("-", ""),
                        "link/" + id,
                        link.paymentId(),
                        link.amount(),
                        link.manualCapture(),
                        method,
                        link.returnUrl(),
                        asks ? Tokens.random() : null);
        work.charge(charge);
        if (method.failure().isPresent()) {
            return new Outcome("declined", null);
        }
        links.paid(link.id(), charge.key());
        return new Outcome("paid", charge.token());
    }

    /**
     * What came of an attempt.
     *
     * @param authentication the token of the page where the payer must go next
     */
    public record Outcome(String word, @Nullable String authentication) {}
}
