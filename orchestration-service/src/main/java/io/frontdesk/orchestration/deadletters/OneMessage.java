package io.frontdesk.orchestration.deadletters;

import java.util.Map;
import org.apache.activemq.artemis.api.core.Message;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.core.filter.Filter;
import org.apache.activemq.artemis.selector.filter.Filterable;
import org.jspecify.annotations.Nullable;

/** Picks a message by the broker's own id, which selectors cannot name. */
record OneMessage(long id) implements Filter {
    @Override
    public boolean match(Message message) {
        return message.getMessageID() == id;
    }

    @Override
    public boolean match(Map<String, String> properties) {
        return false;
    }

    @Override
    public boolean match(Filterable other) {
        return false;
    }

    @Override
    public @Nullable SimpleString getFilterString() {
        return null;
    }
}
