package io.frontdesk.orchestration.broker;

import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.ConfigurableEnvironment;

/**
 * Lets Netty free direct buffers through {@code sun.misc.Unsafe}, which it gave up by default on
 * JDK 24 and later. The broker needs that to read a journal back: without it, a broker that has
 * ever stored an event does not start again. Must be said before Netty's first class is loaded.
 */
final class JournalMemory implements EnvironmentPostProcessor {
    @Override
    public void postProcessEnvironment(
            ConfigurableEnvironment environment, SpringApplication application) {
        allow();
    }

    static void allow() {
        if (System.getProperty("io.netty.noUnsafe") == null) {
            System.setProperty("io.netty.noUnsafe", "false");
        }
    }
}
