package io.frontdesk.admincustomerrag;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Port 8009; owns an operator's per-tenant RAG configuration, quotas, isolation, audit. */
@SpringBootApplication
public class AdminCustomerRagApplication {
    public static void main(String[] args) {
        SpringApplication.run(AdminCustomerRagApplication.class, args);
    }
}
