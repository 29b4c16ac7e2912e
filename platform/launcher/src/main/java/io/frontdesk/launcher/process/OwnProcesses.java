package io.frontdesk.launcher.process;

import io.frontdesk.launcher.checkout.Checkout;
import java.util.List;
import java.util.Set;

/** Recognises this checkout's processes by a mark on their command lines. */
public final class OwnProcesses {
    private OwnProcesses() {}

    /** The JVM argument that marks a process as this checkout's. */
    public static String mark(Checkout checkout) {
        return "-Dfleet.checkout=" + checkout.home();
    }

    /** Processes of this checkout that no table entry speaks of. */
    public static List<ProcessHandle> orphans(Checkout checkout, Set<Long> known) {
        var mark = mark(checkout);
        return ProcessHandle.allProcesses()
                .filter(process -> !known.contains(process.pid()))
                .filter(process ->
                        process.info()
                                .arguments()
                                .map(a -> List.of(a).contains(mark))
                                .orElse(false))
                .toList();
    }
}
