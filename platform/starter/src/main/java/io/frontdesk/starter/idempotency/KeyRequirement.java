package io.frontdesk.starter.idempotency;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/** Enforces {@link RequiresIdempotencyKey}. */
class KeyRequirement implements HandlerInterceptor {
    @Override
    public boolean preHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler) {
        var requirement =
                handler instanceof HandlerMethod method
                        ? method.getMethodAnnotation(RequiresIdempotencyKey.class)
                        : null;
        if (requirement == null) {
            return true;
        }
        if (request.getHeader(IdempotencyFilter.HEADER) == null) {
            throw new KeyRequired();
        }
        if (!requirement.oneTransaction()
                && request.getAttribute(KeyedCall.ATTRIBUTE) instanceof KeyedCall call) {
            call.leaveTransaction();
        }
        return true;
    }
}
