/** The registry (Eureka) in which every instance of the fleet says where it is. */
@NullMarked
package io.frontdesk.orchestration.registry;

import org.jspecify.annotations.NullMarked;
