package io.frontdesk.benchmarks.service;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Threads of one run; if one of them fails, the run fails. */
public final class Together implements AutoCloseable {
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final List<Future<?>> runs = new ArrayList<>();

    /** A part of the run. */
    @FunctionalInterface
    public interface Part {
        void run() throws Exception;
    }

    public void run(Part part) {
        runs.add(
                threads.submit(() -> {
                    part.run();
                    return null;
                }));
    }

    @Override
    public void close() {
        threads.close();
        for (var run : runs) {
            try {
                run.get();
            } catch (ExecutionException e) {
                throw new IllegalStateException(e.getCause());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
    }
}
