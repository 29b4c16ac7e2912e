package io.frontdesk.test.house.bad.order.deep;

import org.jspecify.annotations.NullUnmarked;

/** Two packages below the root. */
@NullUnmarked
class Deep {}
