package io.frontdesk.starter.events;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.aop.framework.autoproxy.AutoProxyUtils;
import org.springframework.aop.scope.ScopedProxyUtils;
import org.springframework.aop.support.AopUtils;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.core.MethodIntrospector;
import org.springframework.core.annotation.AnnotatedElementUtils;

/** The {@link OnEvent} methods of all beans, by event type. */
class EventHandlers implements SmartInitializingSingleton {
    private final ConfigurableListableBeanFactory beans;
    private final Map<String, List<EventHandler>> byType = new HashMap<>();

    EventHandlers(ConfigurableListableBeanFactory beans) {
        this.beans = beans;
    }

    List<EventHandler> of(String type) {
        return byType.getOrDefault(type, List.of());
    }

    boolean isEmpty() {
        return byType.isEmpty();
    }

    @Override
    public void afterSingletonsInstantiated() {
        for (var name : beans.getBeanNamesForType(Object.class, true, false)) {
            var type = AutoProxyUtils.determineTargetClass(beans, name);
            if (type != null
                    && !type.getName().startsWith("org.springframework.")
                    && !ScopedProxyUtils.isScopedTarget(name)) {
                find(name, type);
            }
        }
    }

    private void find(String name, Class<?> type) {
        var methods =
                MethodIntrospector.selectMethods(
                        type,
                        (MethodIntrospector.MetadataLookup<OnEvent>)
                                method ->
                                        AnnotatedElementUtils.findMergedAnnotation(
                                                method, OnEvent.class));
        methods.forEach((method, annotation) -> {
            var bean = beans.getBean(name);
            var callable = AopUtils.selectInvocableMethod(method, bean.getClass());
            byType.computeIfAbsent(annotation.value(), key -> new ArrayList<>())
                    .add(EventHandler.of(bean, type, callable, annotation.value()));
        });
    }
}
