/**
 * Facts for other services: outbox in the business transaction, broker, inbox without duplicates.
 *
 * <p>Delivery is at least once to the broker and effectively once to a handler. Events of one
 * service arrive in the order of their ids as long as one replica of it publishes and one consumer
 * reads; with more of either, order is best effort, and a handler must not build on it. A service
 * gets what was published after its subscription was made, which is at its first start.
 */
@NullMarked
package io.frontdesk.starter.events;

import org.jspecify.annotations.NullMarked;
