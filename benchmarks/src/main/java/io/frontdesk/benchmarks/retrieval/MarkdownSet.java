package io.frontdesk.benchmarks.retrieval;

import io.frontdesk.benchmarks.retrieval.RetrievalSet.Text;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * A test collection out of Markdown pages: each heading of two words or more asks for what stands
 * under it. The heading itself is taken out of the text, or every search would find it.
 */
final class MarkdownSet {
    private static final Pattern SECTIONS = Pattern.compile("^(?=#{1,6} )", Pattern.MULTILINE);
    private static final Pattern HEADING = Pattern.compile("#{1,6} (.*)\\R?");
    private static final Pattern FRONT_MATTER =
            Pattern.compile("\\A---\\R.*?\\R---\\R", Pattern.DOTALL);
    private static final Pattern LINK = Pattern.compile("\\[([^]]*)]\\([^)]*\\)");
    private static final Pattern PARAGRAPHS = Pattern.compile("\\R\\s*\\R");
    private static final int PASSAGE = 900;
    private static final int LEAST = 40;
    // A heading that many pages share ("Overview") asks for none of them.
    private static final int MOST_RELEVANT = 4;

    private final List<Text> corpus = new ArrayList<>();
    private final Map<String, List<String>> under = new LinkedHashMap<>();

    private MarkdownSet() {}

    static RetrievalSet read(Path directory, int limit) throws IOException {
        var set = new MarkdownSet();
        try (var files = Files.walk(directory)) {
            for (var file : files.filter(f -> f.toString().endsWith(".md")).sorted().toList()) {
                set.add(file);
            }
        }
        return set.whole(limit);
    }

    private void add(Path file) throws IOException {
        var page = FRONT_MATTER.matcher(Files.readString(file)).replaceFirst("");
        var title = file.getFileName().toString().replaceFirst("\\.md$", "").replace('-', ' ');
        for (var section : SECTIONS.split(page, -1)) {
            var heading = HEADING.matcher(section);
            var named = heading.lookingAt();
            var name = named ? heading.group(1).replaceAll("[*`#]|\\{.*?}", "").strip() : "";
            var body = named ? section.substring(heading.end()) : section;
            passages(LINK.matcher(body).replaceAll("$1").strip())
                    .forEach(passage -> add(title, name, passage));
        }
    }

    private void add(String title, String heading, String passage) {
        var id = "d" + corpus.size();
        corpus.add(new Text(id, title, passage));
        if (heading.contains(" ")) {
            under.computeIfAbsent(heading, h -> new ArrayList<>()).add(id);
        }
    }

    private static List<String> passages(String body) {
        var passages = new ArrayList<String>();
        var passage = new StringBuilder();
        for (var paragraph : PARAGRAPHS.split(body, -1)) {
            if (!passage.isEmpty() && passage.length() + paragraph.length() > PASSAGE) {
                passages.add(passage.toString());
                passage.setLength(0);
            }
            passage.append(passage.isEmpty() ? "" : "\n\n").append(paragraph);
        }
        passages.add(passage.toString());
        return passages.stream().filter(text -> text.length() >= LEAST).toList();
    }

    private RetrievalSet whole(int limit) {
        var queries = new ArrayList<Text>();
        var relevant = new HashMap<String, Map<String, Integer>>();
        under.forEach((heading, ids) -> {
            if (ids.size() <= MOST_RELEVANT && queries.size() < limit) {
                var id = "q" + queries.size();
                queries.add(new Text(id, "", heading));
                ids.forEach(
                        found -> relevant.computeIfAbsent(id, q -> new HashMap<>()).put(found, 1));
            }
        });
        return new RetrievalSet(corpus, queries, relevant);
    }
}
