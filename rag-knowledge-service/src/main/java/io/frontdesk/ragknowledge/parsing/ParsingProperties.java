package io.frontdesk.ragknowledge.parsing;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

import java.time.Duration;

/**
 * Limits of reading a file.
 *
 * @param timeout the longest that reading one file may take
 */
@ConfigurationProperties("frontdesk.knowledge.parsing")
record ParsingProperties(@DefaultValue("2m") Duration timeout) {}
