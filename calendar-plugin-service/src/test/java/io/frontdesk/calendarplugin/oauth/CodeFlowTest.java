package io.frontdesk.calendarplugin.oauth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.frontdesk.calendarplugin.http.Calls;
import io.frontdesk.calendarplugin.http.Limits;
import io.frontdesk.calendarplugin.http.StandIn;
import io.frontdesk.calendarplugin.http.StandIn.Fault;
import io.frontdesk.calendarplugin.http.StandIn.Reply;
import io.frontdesk.calendarplugin.refusal.AccessRevoked;
import io.frontdesk.calendarplugin.refusal.ProviderBusy;
import io.frontdesk.calendarplugin.refusal.ProviderRefused;
import io.frontdesk.calendarplugin.refusal.ProviderSilent;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;

class CodeFlowTest {
    private static final Instant NOW = Instant.parse("2026-03-01T08:00:00Z");
    private static final URI CALLBACK = URI.create("https://desk.example.com/back?x=1");

    private final Map<String, Object> granted =
            new HashMap<>(
                    Map.of(
                            "access_token", "access-1",
                            "refresh_token", "refresh-1",
                            "expires_in", 3600,
                            "scope", "a b"));
    private final StandIn server = new StandIn(ask -> Reply.of(200, granted));
    private final CodeFlow flow = flow("client & id");

    @AfterEach
    void close() {
        server.close();
    }

    private CodeFlow flow(@Nullable String clientId) {
        var client =
                new OAuthClient(
                        "Somewhere",
                        "frontdesk.somewhere",
                        clientId,
                        "top-secret",
                        server.address("/consent"),
                        server.address("/token"),
                        Set.of("b", "a"),
                        Set.of("a", "b"),
                        Map.of("prompt", "consent"));
        var limits =
                new Limits(Duration.ofSeconds(5), Duration.ofSeconds(20), DataSize.ofKilobytes(8));
        return new CodeFlow(
                client, new Calls(limits), StandIn.JSON, Clock.fixed(NOW, ZoneOffset.UTC));
    }

    @Test
    void sendsTheOwnerToTheConsentPage() {
        var address = flow.address("state=1", "challenge", CALLBACK);
        assertThat(address.getRawQuery())
                .contains("client_id=client%20%26%20id")
                .contains("redirect_uri=https%3A%2F%2Fdesk.example.com%2Fback%3Fx%3D1")
                .contains("scope=a%20b")
                .contains("state=state%3D1")
                .contains("code_challenge=challenge&code_challenge_method=S256")
                .contains("prompt=consent")
                .doesNotContain("top-secret");
    }

    @Test
    void exchangesACode() {
        var grant = flow.exchange("code/1", "verifier", CALLBACK);
        assertThat(grant.accessToken()).isEqualTo("access-1");
        assertThat(grant.refreshToken()).isEqualTo("refresh-1");
        assertThat(grant.expiresAt()).isEqualTo(NOW.plusSeconds(3600));
        assertThat(grant.toString()).doesNotContain("access-1");
        assertThat(server.last().form())
                .containsEntry("grant_type", "authorization_code")
                .containsEntry("code", "code/1")
                .containsEntry("code_verifier", "verifier")
                .containsEntry("client_secret", "top-secret")
                .containsEntry("redirect_uri", CALLBACK.toString());
    }

    @Test
    void keepsTheRefreshTokenWhereNoNewOneComes() {
        granted.remove("refresh_token");
        assertThat(flow.refresh("refresh-0").refreshToken()).isNull();
        assertThat(server.last().form()).containsEntry("refresh_token", "refresh-0");
        assertThatThrownBy(() -> flow.exchange("code", "verifier", CALLBACK))
                .isInstanceOf(ProviderRefused.class)
                .hasMessageContaining("again");
    }

    @Test
    void saysThatTheOwnerTookItBack() {
        refuse(400, "invalid_grant");
        assertThatThrownBy(() -> flow.refresh("refresh-1")).isInstanceOf(AccessRevoked.class);
        refuse(400, "invalid_grant");
        assertThatThrownBy(() -> flow.exchange("used", "verifier", CALLBACK))
                .isInstanceOf(ProviderRefused.class);
    }

    @Test
    void namesTheSettingsThatAreWrong() {
        refuse(401, "invalid_client");
        assertThatThrownBy(() -> flow.refresh("refresh-1"))
                .isInstanceOf(ProviderRefused.class)
                .hasMessageContaining("frontdesk.somewhere.client-secret");
    }

    @Test
    void isNotForUseWithoutAnApplication() {
        for (var id : new String[] {"", " "}) {
            var unset = flow(id);
            assertThatThrownBy(() -> unset.address("s", "c", CALLBACK))
                    .isInstanceOf(ProviderRefused.class)
                    .hasMessageContaining("frontdesk.somewhere.client-id");
        }
        assertThatThrownBy(() -> flow(null).refresh("r")).isInstanceOf(ProviderRefused.class);
        assertThat(server.asked()).isEmpty();
    }

    @Test
    void wantsAllThatItNeeds() {
        granted.put("scope", "a openid");
        assertThatThrownBy(() -> flow.exchange("code", "verifier", CALLBACK))
                .isInstanceOf(ProviderRefused.class)
                .hasMessageContaining("ticked");
    }

    @Test
    void comesAgainLater() {
        server.next(
                new Fault.Instead(
                        Reply.of(503, Map.of("error", "invalid_grant")).with("Retry-After", "9")));
        assertThatThrownBy(() -> flow.refresh("refresh-1"))
                .isInstanceOfSatisfying(
                        ProviderBusy.class,
                        busy -> assertThat(busy.pause()).isEqualTo(Duration.ofSeconds(9)));
        server.next(new Fault.Cut());
        assertThatThrownBy(() -> flow.refresh("refresh-1")).isInstanceOf(ProviderSilent.class);
        server.next(new Fault.Instead(new Reply(200, "<html>", Map.of())));
        assertThatThrownBy(() -> flow.refresh("refresh-1")).isInstanceOf(ProviderBusy.class);
    }

    @Test
    void repeatsNoTextOfTheProvider() {
        refuse(400, "<script>alert(1)</script>");
        assertThatThrownBy(() -> flow.refresh("refresh-1"))
                .isInstanceOf(ProviderRefused.class)
                .hasMessage("Somewhere refused: 400.");
    }

    private void refuse(int status, String error) {
        server.next(new Fault.Instead(Reply.of(status, Map.of("error", error))));
    }
}
