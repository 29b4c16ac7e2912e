package io.frontdesk.benchmarks.gateway;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/**
 * One nginx that is the upstream and, on two other ports, the proxy to compare with: once as it
 * proxies by default (a new connection to the upstream for each request), once tuned to keep them.
 */
final class Nginx implements AutoCloseable {

    private final Process process;
    private final int proxy;
    private final int tuned;

    Nginx(Path directory, int upstream, int proxy, int tuned) throws IOException {
        this.proxy = proxy;
        this.tuned = tuned;
        var file = directory.resolve("nginx.conf");
        Files.writeString(file, configuration(directory, upstream, proxy, tuned));
        process =
                new ProcessBuilder("nginx", "-c", file.toString(), "-p", directory.toString())
                        .redirectErrorStream(true)
                        .redirectOutput(directory.resolve("nginx.log").toFile())
                        .start();
    }

    private static String configuration(Path directory, int upstream, int proxy, int tuned) {
        return """
        daemon off;
        pid %1$s/nginx.pid;
        error_log %1$s/error.log;
        worker_processes auto;
        events { worker_connections 1024; }
        http {
          access_log off;
          keepalive_requests 1000000;
          client_body_temp_path %1$s/body;
          proxy_temp_path %1$s/proxy;
          fastcgi_temp_path %1$s/fastcgi;
          uwsgi_temp_path %1$s/uwsgi;
          scgi_temp_path %1$s/scgi;
          default_type application/json;
          upstream app { server 127.0.0.1:%2$d; keepalive 64; keepalive_requests 1000000; }
          server { listen 127.0.0.1:%2$d; location / { return 200 '{"items":[]}'; } }
          server {
            listen 127.0.0.1:%3$d;
            location / { proxy_pass http://127.0.0.1:%2$d; }
          }
          server {
            listen 127.0.0.1:%4$d;
            location / {
              proxy_pass http://app;
              proxy_http_version 1.1;
              proxy_set_header Connection "";
            }
          }
        }
        """
                .formatted(directory, upstream, proxy, tuned);
    }

    String proxyUrl() {
        return "http://127.0.0.1:" + proxy;
    }

    String tunedUrl() {
        return "http://127.0.0.1:" + tuned;
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().completeOnTimeout(process, 10, TimeUnit.SECONDS).join();
    }
}
