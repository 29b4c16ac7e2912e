package io.frontdesk.launcher.stage;

import io.frontdesk.launcher.checkout.Console;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Prints the steps of the demo and what came of them. */
public final class Playbill {
    private static final int WIDTH = 96;

    private final Console console;
    private int step;

    public Playbill(Console console) {
        this.console = console;
    }

    public void step(String title) {
        step++;
        console.say("");
        console.say(step + ". " + title);
    }

    public void line(String text) {
        console.say("   " + text);
    }

    public void answer(JsonNode answer) {
        wrapped("   A: ", "      ", answer.path("answer").asString(""));
        for (var citation : answer.path("citations")) {
            wrapped(
                    "      ↳ ",
                    "        ",
                    place(citation) + ": “" + flat(citation.path("quote")) + "”");
        }
    }

    public void hit(JsonNode hit) {
        line("%.2f  %s".formatted(hit.path("score").asDouble(), place(hit)));
        wrapped("         ", "         ", shortened(flat(hit.path("text")), 180));
    }

    /** Document › headings, page. */
    private static String place(JsonNode source) {
        var place = new ArrayList<>(List.of(source.path("title").asString("")));
        var heading = source.path("heading");
        if (heading.isArray()) {
            heading.forEach(part -> place.add(part.asString()));
        } else if (heading.isString() && !heading.asString().isEmpty()) {
            place.add(heading.asString());
        }
        var page = source.path("page");
        return String.join(" › ", place.stream().distinct().toList())
                + (page.isNumber() ? ", page " + page.asInt() : "");
    }

    private static String flat(JsonNode text) {
        return text.asString("").replaceAll("\\s+", " ").strip();
    }

    private static String shortened(String text, int length) {
        return text.length() <= length ? text : text.substring(0, length) + " …";
    }

    private void wrapped(String first, String next, String text) {
        var line = new StringBuilder(first);
        for (var word : text.split("\\s+", -1)) {
            if (line.length() + word.length() > WIDTH && line.length() > next.length()) {
                console.say(line.toString().stripTrailing());
                line = new StringBuilder(next);
            }
            line.append(word).append(' ');
        }
        console.say(line.toString().stripTrailing());
    }
}
