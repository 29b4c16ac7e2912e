package io.frontdesk.e2e.durability;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.frontdesk.e2e.fleet.Caller;
import io.frontdesk.e2e.fleet.Tenants;
import io.frontdesk.e2e.fleet.Tenants.Tenant;
import io.frontdesk.e2e.knowledge.KnowledgeBase;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.awaitility.core.ConditionTimeoutException;

/** Someone who keeps using the fleet while it is being killed, and notes what was acknowledged. */
final class Load implements AutoCloseable {
    private static final long PAUSE_NANOS = 150_000_000L;

    private final Tenants tenants;
    private final Tenant tenant;
    private final KnowledgeBase base;
    private final Thread thread;
    private final AtomicInteger count = new AtomicInteger();
    private final AtomicLong acknowledged = new AtomicLong();

    /** Document ids by the word that only that document has. */
    final Map<String, String> documents = new ConcurrentHashMap<>();

    /** Words that a search has found before. */
    final Set<String> found = ConcurrentHashMap.newKeySet();

    final Queue<String> bases = new ConcurrentLinkedQueue<>();

    /** Keys by their ids. */
    final Map<String, String> keys = new ConcurrentHashMap<>();

    private volatile boolean running = true;

    Load(Tenants tenants) {
        this.tenants = tenants;
        tenant = tenants.create("Durable");
        base = KnowledgeBase.create(tenant.owner(), "durable");
        thread = Thread.ofPlatform().name("load").start(this::run);
    }

    KnowledgeBase base() {
        return base;
    }

    Caller owner() {
        return tenant.owner();
    }

    /** How many requests that change something were acknowledged so far. */
    long acknowledged() {
        return acknowledged.get();
    }

    @Override
    public void close() {
        running = false;
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        while (running) {
            var number = count.incrementAndGet();
            step(number);
            LockSupport.parkNanos(PAUSE_NANOS);
        }
    }

    private void step(int number) {
        var word = "word" + UUID.randomUUID().toString().replace("-", "");
        var text = "The name of parcel %d is %s.".formatted(number, word);
        var key = UUID.randomUUID().toString();
        attempt(() -> base.upload(word + ".txt", text.getBytes(UTF_8), key))
                .ifPresent(answer -> documents.put(word, answer.id()));
        if (number % 10 == 0) {
            attempt(() -> owner().post("/api/knowledge/bases", Map.of("name", word)))
                    .ifPresent(answer -> bases.add(answer.id()));
            attempt(() -> tenants.key(tenant.id(), "staff"))
                    .ifPresent(
                            answer -> keys.put(answer.id(), answer.body().path("key").asString()));
        }
        documents.keySet().stream().limit(1000).skip(number / 2).findFirst().ifPresent(this::find);
    }

    private void find(String word) {
        try {
            var hit =
                    base.search(word, "lexical").stream()
                            .anyMatch(one -> one.path("text").asString().contains(word));
            if (hit) {
                found.add(word);
            }
        } catch (UncheckedIOException | AssertionError e) {
            // Not answered, so nothing was promised.
        }
    }

    /** An answer that acknowledges; anything else promised nothing. */
    private Optional<Caller.Answer> attempt(Supplier<Caller.Answer> call) {
        try {
            var answer = Optional.of(call.get()).filter(Caller.Answer::ok);
            answer.ifPresent(one -> acknowledged.incrementAndGet());
            return answer;
        } catch (UncheckedIOException | AssertionError | ConditionTimeoutException e) {
            return Optional.empty();
        }
    }
}
