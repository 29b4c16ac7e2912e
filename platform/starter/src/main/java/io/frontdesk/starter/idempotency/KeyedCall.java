package io.frontdesk.starter.idempotency;

import io.frontdesk.starter.tenancy.Tenancy;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.DefaultTransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** One call with a key, and the transaction around it. */
final class KeyedCall {
    static final String ATTRIBUTE = KeyedCall.class.getName();
    private static final Logger log = LoggerFactory.getLogger(KeyedCall.class);

    private final Needs needs;
    private final String subject;
    private final String key;
    private final String fingerprint;
    private final Instant startedAt;
    private final Optional<UUID> tenant;
    private @Nullable TransactionStatus transaction;
    private boolean onItsOwn;
    private boolean streams;

    /** What every call needs. */
    record Needs(
            IdempotencyKeys keys,
            PlatformTransactionManager transactions,
            Tenancy tenancy,
            IdempotencyProperties properties,
            Clock clock) {}

    KeyedCall(Needs needs, String subject, String key, String fingerprint) {
        this.needs = needs;
        this.subject = subject;
        this.key = key;
        this.fingerprint = fingerprint;
        this.startedAt = needs.clock().instant().truncatedTo(ChronoUnit.MICROS);
        this.tenant = needs.tenancy().current();
    }

    /**
     * Begins the transaction and takes the key.
     *
     * @return the first call's answer, if this is not the first
     * @throws CallInProgress when another call holds the key
     * @throws KeyReused when the key came with another call
     */
    Optional<KeptAnswer> begin() {
        transaction = needs.transactions().getTransaction(new DefaultTransactionDefinition());
        if (!needs.keys().lock(subject, key)) {
            throw new CallInProgress();
        }
        var properties = needs.properties();
        var first = needs.keys().find(subject, key, startedAt.minus(properties.retention()));
        if (first.isPresent() && !first.get().fingerprint().equals(fingerprint)) {
            throw new KeyReused();
        }
        if (first.isPresent() && first.get().running()) {
            if (first.get().createdAt().plus(properties.lease()).isAfter(startedAt)) {
                throw new CallInProgress();
            }
            return Optional.empty();
        }
        return first;
    }

    /** Goes on without a transaction: the key is held by a row instead. */
    void leaveTransaction() {
        if (transaction != null) {
            needs.keys().save(subject, key, answer(0, null, null, null));
            commit();
            onItsOwn = true;
        }
    }

    /** The answer will be written after the handler has returned, so that it cannot be kept. */
    void streams() {
        streams = true;
    }

    /** Keeps the answer and commits; only then may the caller learn of it. */
    void succeeded(HeldResponse response) throws IOException {
        var largest = needs.properties().largestAnswer().toBytes();
        var answer =
                answer(
                        response.getStatus(),
                        response.getHeader(HttpHeaders.LOCATION),
                        response.getContentType(),
                        streams ? null : response.body(largest));
        if (onItsOwn) {
            inNewTransaction(() -> needs.keys().save(subject, key, answer));
        } else {
            needs.keys().save(subject, key, answer);
            commit();
        }
    }

    /** Undoes everything, so that a retry starts afresh. */
    void failed() {
        try {
            end();
            if (onItsOwn) {
                inNewTransaction(() -> needs.keys().delete(subject, key, startedAt));
            }
        } catch (RuntimeException e) {
            log.warn("Rolling back failed; the database does it when it misses us", e);
        }
    }

    /** A streamed answer has ended in an error, after the key was written. */
    void failedLater() {
        Runnable delete =
                () -> inNewTransaction(() -> needs.keys().delete(subject, key, startedAt));
        tenant.ifPresentOrElse(owner -> needs.tenancy().as(owner, delete), delete);
    }

    /** Ends a transaction that nothing was done in. */
    void end() {
        var open = transaction;
        transaction = null;
        if (open != null) {
            needs.transactions().rollback(open);
        }
    }

    private void commit() {
        var open = transaction;
        transaction = null;
        if (open != null) {
            needs.transactions().commit(open);
        }
    }

    private void inNewTransaction(Runnable work) {
        new TransactionTemplate(needs.transactions()).executeWithoutResult(status -> work.run());
    }

    private KeptAnswer answer(
            int status,
            @Nullable String location,
            @Nullable String contentType,
            byte @Nullable [] body) {
        return new KeptAnswer(fingerprint, startedAt, status, location, contentType, body);
    }
}
