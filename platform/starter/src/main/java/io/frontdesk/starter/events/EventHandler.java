package io.frontdesk.starter.events;

import java.lang.reflect.Method;
import java.lang.reflect.Type;
import org.springframework.core.ResolvableType;
import org.springframework.util.ReflectionUtils;

/** One {@link OnEvent} method of one bean. */
record EventHandler(String name, String type, Object bean, Method method, Type dataType) {
    static EventHandler of(Object bean, Class<?> beanType, Method method, String type) {
        var name = beanType.getSimpleName() + "." + method.getName();
        if (method.getParameterCount() != 1
                || !method.getParameterTypes()[0].equals(CloudEvent.class)) {
            throw new IllegalStateException(
                    "@OnEvent method " + name + " must take exactly one CloudEvent<T>.");
        }
        var data = ResolvableType.forMethodParameter(method, 0, beanType).getGeneric(0);
        if (data.resolve() == null) {
            throw new IllegalStateException(
                    "@OnEvent method " + name + " must say what T of its CloudEvent<T> is.");
        }
        ReflectionUtils.makeAccessible(method);
        return new EventHandler(name, type, bean, method, data.getType());
    }

    void handle(CloudEvent<?> event) {
        ReflectionUtils.invokeMethod(method, bean, event);
    }
}
