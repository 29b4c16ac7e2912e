package io.frontdesk.launcher.aot;

import static org.assertj.core.api.Assertions.assertThat;

import io.frontdesk.launcher.build.AppLayouts;
import io.frontdesk.launcher.catalog.Catalog;
import io.frontdesk.launcher.catalog.Service;
import io.frontdesk.launcher.checkout.Checkout;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AotCachesTest {
    @TempDir Path home;

    private final Service payment = Catalog.fourteen().named("payment");
    private AotCaches caches;
    private Path fingerprint;

    @BeforeEach
    void checkout() throws IOException {
        var checkout = new Checkout(home);
        Files.writeString(
                home.resolve("pom.xml"), "<artifactId>frontdesk</artifactId><version>1</version>");
        fingerprint = checkout.app("payment-service").resolve("fingerprint");
        Files.createDirectories(fingerprint.getParent());
        Files.writeString(fingerprint, "first");
        Files.createDirectories(checkout.aot());
        caches = new AotCaches(checkout, new AppLayouts(checkout));
    }

    @Test
    void hasNoneBeforeTraining() {
        assertThat(caches.usable(payment)).isEmpty();
    }

    @Test
    void usesWhatWasTrainedForTheSameJar() throws IOException {
        train();

        assertThat(caches.usable(payment)).contains(home.resolve(".fleet/aot/payment-service.aot"));
    }

    @Test
    void leavesTheCacheOfAnotherJar() throws IOException {
        train();
        Files.writeString(fingerprint, "second");

        assertThat(caches.usable(payment)).isEmpty();
    }

    @Test
    void leavesTheCacheOfOtherOptions() throws IOException {
        train();
        var larger = new Service(payment.name(), payment.port(), 999, false, payment.after());

        assertThat(caches.usable(larger)).isEmpty();
    }

    private void train() throws IOException {
        Files.createDirectories(caches.drafts());
        Files.writeString(caches.draft(payment), "cache");
        caches.accept(payment);
        assertThat(caches.draft(payment)).doesNotExist();
    }
}
