package io.frontdesk.admincustomerrag.knowledge;

import java.util.Locale;

/** An answer as it came, to look for what must not be in it. */
public record Reply(int status, String body) {

    /** Whether it tells of something: case and punctuation around it make no difference. */
    public boolean tells(String something) {
        return body.toLowerCase(Locale.ROOT).contains(something.toLowerCase(Locale.ROOT));
    }

    public boolean isRefusal() {
        return status >= 400 && status < 500;
    }
}
