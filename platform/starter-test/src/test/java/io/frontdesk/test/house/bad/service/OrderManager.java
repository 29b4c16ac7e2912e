package io.frontdesk.test.house.bad.service;

import org.jspecify.annotations.NullUnmarked;

/** Named by a layer, in a package of a layer. */
@NullUnmarked
class OrderManager {}
