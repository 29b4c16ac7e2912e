package io.frontdesk.ragknowledge.arrangement;

import static org.assertj.core.api.Assertions.assertThat;

import io.frontdesk.ragknowledge.KnowledgeApp;
import io.frontdesk.ragknowledge.archive.ArchiveHttp;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;

class HostileThingsTest extends KnowledgeApp {

    private static final String ID = "\"id\":\"0199a000-0000-7000-8000-000000000001\"";

    @LocalServerPort private int port;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    agents.jsonl      | {}
                    agents.jsonl      | null
                    agents.jsonl      | {ID,"name":" ","description":"d","baseIds":[],"instructions":"","topics":[],"createdAt":"2026-01-01T00:00:00Z"}
                    agents.jsonl      | {ID,"name":"n","description":"d","baseIds":["../x"],"instructions":"","topics":[],"createdAt":"2026-01-01T00:00:00Z"}
                    agents.jsonl      | {ID,"name":"n","description":"d","baseIds":[null],"instructions":"","topics":[null],"createdAt":"2026-01-01T00:00:00Z"}
                    facts.jsonl       | {ID,"fact":null}
                    facts.jsonl       | {ID,"fact":{"kind":"price","subject":"s","value":{"amount":95,"currency":"EUR"}}}
                    facts.jsonl       | {ID,"fact":{"kind":"rumour","subject":"s","value":"x"}}
                    facts.jsonl       | {ID,"fact":{"kind":"email","subject":"s","value":"${1+1}"}}
                    evaluations.jsonl | {ID,"name":"n","questions":[]}
                    evaluations.jsonl | {ID,"name":"n","questions":[null]}
                    evaluations.jsonl | {ID,"name":"n","questions":[{"question":"","answerable":true}]}
                    websites.jsonl    | {ID,SITE"url":"http://169.254.169.254/latest","maxPages":1,"maxDepth":1,"include":[],"exclude":[]}
                    websites.jsonl    | {ID,SITE"url":"file:///etc/passwd","maxPages":1,"maxDepth":1,"include":[],"exclude":[]}
                    websites.jsonl    | {ID,SITE"url":"https://example.com/","maxPages":500000,"maxDepth":1,"include":[],"exclude":[]}
                    websites.jsonl    | {ID,SITE"url":"https://example.com/","maxPages":1,"maxDepth":1,"include":[],"exclude":[],"refresh":"PT1S"}
                    industries.jsonl  | {ID,"name":"../../etc","version":"1.0.0"}
                    industries.jsonl  | {ID,"name":"dental-practice","version":"<script>"}
                    """)
    void areRefusedBeforeAnythingIsImported(String entry, String thing) throws Exception {
        var archives = new ArchiveHttp(port);
        newBase();
        var whole =
                thing.replace("ID", ID)
                        .replace(
                                "SITE",
                                "\"baseId\":\"0199a000-0000-7000-8000-000000000002\","
                                        + "\"createdAt\":\"2026-01-01T00:00:00Z\",");
        var hostile = ArchiveHttp.resealed(archives.download(tenant).body(), entry, whole);
        var answer = archives.send(tenant, hostile);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(422);
        assertThat(answer.body()).contains("archive-invalid").doesNotContain("script>", "passwd");
        assertThat(get("/api/knowledge/bases").json().get("items")).hasSize(1);
    }
}
