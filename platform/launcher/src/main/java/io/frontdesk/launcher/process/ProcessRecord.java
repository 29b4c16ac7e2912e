package io.frontdesk.launcher.process;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What is written down about a process that was started.
 *
 * @param startedAt when the system says it started, so that a reused process id is not mistaken
 */
public record ProcessRecord(String service, long pid, Instant startedAt, int port) {
    // The system counts from its boot, whose own time may shift a little as the clock is set.
    private static final Duration TOLERANCE = Duration.ofSeconds(3);

    static ProcessRecord of(String service, ProcessHandle process, int port, Instant otherwise) {
        var started = process.info().startInstant().orElse(otherwise);
        return new ProcessRecord(service, process.pid(), started, port);
    }

    /** The process, when it is still the one that was started. */
    public Optional<ProcessHandle> process() {
        return ProcessHandle.of(pid).filter(ProcessHandle::isAlive).filter(this::isTheSame);
    }

    private boolean isTheSame(ProcessHandle process) {
        return process.info()
                .startInstant()
                .map(start -> Duration.between(start, startedAt).abs().compareTo(TOLERANCE) < 0)
                .orElse(false);
    }
}
