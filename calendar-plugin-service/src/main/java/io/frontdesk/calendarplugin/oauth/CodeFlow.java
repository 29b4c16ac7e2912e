package io.frontdesk.calendarplugin.oauth;

import io.frontdesk.calendarplugin.http.Answer;
import io.frontdesk.calendarplugin.http.Calls;
import io.frontdesk.calendarplugin.http.Pause;
import io.frontdesk.calendarplugin.provider.Consent;
import io.frontdesk.calendarplugin.refusal.AccessRevoked;
import io.frontdesk.calendarplugin.refusal.ProviderBusy;
import io.frontdesk.calendarplugin.refusal.ProviderRefused;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collector;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/** Sends an owner to the consent page, and turns codes and refresh tokens into access tokens. */
public final class CodeFlow implements Consent {
    /** Taken when a provider does not say how long a token holds. */
    private static final long SHORTEST_SECONDS = 300;

    private static final long LONGEST_SECONDS = 30L * 24 * 3600;

    private final OAuthClient client;
    private final Calls calls;
    private final JsonMapper json;
    private final Clock clock;

    public CodeFlow(OAuthClient client, Calls calls, JsonMapper json, Clock clock) {
        this.client = client;
        this.calls = calls;
        this.json = json;
        this.clock = clock;
    }

    @Override
    public URI address(String state, String codeChallenge, URI callback) {
        var parameters = new LinkedHashMap<String, String>();
        parameters.put("client_id", registered());
        parameters.put("response_type", "code");
        parameters.put("redirect_uri", callback.toString());
        if (!client.scopes().isEmpty()) {
            parameters.put("scope", client.scopes().stream().sorted().collect(joined(" ")));
        }
        parameters.put("state", state);
        parameters.put("code_challenge", codeChallenge);
        parameters.put("code_challenge_method", "S256");
        parameters.putAll(client.extra());
        return URI.create(client.consentPage() + "?" + form(parameters));
    }

    @Override
    public Grant exchange(String code, String codeVerifier, URI callback) {
        var parameters = new LinkedHashMap<String, String>();
        parameters.put("grant_type", "authorization_code");
        parameters.put("code", code);
        parameters.put("code_verifier", codeVerifier);
        parameters.put("redirect_uri", callback.toString());
        var grant = ask(parameters, false);
        if (grant.refreshToken() == null) {
            throw new ProviderRefused(
                    client.provider() + " gave no lasting access; give the consent again.");
        }
        return grant;
    }

    @Override
    public Grant refresh(String refreshToken) {
        var parameters = new LinkedHashMap<String, String>();
        parameters.put("grant_type", "refresh_token");
        parameters.put("refresh_token", refreshToken);
        return ask(parameters, true);
    }

    private Grant ask(Map<String, String> parameters, boolean refresh) {
        parameters.put("client_id", registered());
        if (client.secret() != null) {
            parameters.put("client_secret", client.secret());
        }
        var request =
                HttpRequest.newBuilder(client.tokens())
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .header("Accept", "application/json")
                        .POST(BodyPublishers.ofString(form(parameters)))
                        .build();
        try {
            return grant(calls.send(request), refresh);
        } catch (IOException failure) {
            // A refresh that was done unseen is found out by the next one.
            throw Calls.broken(client.provider(), false, failure);
        }
    }

    private Grant grant(Answer answer, boolean refresh) {
        var told = read(answer);
        if (!answer.ok()) {
            throw refusal(answer, told.path("error").asString(""), refresh);
        }
        var token = told.path("access_token").asString("");
        if (token.isEmpty()) {
            throw new ProviderBusy(client.provider() + " gave an unreadable answer.", null);
        }
        granted(told.path("scope").asString(""));
        var seconds =
                Math.clamp(told.path("expires_in").asLong(SHORTEST_SECONDS), 1, LONGEST_SECONDS);
        return new Grant(token, text(told, "refresh_token"), clock.instant().plusSeconds(seconds));
    }

    /** An owner may untick a part of what was asked for. */
    private void granted(String scopes) {
        var given = Set.of(scopes.isEmpty() ? new String[0] : scopes.strip().split("\\s+", -1));
        if (!given.isEmpty() && !given.containsAll(client.needed())) {
            throw new ProviderRefused(
                    "Not all that is needed was allowed at "
                            + client.provider()
                            + "; give the consent again and leave every box ticked.");
        }
    }

    private RuntimeException refusal(Answer answer, String error, boolean refresh) {
        var provider = client.provider();
        if (answer.status() == 429 || answer.status() >= 500) {
            return new ProviderBusy(
                    provider + " cannot grant access now.",
                    Pause.of(answer.headers().firstValue("Retry-After").orElse(null), clock));
        }
        return switch (error) {
            case "invalid_grant", "interaction_required", "consent_required" ->
                    refresh
                            ? new AccessRevoked("The access was taken back at " + provider + ".")
                            : new ProviderRefused(
                                    "The consent is used up or too old; give it again.");
            case "invalid_client", "unauthorized_client" ->
                    new ProviderRefused(
                            provider + " does not accept the credentials in " + named() + ".");
            default -> new ProviderRefused(provider + " refused: " + word(error, answer) + ".");
        };
    }

    /** Only a word of the standard's kind goes into a message, never the provider's text. */
    private static String word(String error, Answer answer) {
        return error.matches("[a-z_]{1,40}") ? error : String.valueOf(answer.status());
    }

    private JsonNode read(Answer answer) {
        try {
            return json.readTree(answer.text());
        } catch (JacksonException garbage) {
            return JsonNodeFactory.instance.objectNode();
        }
    }

    private String registered() {
        var id = client.id();
        if (id == null || id.isBlank()) {
            throw new ProviderRefused(
                    client.provider() + " is not set up here: set " + named() + ".");
        }
        return id;
    }

    private String named() {
        return client.settings() + ".client-id and " + client.settings() + ".client-secret";
    }

    private static @Nullable String text(JsonNode node, String field) {
        var value = node.path(field).asString("");
        return value.isEmpty() ? null : value;
    }

    private static String form(Map<String, String> parameters) {
        return parameters.entrySet().stream()
                .map(each -> encoded(each.getKey()) + "=" + encoded(each.getValue()))
                .collect(joined("&"));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static Collector<CharSequence, ?, String> joined(String by) {
        return Collectors.joining(by);
    }
}
