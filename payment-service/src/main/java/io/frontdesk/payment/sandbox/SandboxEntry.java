package io.frontdesk.payment.sandbox;

import io.frontdesk.payment.fact.Fact;
import io.frontdesk.payment.fact.Failure;
import io.frontdesk.starter.money.MoneyColumns;
import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * A line of the sandbox's own book.
 *
 * @param kind what happened, in the sandbox's words
 * @param reference of the capture, refund or dispute
 * @param key under which it was asked for
 * @param detail an address, a reason, or a failure's code and sentence
 */
record SandboxEntry(
        UUID id,
        String charge,
        String kind,
        String reference,
        @Nullable String key,
        Money amount,
        Money fee,
        @Nullable String detail,
        Instant at) {
    static final String ACTION = "action_required";
    static final String AUTHORIZED = "authorized";
    static final String CAPTURED = "captured";
    static final String CANCELLED = "cancelled";
    static final String FAILED = "failed";
    static final String REFUNDED = "refunded";
    static final String DISPUTED = "dispute_opened";
    static final String WON = "dispute_won";
    static final String LOST = "dispute_lost";
    private static final Duration EVIDENCE_TIME = Duration.ofDays(7);
    private static final String SEPARATOR = "|";

    static SandboxEntry of(ResultSet row, int number) throws SQLException {
        return new SandboxEntry(
                row.getObject("id", UUID.class),
                row.getString("charge"),
                row.getString("kind"),
                row.getString("reference"),
                row.getString("key"),
                MoneyColumns.read(row, "amount", "currency"),
                MoneyColumns.read(row, "fee", "currency"),
                row.getString("detail"),
                row.getTimestamp("at").toInstant());
    }

    static String detail(Failure failure) {
        return failure.code() + SEPARATOR + failure.message();
    }

    /** What entries tell; once something else happened, the payer is no longer waited for. */
    static List<Fact> facts(List<SandboxEntry> entries) {
        var decided =
                entries.stream()
                        .filter(entry -> !entry.kind().equals(ACTION))
                        .map(SandboxEntry::charge)
                        .collect(Collectors.toSet());
        return entries.stream()
                .filter(entry -> !entry.kind().equals(ACTION) || !decided.contains(entry.charge()))
                .map(SandboxEntry::fact)
                .toList();
    }

    /** The same in the words that all providers share. */
    Fact fact() {
        return switch (kind) {
            case ACTION ->
                    new Fact.ActionRequired(charge, at, detail == null ? null : URI.create(detail));
            case AUTHORIZED -> new Fact.Authorized(charge, at, amount, null);
            case CAPTURED -> new Fact.Captured(charge, at, reference, amount, fee);
            case CANCELLED -> new Fact.Cancelled(charge, at);
            case REFUNDED -> new Fact.Refunded(charge, at, reference, amount);
            case DISPUTED ->
                    new Fact.DisputeOpened(
                            charge,
                            at,
                            reference,
                            amount,
                            fee.isZero() ? null : fee,
                            String.valueOf(detail),
                            at.plus(EVIDENCE_TIME));
            case WON, LOST ->
                    new Fact.DisputeClosed(charge, at, reference, amount, kind.equals(WON));
            default -> new Fact.Failed(charge, at, failure());
        };
    }

    /** What it moved on the account, before fees; null where it moved nothing. */
    @Nullable Money moved() {
        return switch (kind) {
            case CAPTURED, WON -> amount;
            case REFUNDED, DISPUTED -> amount.negated();
            default -> null;
        };
    }

    private Failure failure() {
        var text = String.valueOf(detail);
        var cut = text.indexOf(SEPARATOR);
        return cut < 0
                ? new Failure("processing-error", text)
                : new Failure(text.substring(0, cut), text.substring(cut + 1));
    }
}
