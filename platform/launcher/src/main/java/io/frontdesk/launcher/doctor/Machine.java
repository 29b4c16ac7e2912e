package io.frontdesk.launcher.doctor;

import io.frontdesk.launcher.checkout.Checkout;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** Looks at the machine: JDK, disk, memory. */
final class Machine {
    private static final int LEAST_JAVA = 25;
    private static final double LEAST_DISK = 2e9;
    private static final double GOOD_DISK = 6e9;
    private static final double LEAST_MEMORY = 5.5e9;

    private Machine() {}

    static List<Finding> look(Checkout checkout) throws IOException {
        return List.of(
                jdk(Runtime.version().feature(), Path.of(System.getProperty("java.home"))),
                disk(Files.getFileStore(checkout.home()).getUsableSpace()),
                memory(physicalMemory()));
    }

    static Finding jdk(int version, Path home) {
        if (version < LEAST_JAVA) {
            return Finding.problem(
                    "JDK",
                    "Java " + version + " in " + home,
                    "Install JDK "
                            + LEAST_JAVA
                            + " (for example Temurin) and set FRONTDESK_JAVA_HOME to it.");
        }
        return Files.exists(home.resolve("bin/javac"))
                ? Finding.fine("JDK", "Java " + version + " in " + home)
                : Finding.problem(
                        "JDK",
                        home + " has no compiler: it is a JRE",
                        "Install a JDK and set FRONTDESK_JAVA_HOME to it.");
    }

    static Finding disk(long free) {
        var text = gigabytes(free) + " free";
        if (free < LEAST_DISK) {
            return Finding.problem("Disk", text, "Free at least 2 GB, or nothing will be started.");
        }
        return free < GOOD_DISK
                ? Finding.warning(
                        "Disk",
                        text,
                        "A first build and start takes about 6 GB with its libraries.")
                : Finding.fine("Disk", text);
    }

    static Finding memory(long physical) {
        var text = gigabytes(physical) + " of memory";
        return physical < LEAST_MEMORY
                ? Finding.warning(
                        "Memory",
                        text,
                        "The whole fleet holds up to 4 GB; run single services with ./fleet run.")
                : Finding.fine("Memory", text);
    }

    private static long physicalMemory() {
        var system =
                ManagementFactory.getPlatformMXBean(com.sun.management.OperatingSystemMXBean.class);
        return system.getTotalMemorySize();
    }

    private static String gigabytes(long bytes) {
        return String.format(Locale.ROOT, "%.1f GB", bytes / 1e9);
    }
}
