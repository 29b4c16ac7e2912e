package io.frontdesk.starter.money;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** Reads an amount from its two columns, {@code numeric(19,4)} and {@code char(3)}. */
public final class MoneyColumns {
    private MoneyColumns() {}

    public static Money read(ResultSet row, String amount, String currency) throws SQLException {
        var unit = CurrencyUnit.of(row.getString(currency));
        return Money.of(unit, row.getBigDecimal(amount).setScale(unit.getDecimalPlaces()));
    }
}
