package io.frontdesk.launcher.demo;

import io.frontdesk.launcher.checkout.Checkout;
import java.nio.file.Files;
import java.nio.file.Path;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a demo made, so that the next one finds it instead of making it again.
 *
 * @param otherKey API key of the second business
 */
record DemoState(String baseId, String otherKey) {
    static final DemoState NONE = new DemoState("", "");

    static DemoState read(Path file) {
        return Files.exists(file)
                ? JsonMapper.shared().readValue(file.toFile(), DemoState.class)
                : NONE;
    }

    void write(Path file) {
        Checkout.writePrivately(file, JsonMapper.shared().writeValueAsString(this));
    }
}
