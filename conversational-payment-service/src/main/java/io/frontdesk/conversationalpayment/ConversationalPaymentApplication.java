package io.frontdesk.conversationalpayment;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Port 8012; owns quotes, payment dialogue, confirmation, spend policy. */
@SpringBootApplication
public class ConversationalPaymentApplication {
    public static void main(String[] args) {
        SpringApplication.run(ConversationalPaymentApplication.class, args);
    }
}
