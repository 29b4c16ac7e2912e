package io.frontdesk.launcher.status;

import io.frontdesk.launcher.catalog.Catalog;
import io.frontdesk.launcher.checkout.Checkout;
import io.frontdesk.launcher.checkout.Console;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.json.JsonMapper;

@Command(
        name = "status",
        description = "Shows each service's port, health, process, memory and start.",
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {"0:all are ready", "1:some are not", "3:nothing runs"})
public final class StatusCommand implements Callable<Integer> {
    private static final int NOTHING_RUNS = 3;

    private final Checkout checkout;
    private final Catalog catalog;
    private final Console console;

    @Option(names = "--json", description = "As JSON.")
    private boolean json;

    public StatusCommand(Checkout checkout, Catalog catalog, Console console) {
        this.checkout = checkout;
        this.catalog = catalog;
        this.console = console;
    }

    @Override
    public Integer call() {
        var all = new FleetStatus(checkout, catalog).look();
        console.result(json ? JsonMapper.shared().writeValueAsString(all) : table(all));
        if (all.stream().allMatch(one -> one.health().equals(ServiceStatus.READY))) {
            return 0;
        }
        return all.stream().allMatch(one -> one.pid() == null) ? NOTHING_RUNS : 1;
    }

    private static String table(List<ServiceStatus> all) {
        var text = new StringBuilder(row("SERVICE", "PORT", "HEALTH", "PID", "MEMORY", "STARTED"));
        var time =
                DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT)
                        .withZone(ZoneId.systemDefault());
        for (var one : all) {
            text.append(
                    row(
                            one.service(),
                            String.valueOf(one.port()),
                            one.health(),
                            Objects.toString(one.pid(), "-"),
                            one.megabytes() == null ? "-" : one.megabytes() + " MB",
                            one.started() == null ? "-" : time.format(one.started())));
        }
        var memory =
                all.stream()
                        .map(ServiceStatus::megabytes)
                        .filter(Objects::nonNull)
                        .mapToLong(Long::longValue)
                        .sum();
        var ready = all.stream().filter(one -> one.health().equals(ServiceStatus.READY)).count();
        return text
                + row(ready + " of " + all.size() + " ready", "", "", "", memory + " MB", "")
                        .stripTrailing();
    }

    private static String row(String... cells) {
        return "%-32s %6s  %-10s %8s %9s  %s".formatted((Object[]) cells).stripTrailing()
                + System.lineSeparator();
    }
}
