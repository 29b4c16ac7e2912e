package io.frontdesk.starter.database;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionMessage;
import org.springframework.boot.autoconfigure.condition.ConditionOutcome;
import org.springframework.boot.autoconfigure.condition.SpringBootCondition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.type.AnnotatedTypeMetadata;

/** A service has a database when it ships migrations. */
class OnMigrations extends SpringBootCondition {
    private static final String FOLDER = "db/migration";

    @Override
    public ConditionOutcome getMatchOutcome(
            ConditionContext context, AnnotatedTypeMetadata metadata) {
        var found = foundBy(context.getResourceLoader().getClassLoader());
        var message = ConditionMessage.forCondition("migrations");
        return found
                ? ConditionOutcome.match(message.found("folder").items(FOLDER))
                : ConditionOutcome.noMatch(message.didNotFind("folder").items(FOLDER));
    }

    static boolean foundBy(@Nullable ClassLoader loader) {
        return loader != null && loader.getResource(FOLDER) != null;
    }
}
