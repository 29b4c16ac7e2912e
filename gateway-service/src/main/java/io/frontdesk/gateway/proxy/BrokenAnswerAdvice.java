package io.frontdesk.gateway.proxy;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;

/** Leaves it to the container, which closes the connection; any other advice would end the body. */
@ControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class BrokenAnswerAdvice {
    @ExceptionHandler
    void leave(BrokenAnswer broken) {
        throw broken;
    }
}
