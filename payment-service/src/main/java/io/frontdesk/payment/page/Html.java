package io.frontdesk.payment.page;

import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.util.HtmlUtils;

/** A small page that needs no script and loads nothing. */
final class Html {
    private static final String POLICY =
            "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; base-uri 'none';"
                    + " frame-ancestors 'none'";

    private Html() {}

    /** A choice that the payer has. */
    record Button(String name, String value, String label) {}

    static ResponseEntity<String> page(
            int status, String title, List<String> lines, List<Button> buttons) {
        var text = new StringBuilder();
        lines.forEach(line -> text.append("<p>").append(escape(line)).append("</p>"));
        if (!buttons.isEmpty()) {
            text.append("<form method=\"post\">");
            buttons.forEach(button ->
                    text.append("<p><button name=\"")
                            .append(escape(button.name()))
                            .append("\" value=\"")
                            .append(escape(button.value()))
                            .append("\">")
                            .append(escape(button.label()))
                            .append("</button></p>"));
            text.append("</form>");
        }
        var html =
                """
                <!doctype html><html lang="en"><head><meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <title>%s</title>
                <style>body{font:16px system-ui;max-width:32rem;margin:3rem auto;padding:0 1rem}
                button{font:inherit;padding:.6rem 1rem;width:100%%;cursor:pointer}</style>
                </head><body><h1>%s</h1>%s</body></html>
                """
                        .formatted(escape(title), escape(title), text);
        return ResponseEntity.status(status)
                .contentType(MediaType.TEXT_HTML)
                .header("Content-Security-Policy", POLICY)
                .header("Cache-Control", "no-store")
                .header("Referrer-Policy", "no-referrer")
                .body(html);
    }

    private static String escape(String text) {
        return HtmlUtils.htmlEscape(text);
    }
}
