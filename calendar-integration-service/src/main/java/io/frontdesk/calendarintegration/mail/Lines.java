package io.frontdesk.calendarintegration.mail;

/** Text for a mail's header: always one line. */
final class Lines {
    private static final int LONGEST = 500;

    private Lines() {}

    static String one(String text) {
        var line = text.replaceAll("[\\p{Cntrl}\\u2028\\u2029]+", " ").strip();
        return line.length() > LONGEST ? line.substring(0, LONGEST) : line;
    }
}
