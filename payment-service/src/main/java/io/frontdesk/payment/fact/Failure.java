package io.frontdesk.payment.fact;

/**
 * Why an attempt took nothing.
 *
 * @param code a stable word of ours: {@code card-declined}, {@code insufficient-funds}, {@code
 *     expired-card}, {@code authentication-failed}, {@code processing-error}, {@code abandoned}
 * @param message a sentence for the payer
 */
public record Failure(String code, String message) {}
