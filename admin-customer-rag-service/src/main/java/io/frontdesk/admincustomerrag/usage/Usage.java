package io.frontdesk.admincustomerrag.usage;

import java.util.List;

/**
 * What a tenant uses against what it may use.
 *
 * @param month of questions and money, UTC, for example {@code 2026-11}
 * @param unavailable services that do not answer; what they count has the status {@code
 *     unavailable}
 */
record Usage(
        String month,
        Counted documents,
        Counted chunks,
        Counted questions,
        Spent money,
        List<String> unavailable) {

    boolean isWhole() {
        return unavailable.isEmpty();
    }
}
