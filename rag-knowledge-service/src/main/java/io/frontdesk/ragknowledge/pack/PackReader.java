package io.frontdesk.ragknowledge.pack;

import io.frontdesk.ragknowledge.content.Prose;
import io.frontdesk.ragknowledge.pack.Pack.Article;
import io.frontdesk.ragknowledge.questionset.AskedQuestion;
import io.frontdesk.ragknowledge.refusal.RefusalRule;
import io.frontdesk.ragknowledge.refusal.RefusalRule.Action;
import jakarta.validation.Valid;
import jakarta.validation.Validator;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Reads a pack and insists on its form; it tells all that is wrong at once. */
final class PackReader {

    private static final int LONGEST_TITLE = 200;
    private static final int MOST_QUESTIONS = 500;
    private static final ObjectMapper YAML =
            YAMLMapper.builder().enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();
    private static final ObjectMapper JSON =
            JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

    private final Validator validator;
    private final Map<String, String> texts;
    private final List<String> problems = new ArrayList<>();

    private PackReader(Validator validator, PackFiles files) {
        this.validator = validator;
        this.texts = files.texts();
    }

    /**
     * Reads a pack.
     *
     * @throws InvalidPack when it breaks rules
     */
    static Pack read(Validator validator, PackFiles files) {
        return new PackReader(validator, files).read();
    }

    private Pack read() {
        var sheet = yaml("pack.yaml", PackSheet.class);
        var articles = articles();
        var refusals = refusals();
        var questions = questions(articles);
        if (sheet != null) {
            unique("pack.yaml", "offering", sheet, PackReader::offerings);
            unique("pack.yaml", "fact", sheet, PackReader::facts);
        }
        if (!problems.isEmpty() || sheet == null) {
            throw new InvalidPack(problems);
        }
        return new Pack(sheet, articles, refusals, questions);
    }

    private static List<String> offerings(PackSheet sheet) {
        return sheet.catalogue().offerings().stream().map(PackSheet.Offering::name).toList();
    }

    private static List<String> facts(PackSheet sheet) {
        return sheet.catalogue().facts().stream().map(fact -> fact.name()).toList();
    }

    private void unique(
            String file,
            String what,
            PackSheet sheet,
            java.util.function.Function<PackSheet, List<String>> names) {
        if (!problems.isEmpty()) {
            return;
        }
        var seen = new HashSet<String>();
        names.apply(sheet).stream()
                .filter(name -> !seen.add(name))
                .forEach(name -> problems.add(file + ": " + what + " " + name + " twice"));
    }

    private List<Article> articles() {
        var articles = new ArrayList<Article>();
        texts.forEach((file, text) -> {
            if (file.startsWith("knowledge/") && file.endsWith(".md")) {
                var first = text.lines().findFirst().orElse("");
                if (!first.matches("# \\S.{0," + (LONGEST_TITLE - 1) + "}")) {
                    problems.add(file + ": line 1 must be a title such as '# Prices'");
                } else {
                    var title = Prose.line(first.substring(2));
                    articles.add(new Article(file.substring("knowledge/".length()), title, text));
                }
            } else if (!List.of("pack.yaml", "refusals.yaml", "evaluation.jsonl").contains(file)) {
                problems.add(file + ": is no part of a pack");
            }
        });
        if (articles.stream().map(Article::title).distinct().count() < articles.size()) {
            problems.add("knowledge: two texts have one title");
        }
        return articles;
    }

    private List<RefusalRule> refusals() {
        var refusals =
                texts.containsKey("refusals.yaml") ? yaml("refusals.yaml", Topics.class) : null;
        return refusals == null
                ? List.of()
                : refusals.topics().stream()
                        .map(topic ->
                                new RefusalRule(
                                        topic.topic(),
                                        topic.phrases(),
                                        topic.reply(),
                                        Action.of(topic.action())))
                        .toList();
    }

    private List<AskedQuestion> questions(List<Article> articles) {
        var lines = texts.getOrDefault("evaluation.jsonl", "").lines().toList();
        var questions = new ArrayList<AskedQuestion>();
        for (int i = 0; i < lines.size() && i < MOST_QUESTIONS; i++) {
            if (!lines.get(i).isBlank()) {
                var place = "evaluation.jsonl: line " + (i + 1);
                var line = parsed(JSON, place, lines.get(i), Line.class);
                if (line != null) {
                    questions.add(line.asked(title(line.document(), articles, place)));
                }
            }
        }
        if (lines.size() > MOST_QUESTIONS) {
            problems.add("evaluation.jsonl: more than " + MOST_QUESTIONS + " lines");
        }
        return questions;
    }

    private @Nullable String title(
            @Nullable String document, List<Article> articles, String place) {
        if (document == null) {
            return null;
        }
        var article = articles.stream().filter(each -> each.file().equals(document)).findFirst();
        if (article.isEmpty()) {
            problems.add(place + ": document: there is no knowledge/" + document);
        }
        return article.map(Article::title).orElse(null);
    }

    private <T> @Nullable T yaml(String file, Class<T> type) {
        var text = texts.get(file);
        if (text == null) {
            problems.add(file + ": is missing");
            return null;
        }
        return parsed(YAML, file, text, type);
    }

    private <T> @Nullable T parsed(ObjectMapper mapper, String place, String text, Class<T> type) {
        try {
            T value = mapper.readValue(text, type);
            if (value == null) {
                problems.add(place + ": is empty");
                return null;
            }
            var violations = validator.validate(value);
            violations.stream()
                    .map(wrong ->
                            place + ": " + wrong.getPropertyPath() + ": " + wrong.getMessage())
                    .sorted()
                    .forEach(problems::add);
            return violations.isEmpty() ? value : null;
        } catch (JacksonException wrong) {
            var line = wrong.getLocation() == null ? 0 : wrong.getLocation().getLineNr();
            var why = String.valueOf(wrong.getOriginalMessage()).lines().findFirst().orElse("");
            var at = place.contains("line") || line < 1 ? "" : ": line " + line;
            problems.add(place + at + ": " + why);
            return null;
        }
    }

    record Topics(@NotEmpty @Size(max = 100) List<@Valid @NotNull Topic> topics) {}

    record Topic(
            @NotBlank @Size(max = 100) String topic,
            @NotNull @Pattern(regexp = "refuse|handoff") String action,
            @NotEmpty @Size(max = 100) List<@NotBlank @Size(max = 200) String> phrases,
            @NotBlank @Size(max = 1000) String reply) {}

    record Line(
            @NotBlank @Size(max = 2000) String question,
            boolean answerable,
            @Nullable String document,
            @Nullable @Size(max = 50) List<@NotBlank @Size(max = 500) String> answers) {

        AskedQuestion asked(@Nullable String title) {
            return new AskedQuestion(question, answerable, null, title, answers);
        }
    }
}
