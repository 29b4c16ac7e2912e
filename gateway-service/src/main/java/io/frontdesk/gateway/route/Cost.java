package io.frontdesk.gateway.route;

/** What a request may cause; decides what happens when the limiter cannot be read. */
public enum Cost {
    /** Changes nothing and costs nothing: goes on without a limiter. */
    READ(false),
    /** Changes what can be changed back: goes on without a limiter. */
    PLAIN(false),
    /** Spends a language model's budget: stops. */
    MODEL(true),
    /** Takes time off a calendar: stops. */
    BOOKING(true),
    /** Moves money: stops. */
    MONEY(true);

    private final boolean stops;

    Cost(boolean stops) {
        this.stops = stops;
    }

    /** Whether it is refused when the limiter cannot be read. */
    public boolean stopsWithoutLimiter() {
        return stops;
    }
}
