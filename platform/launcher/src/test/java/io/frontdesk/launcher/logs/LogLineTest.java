package io.frontdesk.launcher.logs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogLineTest {
    private final LogLine line = new LogLine(ZoneOffset.UTC);

    @Test
    void rendersEcs() {
        assertThat(
                        line.readable(
                                """
                                {"@timestamp":"2026-01-02T03:04:05.678Z","log":{"level":"INFO","logger":"io.frontdesk.gateway.Routes"},"message":"ready"}\
                                """))
                .isEqualTo("03:04:05.678 INFO  io.frontdesk.gateway.Routes          ready");
    }

    @Test
    void rendersLogstash() {
        assertThat(
                        line.readable(
                                """
                                {"@timestamp":"2026-01-02T03:04:05.678+01:00","level":"WARN","logger_name":"a.B","message":"slow"}\
                                """))
                .isEqualTo("02:04:05.678 WARN  a.B                                  slow");
    }

    @Test
    void putsTheExceptionBelow() {
        assertThat(
                        line.readable(
                                """
                                {"@timestamp":"2026-01-02T03:04:05Z","level":"ERROR","logger_name":"a.B","message":"failed","error":{"stack_trace":"java.lang.X: y\\n\\tat a.B.c(B.java:1)\\n"}}\
                                """))
                .endsWith(
                        "failed" + System.lineSeparator() + "java.lang.X: y\n\tat a.B.c(B.java:1)");
    }

    @Test
    void shortensLongLoggerNames() {
        assertThat(
                        line.readable(
                                "{\"logger_name\":\"org.springframework.boot.web.server.context.Server\",\"message\":\"m\"}"))
                .contains("o.s.boot.web.server.context.Server");
    }

    @Test
    void leavesOtherLinesAsTheyAre() {
        assertThat(line.readable("Exception in thread \"main\""))
                .isEqualTo("Exception in thread \"main\"");
        assertThat(line.readable("{not json")).isEqualTo("{not json");
        assertThat(line.readable("{\"a\":1}")).isEqualTo("{\"a\":1}");
    }

    @Test
    void readsTheEndOfALog(@TempDir Path folder) throws IOException {
        var log = folder.resolve("a.log");
        Files.writeString(
                log,
                IntStream.range(0, 1000)
                        .mapToObj(i -> "line " + i)
                        .collect(Collectors.joining("\n")));

        assertThat(LogTail.last(log, 2)).containsExactly("line 998", "line 999");
        assertThat(LogTail.last(folder.resolve("none.log"), 2)).isEmpty();
    }
}
