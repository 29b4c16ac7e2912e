package io.frontdesk.admincustomerrag.canary;

import java.util.UUID;

/**
 * A planted canary.
 *
 * @param tenant nobody's before and after
 * @param place a made-up name that a question about it uses
 * @param secret what only this tenant's document says
 */
public record Canary(
        UUID tenant, String place, String secret, UUID baseId, UUID documentId, UUID agentId) {

    /** The sentence of the document that says the secret. */
    public String sentence() {
        return "The password of the lantern keeper of " + place + " is " + secret + ".";
    }

    /** A question whose answer is the secret, and which does not hold it. */
    public String question() {
        return "What is the password of the lantern keeper of " + place + "?";
    }
}
