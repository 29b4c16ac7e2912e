package io.frontdesk.admincustomerrag.canary;

import io.frontdesk.admincustomerrag.knowledge.Knowledge;
import io.frontdesk.starter.tenancy.Tenancy;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.stereotype.Service;

/** Makes a tenant with one document by the same calls that every tenant uses. */
@Service
public class PlantCanary {

    private static final String LETTERS = "bcdfghjklmnpqrstvwxz";

    private final Knowledge knowledge;
    private final Canaries canaries;
    private final Tenancy tenancy;
    private final SecureRandom random = new SecureRandom();

    PlantCanary(Knowledge knowledge, Canaries canaries, Tenancy tenancy) {
        this.knowledge = knowledge;
        this.canaries = canaries;
        this.tenancy = tenancy;
    }

    /**
     * Plants a canary beside a tenant. It is noted before anything of it exists, so that it is
     * found again whatever happens.
     *
     * @param noted is told its tenant at once
     * @throws CanaryLost when its document does not become ready in time
     */
    public Canary plant(UUID besides, Duration patience, Consumer<UUID> noted) {
        var canary = UUID.randomUUID();
        tenancy.as(besides, () -> canaries.add(canary));
        noted.accept(canary);
        var secret = word(12);
        var place = Character.toUpperCase(LETTERS.charAt(random.nextInt(20))) + "a" + word(7);
        var base = knowledge.createBase(canary, "Canary");
        var draft = new Canary(canary, place, secret, base, base, base);
        var text =
                draft.sentence()
                        + " The lantern keeper of %s changes it every spring, when the ships return."
                                .formatted(place);
        var document = knowledge.addDocument(canary, base, "Lantern keepers", text);
        if (!Patience.until(patience, () -> knowledge.document(canary, document).isOver())
                || !knowledge.document(canary, document).isReady()) {
            throw new CanaryLost("The canary's document did not become ready.");
        }
        var agent = knowledge.createAgent(canary, "Lantern keepers", base);
        return new Canary(canary, place, secret, base, document, agent);
    }

    private String word(int letters) {
        var word = new StringBuilder();
        for (int i = 0; i < letters; i++) {
            word.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return word.toString();
    }
}
