package io.frontdesk.launcher.catalog;

import java.util.List;

/**
 * One deployable app.
 *
 * @param heapMegabytes its largest Java heap
 * @param optimised whether the optimising compiler is worth its memory there
 * @param after the services that must be ready before this one starts
 */
public record Service(
        String name, int port, int heapMegabytes, boolean optimised, List<String> after) {

    static Service small(String name, int port) {
        return new Service(name, port, 112, false, List.of("config-service", "orchestration-service"));
    }
}
