/** The outbox of mails to attendees: written with the booking, sent by a job, kept to be read. */
@NullMarked
package io.frontdesk.calendarintegration.mail;

import org.jspecify.annotations.NullMarked;
