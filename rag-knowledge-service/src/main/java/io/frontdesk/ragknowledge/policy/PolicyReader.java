package io.frontdesk.ragknowledge.policy;

import io.frontdesk.ragknowledge.policy.Policy.BlockedTopic;
import io.frontdesk.ragknowledge.policy.Policy.Spend;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Reads a configuration field by field. What is absent has its default and unknown names are
 * ignored; for a broken value holds what applied before, so that a limit never vanishes by mistake.
 */
final class PolicyReader {

    private static final int LONGEST = 4_000;
    private static final int MOST_TOPICS = 200;

    private final JsonNode root;
    private final Policy before;
    private final List<String> broken = new ArrayList<>();

    PolicyReader(JsonNode root, Policy before) {
        this.root = root;
        this.before = before;
    }

    /** The paths of the values that could not be used, as far as they were read. */
    List<String> broken() {
        return List.copyOf(broken);
    }

    Policy policy() {
        var normal = Policy.DEFAULT;
        return new Policy(
                new Policy.Chunking(
                        whole("chunking", "maxTokens", p -> p.chunking().maxTokens(), 64, 500)),
                new Policy.Models(
                        text("models", "embedding", p -> p.models().embedding(), 200),
                        text("models", "generation", p -> p.models().generation(), 200)),
                new Policy.Retrieval(
                        share("retrieval", "denseWeight", p -> p.retrieval().denseWeight()),
                        whole("retrieval", "passages", p -> p.retrieval().passages(), 1, 20)),
                new Policy.Answering(
                        share(
                                "answering",
                                "minimumConfidence",
                                p -> p.answering().minimumConfidence()),
                        read(
                                "answering",
                                "generate",
                                p -> p.answering().generate(),
                                JsonNode::isBoolean,
                                JsonNode::booleanValue)),
                new Policy.Persona(
                        text("persona", "name", p -> p.persona().name(), 200),
                        text("persona", "instructions", p -> p.persona().instructions(), LONGEST),
                        text("persona", "refusal", p -> p.persona().refusal(), LONGEST)),
                topics(normal),
                languages(normal),
                new Policy.Retention(
                        days("unansweredDays", p -> p.retention().unansweredDays()),
                        days("questionDays", p -> p.retention().questionDays()),
                        days("documentVersions", p -> p.retention().documentVersions())),
                new Policy.Quotas(
                        quota("documents", p -> p.quotas().documents()),
                        quota("chunks", p -> p.quotas().chunks()),
                        quota("questionsPerMonth", p -> p.quotas().questionsPerMonth()),
                        spend()));
    }

    private <T extends @Nullable Object> T read(
            String group,
            String name,
            Function<Policy, T> field,
            Predicate<JsonNode> good,
            Function<JsonNode, T> value) {
        var within = root.path(group);
        var node = within.path(name);
        if (node.isMissingNode() || node.isNull()) {
            boolean odd = !within.isMissingNode() && !within.isNull() && !within.isObject();
            return odd ? fallback(group, field) : field.apply(Policy.DEFAULT);
        }
        return good.test(node) ? value.apply(node) : fallback(group + "." + name, field);
    }

    private <T extends @Nullable Object> T fallback(String path, Function<Policy, T> field) {
        broken.add(path);
        return field.apply(before);
    }

    private int whole(
            String group, String name, Function<Policy, Integer> field, int min, int max) {
        return read(group, name, field, node -> isWhole(node, min, max), JsonNode::intValue);
    }

    private int days(String name, Function<Policy, Integer> field) {
        return whole("retention", name, field, 0, 100_000);
    }

    private @Nullable Integer quota(String name, Function<Policy, @Nullable Integer> field) {
        return this.<@Nullable Integer>read(
                "quotas",
                name,
                field,
                node -> isWhole(node, 0, Integer.MAX_VALUE),
                JsonNode::intValue);
    }

    private double share(String group, String name, Function<Policy, Double> field) {
        return read(
                group,
                name,
                field,
                node -> node.isNumber() && node.doubleValue() >= 0 && node.doubleValue() <= 1,
                JsonNode::doubleValue);
    }

    private @Nullable String text(
            String group, String name, Function<Policy, @Nullable String> field, int longest) {
        return this.<@Nullable String>read(
                group, name, field, node -> isText(node, longest), JsonNode::stringValue);
    }

    private @Nullable Spend spend() {
        return this.<@Nullable Spend>read(
                "quotas",
                "spendPerMonth",
                p -> p.quotas().spendPerMonth(),
                node -> spendOf(node) != null,
                PolicyReader::spendOf);
    }

    private List<String> languages(Policy normal) {
        var node = root.path("languages");
        if (node.isMissingNode() || node.isNull()) {
            return normal.languages();
        }
        var strings = strings(node, code -> code.matches("[a-z]{2}"));
        return strings == null ? fallback("languages", Policy::languages) : strings;
    }

    private List<BlockedTopic> topics(Policy normal) {
        var node = root.path("blockedTopics");
        if (node.isMissingNode() || node.isNull()) {
            return normal.blockedTopics();
        }
        if (!node.isArray() || node.size() > MOST_TOPICS) {
            return fallback("blockedTopics", Policy::blockedTopics);
        }
        var topics = new ArrayList<BlockedTopic>();
        for (var each : node) {
            var phrases = strings(each.path("phrases"), phrase -> !phrase.isBlank());
            var reply = each.path("reply");
            if (!isText(each.path("name"), 200) || phrases == null) {
                return fallback("blockedTopics", Policy::blockedTopics);
            }
            topics.add(
                    new BlockedTopic(
                            each.path("name").stringValue(),
                            phrases,
                            isText(reply, LONGEST) ? reply.stringValue() : null));
        }
        return List.copyOf(topics);
    }

    private static @Nullable List<String> strings(JsonNode node, Predicate<String> good) {
        if (!node.isArray() || node.size() > 1_000) {
            return null;
        }
        var strings = new ArrayList<String>();
        for (var each : node) {
            if (!isText(each, LONGEST) || !good.test(each.stringValue())) {
                return null;
            }
            strings.add(each.stringValue());
        }
        return List.copyOf(strings);
    }

    private static @Nullable Spend spendOf(JsonNode node) {
        var amount = node.path("amount");
        var currency = node.path("currency");
        if (!amount.isString() || !currency.isString()) {
            return null;
        }
        try {
            var unit = CurrencyUnit.of(currency.stringValue());
            if (!amount.stringValue().matches("\\d{1,12}(\\.\\d{1,4})?")) {
                return null;
            }
            var value = new BigDecimal(amount.stringValue()).setScale(unit.getDecimalPlaces());
            return new Spend(value, unit.getCode());
        } catch (IllegalArgumentException | ArithmeticException unusable) {
            return null;
        }
    }

    private static boolean isWhole(JsonNode node, int min, int max) {
        return node.isIntegralNumber()
                && node.canConvertToInt()
                && node.intValue() >= min
                && node.intValue() <= max;
    }

    private static boolean isText(JsonNode node, int longest) {
        return node.isString() && node.stringValue().length() <= longest;
    }
}
