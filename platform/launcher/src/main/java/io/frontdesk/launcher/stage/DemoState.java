package io.frontdesk.launcher.stage;

import io.frontdesk.launcher.checkout.Checkout;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a demo made, so that the next one finds it instead of making it again.
 *
 * @param otherKey API key of the second business
 * @param resourceId the dentist in the calendar
 * @param offeringId what can be booked with her
 */
public record DemoState(String baseId, String otherKey, String resourceId, String offeringId) {
    public static final DemoState NONE = new DemoState("", "", "", "");

    /** An older demo's file lacks what was not played then. */
    public DemoState {
        baseId = Objects.requireNonNullElse(baseId, "");
        otherKey = Objects.requireNonNullElse(otherKey, "");
        resourceId = Objects.requireNonNullElse(resourceId, "");
        offeringId = Objects.requireNonNullElse(offeringId, "");
    }

    public DemoState withBase(String id) {
        return new DemoState(id, otherKey, resourceId, offeringId);
    }

    public DemoState withOtherKey(String key) {
        return new DemoState(baseId, key, resourceId, offeringId);
    }

    public DemoState withPractice(String resource, String offering) {
        return new DemoState(baseId, otherKey, resource, offering);
    }

    public static DemoState read(Path file) {
        return Files.exists(file)
                ? JsonMapper.shared().readValue(file.toFile(), DemoState.class)
                : NONE;
    }

    public void write(Path file) {
        Checkout.writePrivately(file, JsonMapper.shared().writeValueAsString(this));
    }
}
