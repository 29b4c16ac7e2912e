package io.frontdesk.ragknowledge.answering;

import io.frontdesk.ragknowledge.generation.Task;
import io.frontdesk.ragknowledge.generation.Wording;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** A language model that says whatever it was bribed to say, for whatever source and quote. */
final class HostileModel implements Wording {

    private static final JsonMapper JSON = new JsonMapper();

    private final List<Map<String, Object>> sentences = new ArrayList<>();
    private String material = "";

    HostileModel says(String text, int source, String quote) {
        var sentence = new HashMap<String, Object>();
        sentence.put("text", text);
        sentence.put("source", source);
        sentence.put("quote", quote);
        sentences.add(sentence);
        return this;
    }

    /** What it was given to read last. */
    String material() {
        return material;
    }

    @Override
    public String complete(Task task) {
        material = task.material();
        return JSON.writeValueAsString(Map.of("sentences", sentences));
    }
}
