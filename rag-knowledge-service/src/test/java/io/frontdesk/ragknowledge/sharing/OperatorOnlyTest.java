package io.frontdesk.ragknowledge.sharing;

import static org.assertj.core.api.Assertions.assertThat;

import io.frontdesk.ragknowledge.PlatformApp;
import io.frontdesk.ragknowledge.platform.Platform;
import io.frontdesk.test.identity.TestTokens;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Every operation of the platform's administration, called by those who must not. */
class OperatorOnlyTest extends PlatformApp {

    private static final String ADMIN = "/api/admin/knowledge";

    @Test
    void refusesEveryoneWhoIsNoOperator() {
        var shelf = newShelf();
        var document = UUID.randomUUID();
        var text = "{\"title\":\"x\",\"text\":\"y\"}";
        var calls =
                List.of(
                        List.of("POST", SHELVES, "{\"name\":\"x\"}"),
                        List.of("GET", SHELVES, ""),
                        List.of("GET", SHELVES + "/" + shelf, ""),
                        List.of("POST", SHELVES + "/" + shelf + "/documents", text),
                        List.of("GET", SHELVES + "/" + shelf + "/documents", ""),
                        List.of("GET", SHELVES + "/" + shelf + "/documents/" + document, ""),
                        List.of("DELETE", SHELVES + "/" + shelf + "/documents/" + document, ""),
                        List.of("GET", SHELVES + "/" + shelf + "/tenants", ""),
                        List.of("PUT", grant(shelf, tenant), ""),
                        List.of("DELETE", grant(shelf, tenant), ""),
                        List.of("PUT", SHELVES + "/" + shelf + "/everyone", ""),
                        List.of("DELETE", SHELVES + "/" + shelf + "/everyone", ""),
                        List.of("DELETE", SHELVES + "/" + shelf, ""),
                        List.of("POST", ADMIN + "/reindexings", "{}"),
                        List.of("GET", ADMIN + "/reindexings", ""),
                        List.of("GET", ADMIN + "/reindexings/" + document, ""),
                        List.of("POST", ADMIN + "/reindexings/" + document + "/cancellation", "{}"),
                        List.of("GET", ADMIN + "/statistics", ""));
        for (var token :
                List.of(
                        TestTokens.owner(tenant),
                        TestTokens.staff(tenant),
                        TestTokens.visitor(tenant),
                        TestTokens.service(tenant))) {
            assertThat(calls)
                    .allSatisfy(call -> {
                        var body = call.get(2).isEmpty() ? null : call.get(2);
                        assertThat(as(token, call.get(0), call.get(1), body).status())
                                .isEqualTo(403);
                    });
        }
        assertThat(operator("GET", SHELVES + "/" + shelf, null).status()).isEqualTo(200);
    }

    @Test
    void keepsTenantsBasesOutOfThePlatforms() {
        var own = newBase();
        var document = id(upload(own, "a.txt", "The secret recipe needs seven spices."));
        assertThat(operator("GET", SHELVES + "/" + own, null).status()).isEqualTo(404);
        assertThat(operator("DELETE", SHELVES + "/" + own, null).status()).isEqualTo(404);
        assertThat(operator("PUT", grant(own, UUID.randomUUID()), null).status()).isEqualTo(404);
        assertThat(operator("PUT", SHELVES + "/" + own + "/everyone", null).status())
                .isEqualTo(404);
        var shelf = newShelf();
        var forged = SHELVES + "/" + shelf + "/documents/" + document;
        assertThat(operator("GET", forged, null).status()).isEqualTo(404);
        assertThat(operator("DELETE", forged, null).status()).isEqualTo(404);
        var elsewhere = write(newShelf(), "a", "Another text of the platform.");
        assertThat(
                        operator("GET", SHELVES + "/" + shelf + "/documents/" + elsewhere, null)
                                .status())
                .isEqualTo(404);
        assertThat(get("/api/knowledge/documents/" + document).status()).isEqualTo(200);
    }

    @Test
    void sharesWithNoPlatform() {
        var platform = Platform.TENANT;
        assertThat(operator("PUT", grant(newShelf(), platform), null).status()).isEqualTo(400);
    }
}
