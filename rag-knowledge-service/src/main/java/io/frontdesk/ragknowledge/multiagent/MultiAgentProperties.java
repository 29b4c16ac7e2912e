package io.frontdesk.ragknowledge.multiagent;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How several agents are asked.
 *
 * @param deadline how long the answer waits for the slowest of them; the others answer without it
 */
@ConfigurationProperties("frontdesk.knowledge.multi-agent")
record MultiAgentProperties(@DefaultValue("20s") Duration deadline) {}
