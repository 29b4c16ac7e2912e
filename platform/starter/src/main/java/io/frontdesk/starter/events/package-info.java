/**
 * Facts for other services: outbox in the business transaction, broker, inbox without duplicates.
 */
@NullMarked
package io.frontdesk.starter.events;

import org.jspecify.annotations.NullMarked;
