package io.frontdesk.gateway.proxy;

import java.io.IOException;

/**
 * A service broke off in the middle of its answer. The caller's connection has to break off too,
 * else half an answer would look like a whole one.
 */
class BrokenAnswer extends RuntimeException {
    BrokenAnswer(IOException cause) {
        super("A service broke off in the middle of its answer", cause);
    }
}
