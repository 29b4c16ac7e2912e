/** What only some providers offer: hosted pages, saved customers, answers to disputes. */
@NullMarked
package io.frontdesk.payment.desk;

import org.jspecify.annotations.NullMarked;
