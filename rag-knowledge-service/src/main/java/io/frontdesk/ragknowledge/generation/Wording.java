package io.frontdesk.ragknowledge.generation;

/** A language model: what it is told, and what it says. */
@FunctionalInterface
public interface Wording {

    /**
     * The model's answer as it came.
     *
     * @throws RuntimeException when there is no model, no budget, or no answer in time
     */
    String complete(Task task);
}
