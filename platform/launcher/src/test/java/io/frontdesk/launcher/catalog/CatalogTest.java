package io.frontdesk.launcher.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.frontdesk.launcher.checkout.FleetFailure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CatalogTest {
    private final Catalog catalog = Catalog.fourteen();

    @Test
    void namesFourteenServicesOnPortsOfTheirOwn() {
        assertThat(catalog.services()).hasSize(14);
        assertThat(catalog.services()).extracting(Service::port).doesNotHaveDuplicates();
    }

    @Test
    void startsNothingBeforeWhatItNeeds() {
        var names = catalog.services().stream().map(Service::name).toList();
        for (var service : catalog.services()) {
            assertThat(service.after())
                    .allMatch(earlier -> names.indexOf(earlier) < names.indexOf(service.name()));
        }
    }

    @Test
    void findsAServiceWithAndWithoutItsEnding() {
        assertThat(catalog.named("rag-core").port()).isEqualTo(8010);
        assertThat(catalog.named("rag-core-service").port()).isEqualTo(8010);
    }

    @ParameterizedTest
    @CsvSource({
        "gatway, gateway-service",
        "payments-service, payment-service",
        "knowledge, rag-knowledge-service",
        "metric, metrics-service"
    })
    void suggestsTheNearestName(String given, String meant) {
        assertThatThrownBy(() -> catalog.named(given))
                .isInstanceOfSatisfying(
                        FleetFailure.class,
                        failure -> assertThat(failure.remedy()).contains("Did you mean " + meant));
    }

    @Test
    void sparesTheOptimisingCompilerWhereItDoesNotPay() {
        var flag = "-XX:TieredStopAtLevel=1";
        assertThat(catalog.named("gateway").jvmOptions()).doesNotContain(flag);
        assertThat(catalog.named("agent").jvmOptions()).contains(flag, "-Xmx112m");
    }
}
