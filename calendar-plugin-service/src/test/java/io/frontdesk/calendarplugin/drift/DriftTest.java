package io.frontdesk.calendarplugin.drift;

import static org.assertj.core.api.Assertions.assertThat;

import io.frontdesk.calendarplugin.CalendarApp;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class DriftTest extends CalendarApp {
    private final UUID lost = UUID.randomUUID();
    private final UUID moved = UUID.randomUUID();
    private final UUID over = UUID.randomUUID();

    @Test
    void findsAndRepairsWhatDiffers() {
        var id = connected("");
        for (var booking : List.of(lost, moved, over)) {
            tell("confirmed", fact(booking, 0, "confirmed", hour()));
        }
        patiently().until(() -> provider.events().size() == 3);
        sync(id);
        INTEGRATION.bookings.put(
                resource,
                List.of(
                        fact(lost, 0, "confirmed", hour()),
                        fact(moved, 0, "confirmed", hour()),
                        fact(over, 1, "cancelled", hour())));
        provider.delete(lost + "@frontdesk");
        provider.put(moved + "@frontdesk", null, hour().plusSeconds(60), hour().plusSeconds(3660));
        provider.put("foreign", null, hour().plusSeconds(9000), hour().plusSeconds(9600));

        var path = "/api/calendar/connections/" + id + "/drift";
        var drift = get(path).json();
        assertThat(drift.get("missingThere").toString()).contains(lost.toString());
        assertThat(drift.get("different").toString())
                .contains(moved.toString(), hour().plusSeconds(60).toString());
        assertThat(drift.get("missingHere").toString()).contains(over.toString(), "foreign");
        assertThat(drift.get("repairs").findValuesAsString("id"))
                .containsExactlyInAnyOrder(
                        "write:" + lost, "overwrite:" + moved, "remove:" + over, "reread");

        var chosen =
                "{\"repairs\":[\"write:%s\",\"overwrite:%s\",\"remove:%s\",\"reread\",\"write:x\"]}"
                        .formatted(lost, moved, over);
        var repaired = post(path + "/repairs", chosen);
        assertThat(repaired.status()).as(repaired.body()).isEqualTo(200);
        assertThat(repaired.json().get("unknown").toString()).isEqualTo("[\"write:x\"]");
        patiently().until(() -> sync(id).status() == 200 && provider.events().size() == 3);
        var after = get(path).json();
        assertThat(after.get("repairs")).as(after.toString()).isEmpty();
    }
}
