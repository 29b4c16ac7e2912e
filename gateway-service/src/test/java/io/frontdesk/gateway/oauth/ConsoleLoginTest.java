package io.frontdesk.gateway.oauth;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.SignedJWT;
import io.frontdesk.gateway.Door;
import io.frontdesk.gateway.Fleet;
import io.frontdesk.gateway.GatewayTest;
import io.frontdesk.gateway.access.Secrets;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Does what a browser and the console do, step by step (RFC 6749 and RFC 7636). */
@GatewayTest
class ConsoleLoginTest {
    private static final String BACK = "http://localhost:8000/console/callback";
    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");
    private static final Pattern CODE = Pattern.compile("[?&]code=([^&]+)");

    private final HttpClient browser =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
    private final String verifier = Secrets.random();
    private int port;

    @BeforeEach
    void connect(@LocalServerPort int port) {
        this.port = port;
    }

    @Test
    void signsInWithAPasswordAndAProofKey() throws Exception {
        assertThat(authorize(challenge()).headers().firstValue("Location").orElseThrow())
                .endsWith("/login");
        login(Fleet.PASSWORD);
        var back = authorize(challenge()).headers().firstValue("Location").orElseThrow();
        assertThat(back).startsWith(BACK).contains("state=s1");

        var answer = Door.json(exchange(code(back), verifier));

        var identity = SignedJWT.parse(answer.path("id_token").asString());
        assertThat(identity.getJWTClaimsSet().getAudience()).containsExactly("console");
        var token = answer.path("access_token").asString();
        var me = Door.json(Door.open(port).with(token).get("/api/me"));
        assertThat(me.path("subject").asString()).isEqualTo("user:operator");
        assertThat(me.path("roles").path(0).asString()).isEqualTo("operator");
        assertThat(Door.open(port).with(token).get("/api/tenants").statusCode()).isEqualTo(200);
        assertThat(Door.open(port).with(identity.serialize()).get("/api/me").statusCode())
                .as("an ID token is no access token")
                .isEqualTo(401);
    }

    @Test
    void refusesACodeWithoutItsProofKeyOrTwice() throws Exception {
        login(Fleet.PASSWORD);
        var code = code(authorize(challenge()).headers().firstValue("Location").orElseThrow());

        var wrong = exchange(code, "x".repeat(43));
        assertThat(wrong.statusCode()).as(wrong.body()).isEqualTo(400);
        var another = code(authorize(challenge()).headers().firstValue("Location").orElseThrow());
        assertThat(exchange(another, verifier).statusCode()).isEqualTo(200);
        var again = exchange(another, verifier);
        assertThat(again.statusCode()).as(again.body()).isEqualTo(400);
    }

    @Test
    void asksForAProofKeyAndForAKnownAddress() throws Exception {
        login(Fleet.PASSWORD);
        assertThat(authorize("").headers().firstValue("Location").orElseThrow())
                .contains("error=invalid_request");
        var elsewhere = authorize(challenge(), "http://evil.example/callback");
        assertThat(elsewhere.statusCode()).isEqualTo(400);
    }

    @Test
    void refusesAWrongPassword() throws Exception {
        var answer = login("wrong");
        assertThat(answer.headers().firstValue("Location").orElseThrow()).endsWith("/login?error");
    }

    private HttpResponse<String> login(String password) throws Exception {
        var page = browser.send(request("/login").build(), BodyHandlers.ofString()).body();
        var csrf = CSRF.matcher(page);
        assertThat(csrf.find()).isTrue();
        return browser.send(
                request("/login")
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(
                                BodyPublishers.ofString(
                                        "username=operator&password=%s&_csrf=%s"
                                                .formatted(encode(password), csrf.group(1))))
                        .build(),
                BodyHandlers.ofString());
    }

    private HttpResponse<String> authorize(String challenge) throws Exception {
        return authorize(challenge, BACK);
    }

    private HttpResponse<String> authorize(String challenge, String back) throws Exception {
        return browser.send(
                request(
                                "/oauth2/authorize?response_type=code&client_id=console"
                                        + "&scope=openid&state=s1&redirect_uri="
                                        + encode(back)
                                        + challenge)
                        .header("Accept", "text/html")
                        .build(),
                BodyHandlers.ofString());
    }

    private HttpResponse<String> exchange(String code, String proof) throws Exception {
        return browser.send(
                request("/oauth2/token")
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(
                                BodyPublishers.ofString(
                                        "grant_type=authorization_code&client_id=console&code=%s"
                                                        .formatted(code)
                                                + "&redirect_uri=%s&code_verifier=%s"
                                                        .formatted(encode(BACK), proof)))
                        .build(),
                BodyHandlers.ofString());
    }

    private String challenge() throws Exception {
        var digest = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(UTF_8));
        return "&code_challenge_method=S256&code_challenge="
                + Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
    }

    private static String code(String location) {
        var code = CODE.matcher(location);
        assertThat(code.find()).as(location).isTrue();
        return code.group(1);
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, UTF_8);
    }
}
