package io.frontdesk.launcher.checkout;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;

/**
 * The user's terminal. Progress can be sent aside, so that the result alone is on standard output.
 */
public final class Console {
    private final PrintStream progress;
    private final PrintStream result;

    public Console(PrintStream progress, PrintStream result) {
        this.progress = progress;
        this.result = result;
    }

    public static Console standard() {
        return new Console(System.out, System.out);
    }

    /** Progress goes to standard error. */
    public Console aside() {
        return new Console(System.err, result);
    }

    public void say(String line) {
        progress.println(line);
        progress.flush();
    }

    /** Without a line end, for a question. */
    public void ask(String question) {
        progress.print(question);
        progress.flush();
    }

    public void result(String line) {
        result.println(line);
        result.flush();
    }

    public static String seconds(Duration duration) {
        return String.format(Locale.ROOT, "%.1f s", duration.toMillis() / 1000.0);
    }
}
