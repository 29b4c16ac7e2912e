package io.frontdesk.config.settable;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Says which keys an operator may not set, and why. */
final class SettingKeys {
    private static final int LONGEST = 200;
    private static final Pattern SYNTAX =
            Pattern.compile("[a-z][a-zA-Z0-9-]*(\\.[a-zA-Z0-9_-]+|\\[[0-9]{1,3}])+");
    private static final Pattern WORD_ENDS =
            Pattern.compile("[-_]|\\[[0-9]+]|(?<=[a-z0-9])(?=[A-Z])");
    private static final Set<String> SECRETS =
            Set.of("key", "keys", "tokens", "secrets", "passwords", "credentials", "pwd", "pin");
    private static final List<String> SECRET_ENDINGS =
            List.of("password", "passwd", "passphrase", "secret", "token", "credential", "apikey");
    private static final Set<String> AMOUNTS = Set.of("max", "min", "maximum", "minimum");

    /** What decides whom a service believes and where it keeps what it knows. */
    private static final List<String> LOCKED =
            List.of(
                    "frontdesk.identity",
                    "frontdesk.identityproviders",
                    "frontdesk.oauth",
                    "frontdesk.signing",
                    "frontdesk.infrastructure",
                    "frontdesk.database",
                    "frontdesk.broker",
                    "frontdesk.state",
                    "frontdesk.config",
                    "frontdesk.events.brokerurl",
                    "spring.application",
                    "spring.profiles",
                    "spring.config",
                    "spring.cloud",
                    "spring.datasource.url",
                    "spring.datasource.username",
                    "spring.datasource.hikari.jdbcurl",
                    "spring.datasource.hikari.username",
                    "spring.flyway",
                    "spring.main",
                    "spring.security",
                    "server.address",
                    "server.port",
                    "eureka",
                    "management");

    static Optional<String> objection(String key) {
        if (key.length() > LONGEST || !SYNTAX.matcher(key).matches()) {
            return Optional.of("must be dotted words such as frontdesk.client.read-timeout");
        }
        if (Stream.of(key.split("\\.")).anyMatch(SettingKeys::namesASecret)) {
            return Optional.of("looks like a secret: give it in the service's environment");
        }
        if (isLocked(key)) {
            return Optional.of("is fixed where the service is started");
        }
        return Optional.empty();
    }

    private static boolean namesASecret(String element) {
        List<String> words =
                WORD_ENDS
                        .splitAsStream(element)
                        .map(word -> word.toLowerCase(Locale.ROOT))
                        .toList();
        String last = words.getLast();
        if (last.equals("tokens") && AMOUNTS.contains(words.getFirst())) {
            return false;
        }
        return SECRETS.contains(last) || SECRET_ENDINGS.stream().anyMatch(last::endsWith);
    }

    /** Compares as Spring Boot does: case, dashes and underscores do not count. */
    private static boolean isLocked(String key) {
        String plain = key.toLowerCase(Locale.ROOT).replace("-", "").replace("_", "");
        return LOCKED.stream()
                .anyMatch(locked ->
                        plain.equals(locked)
                                || plain.startsWith(locked + ".")
                                || plain.startsWith(locked + "["));
    }

    private SettingKeys() {}
}
