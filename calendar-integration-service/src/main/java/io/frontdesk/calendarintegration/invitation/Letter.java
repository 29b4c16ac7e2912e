package io.frontdesk.calendarintegration.invitation;

/** Words for a mail. */
public record Letter(String subject, String text) {}
