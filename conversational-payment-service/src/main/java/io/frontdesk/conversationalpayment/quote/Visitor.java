package io.frontdesk.conversationalpayment.quote;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.frontdesk.conversationalpayment.plaintext.PlainText;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Size;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Who is to pay, as far as known.
 *
 * @param id the widget's or the orchestration's name for the visitor
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Visitor(
        @Nullable @Size(max = 200) String name,
        @Nullable @Email @Size(max = 254) String email,
        @Nullable @Size(max = 200) String id) {
    public static final Visitor UNKNOWN = new Visitor(null, null, null);

    public Visitor clean() {
        return new Visitor(
                PlainText.lineOrNull(name), PlainText.lineOrNull(email), PlainText.lineOrNull(id));
    }

    /** What tells this visitor from others: the id, else the address. */
    public @Nullable String key() {
        return id != null ? id : email == null ? null : email.toLowerCase(Locale.ROOT);
    }

    /** Whether one who says to be {@code claimed} may be this visitor. */
    public boolean admits(@Nullable String claimed) {
        if (claimed == null) {
            return id == null;
        }
        return id != null ? id.equals(claimed) : claimed.equalsIgnoreCase(email);
    }
}
