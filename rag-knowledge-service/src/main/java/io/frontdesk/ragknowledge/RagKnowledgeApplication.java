package io.frontdesk.ragknowledge;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Port 8008; owns knowledge bases, documents, ingestion, answering. */
@SpringBootApplication
public class RagKnowledgeApplication {
    public static void main(String[] args) {
        SpringApplication.run(RagKnowledgeApplication.class, args);
    }
}
