package io.frontdesk.calendarintegration;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** Port 8013; owns resources, offerings, availability, holds, bookings. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class CalendarIntegrationApplication {
    public static void main(String[] args) {
        SpringApplication.run(CalendarIntegrationApplication.class, args);
    }
}
