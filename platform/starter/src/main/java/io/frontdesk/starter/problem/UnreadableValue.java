package io.frontdesk.starter.problem;

import tools.jackson.core.JsonParser;
import tools.jackson.databind.exc.MismatchedInputException;

/** A JSON value that breaks a rule of its type; the message is shown to the caller. */
public class UnreadableValue extends MismatchedInputException {
    public UnreadableValue(JsonParser parser, Class<?> target, String message) {
        super(parser, message, target);
    }
}
