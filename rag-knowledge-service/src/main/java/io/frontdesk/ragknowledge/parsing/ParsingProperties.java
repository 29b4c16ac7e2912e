package io.frontdesk.ragknowledge.parsing;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Limits of reading a file.
 *
 * @param timeout the longest that reading one file may take
 */
@ConfigurationProperties("frontdesk.knowledge.parsing")
record ParsingProperties(@DefaultValue("2m") Duration timeout) {}
