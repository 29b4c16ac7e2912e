package io.frontdesk.ragcore;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Port 8010; owns chunk storage and index, embeddings, similarity search, text generation. */
@SpringBootApplication
public class RagCoreApplication {
    public static void main(String[] args) {
        SpringApplication.run(RagCoreApplication.class, args);
    }
}
