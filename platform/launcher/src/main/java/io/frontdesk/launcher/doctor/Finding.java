package io.frontdesk.launcher.doctor;

/**
 * What a check found.
 *
 * @param remedy what to do about it; empty where nothing is to do
 */
record Finding(Severity severity, String subject, String text, String remedy) {
    enum Severity {
        FINE,
        WARNING,
        PROBLEM
    }

    static Finding fine(String subject, String text) {
        return new Finding(Severity.FINE, subject, text, "");
    }

    static Finding warning(String subject, String text, String remedy) {
        return new Finding(Severity.WARNING, subject, text, remedy);
    }

    static Finding problem(String subject, String text, String remedy) {
        return new Finding(Severity.PROBLEM, subject, text, remedy);
    }
}
