package io.frontdesk.ragcore.chat;

import io.frontdesk.test.contract.Wire;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** A call whose answer is read as text, whatever it is. */
final class TestWire {
    private TestWire() {}

    static String post(int port, String token, Map<String, ?> body) {
        return post(port, token, body, "");
    }

    static String post(int port, String token, Map<String, ?> body, String agent) {
        var wire = new Wire("http://localhost:" + port);
        var request =
                wire.request("/v1/chat/completions", token)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(new JsonMapper().writeValueAsString(body)));
        if (!agent.isEmpty()) {
            request.header("X-Agent-Id", agent);
        }
        return wire.send(request).body();
    }
}
