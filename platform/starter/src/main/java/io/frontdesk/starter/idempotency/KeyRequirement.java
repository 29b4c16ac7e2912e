package io.frontdesk.starter.idempotency;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/** Enforces {@link RequiresIdempotencyKey} and {@link CallsThirdParty}. */
class KeyRequirement implements HandlerInterceptor {
    @Override
    public boolean preHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (!(handler instanceof HandlerMethod method)) {
            return true;
        }
        var requirement = method.getMethodAnnotation(RequiresIdempotencyKey.class);
        if (requirement != null && request.getHeader(IdempotencyFilter.HEADER) == null) {
            throw new KeyRequired();
        }
        var alone =
                method.hasMethodAnnotation(CallsThirdParty.class)
                        || (requirement != null && !requirement.oneTransaction());
        if (alone && request.getAttribute(KeyedCall.ATTRIBUTE) instanceof KeyedCall call) {
            call.leaveTransaction();
        }
        return true;
    }
}
