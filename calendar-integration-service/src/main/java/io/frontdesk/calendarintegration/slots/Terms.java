package io.frontdesk.calendarintegration.slots;

/**
 * The rules of an offering, in seconds.
 *
 * @param before kept free before each appointment
 * @param after kept free after each appointment
 * @param step between starts, counted from each opening
 * @param notice at least between now and a start
 * @param window at most between now and a start
 * @param capacity seats of one session
 */
public record Terms(
        long duration,
        long before,
        long after,
        long step,
        long notice,
        long window,
        int capacity) {}
