package io.frontdesk.calendarplugin;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** Port 8014; owns calendar provider plugins, their connections and sync. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class CalendarPluginApplication {
    public static void main(String[] args) {
        SpringApplication.run(CalendarPluginApplication.class, args);
    }
}
