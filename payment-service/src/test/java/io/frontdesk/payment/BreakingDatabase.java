package io.frontdesk.payment;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * A database that breaks at a commit and stays away until it is mended, as if the process had died
 * there: what was not committed is gone, and nobody learns what was.
 */
public class BreakingDatabase {
    private final AtomicInteger left = new AtomicInteger(Integer.MAX_VALUE);
    private volatile boolean after;
    private volatile boolean broken;

    /** Wraps the data source of the app. */
    @TestConfiguration(proxyBeanMethods = false)
    static class Wrapping {
        @Bean
        static BreakingDatabase breakingDatabase() {
            return new BreakingDatabase();
        }

        @Bean
        static BeanPostProcessor breaking(BreakingDatabase database) {
            return new BeanPostProcessor() {
                @Override
                public Object postProcessAfterInitialization(Object bean, String name) {
                    return bean instanceof DataSource source && name.equals("dataSource")
                            ? database.wrap(source)
                            : bean;
                }
            };
        }
    }

    /**
     * Breaks at a commit of writing work from now on.
     *
     * @param commit counted from 0
     * @param after whether that commit still takes place
     */
    public void breakAt(int commit, boolean after) {
        this.after = after;
        left.set(commit);
    }

    /** Whether it broke since it was last mended; it works again. */
    public boolean mend() {
        var was = broken;
        left.set(Integer.MAX_VALUE);
        broken = false;
        return was;
    }

    private DataSource wrap(DataSource source) {
        return new DelegatingDataSource(source) {
            @Override
            public Connection getConnection() throws SQLException {
                refuseWhenBroken();
                return proxy(super.getConnection());
            }
        };
    }

    private void refuseWhenBroken() throws SQLException {
        if (broken) {
            throw new SQLException("The database is away.");
        }
    }

    private Connection proxy(Connection real) {
        return (Connection)
                Proxy.newProxyInstance(
                        getClass().getClassLoader(),
                        new Class<?>[] {Connection.class},
                        (proxy, method, arguments) -> {
                            if (method.getName().equals("commit") && !real.isReadOnly()) {
                                commit(real);
                                return null;
                            }
                            try {
                                return method.invoke(real, arguments);
                            } catch (InvocationTargetException e) {
                                throw e.getCause();
                            }
                        });
    }

    private void commit(Connection real) throws SQLException {
        // Jobs lose the database as well, but it is the caller's commits that are counted.
        var job = Thread.currentThread().getName().contains("scheduler");
        var breaks = !job && left.get() != Integer.MAX_VALUE && left.getAndDecrement() == 0;
        if (breaks && after) {
            real.commit();
        }
        if (breaks) {
            broken = true;
        }
        refuseWhenBroken();
        real.commit();
    }
}
