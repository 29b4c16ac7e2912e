package io.frontdesk.payment.wallet;

import io.frontdesk.payment.desk.CustomerDesk.SavedMethod;
import io.frontdesk.payment.refusal.ProviderRefused;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.util.IdGenerator;

/** Customers of the sandbox, and the means of payment that they keep there. */
@Component
@Transactional(propagation = Propagation.REQUIRES_NEW)
public class SandboxCustomers {
    private static final int EXPIRY_MONTH = 12;
    private static final int EXPIRY_YEAR = 2034;

    private final JdbcClient jdbc;
    private final IdGenerator ids;

    SandboxCustomers(JdbcClient jdbc, IdGenerator ids) {
        this.jdbc = jdbc;
        this.ids = ids;
    }

    public String create(String key) {
        jdbc.sql(
                        """
                        insert into sandbox_customer (id, reference, key) values (?, ?, ?)
                        on conflict do nothing
                        """)
                .params(ids.generateId(), "sb_cus_" + Tokens.random(), key)
                .update();
        return jdbc.sql("select reference from sandbox_customer where key = ?")
                .param(key)
                .query((row, number) -> row.getString(1))
                .single();
    }

    public void delete(String customer) {
        jdbc.sql("delete from sandbox_method where customer_reference = ?")
                .param(customer)
                .update();
        jdbc.sql("delete from sandbox_customer where reference = ?").param(customer).update();
    }

    public SavedMethod attach(String key, String customer, String paymentMethod) {
        if (SandboxMethod.of(paymentMethod).isEmpty()) {
            throw new ProviderRefused("There is no payment method " + paymentMethod + ".");
        }
        jdbc.sql(
                        """
                        insert into sandbox_method
                            (id, customer_reference, reference, key, payment_method)
                        values (?, ?, ?, ?, ?) on conflict do nothing
                        """)
                .params(ids.generateId(), customer, "pm_saved_" + Tokens.random(), key)
                .param(paymentMethod)
                .update();
        return methods(customer).stream()
                .filter(each -> of(each.methodReference()).equals(SandboxMethod.of(paymentMethod)))
                .findFirst()
                .orElseThrow();
    }

    public void detach(String method) {
        jdbc.sql("delete from sandbox_method where reference = ?").param(method).update();
    }

    public List<SavedMethod> methods(String customer) {
        return jdbc.sql("select * from sandbox_method where customer_reference = ? order by id")
                .param(customer)
                .query((row, number) ->
                        new SavedMethod(
                                row.getString("reference"),
                                "card",
                                SandboxMethod.of(row.getString("payment_method"))
                                        .orElseThrow()
                                        .display(),
                                EXPIRY_MONTH,
                                EXPIRY_YEAR))
                .list();
    }

    /** The method behind a token, saved or not. */
    public Optional<SandboxMethod> of(String token) {
        return SandboxMethod.of(token)
                .or(() ->
                        jdbc.sql("select payment_method from sandbox_method where reference = ?")
                                .param(token)
                                .query((row, number) -> row.getString(1))
                                .optional()
                                .flatMap(SandboxMethod::of));
    }
}
