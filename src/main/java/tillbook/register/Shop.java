package tillbook.register;

import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Map;
import tillbook.money.Money;
import tillbook.payment.Provider;

/**
 * What the register must know of its shop, from the settings.
 *
 * @param register 1–999
 * @param cashier who is at the register when nobody signed on
 * @param subject what the customer reads in the payment app
 * @param least the least amount taken by code
 * @param most the largest amount taken by code
 * @param zone of the shop's clock
 * @param dayStarts when a new business day begins
 * @param practice no real money moves
 * @param version of the program
 * @param place which machine and folder the data lies in
 * @param rules the providers that are set up, each with its waits
 * @param printing whether and when receipts print by themselves
 * @param merchants the account at each provider, also at one that is switched off and may still be asked
 */
public record Shop(
        int register,
        String cashier,
        String subject,
        Money least,
        Money most,
        ZoneId zone,
        LocalTime dayStarts,
        boolean practice,
        String version,
        String place,
        PrintRules printing,
        Map<Provider, PaymentRules> rules,
        Map<Provider, String> merchants) {

    public Shop {
        rules = Map.copyOf(rules);
        merchants = Map.copyOf(merchants);
    }

    /**
     * Taken for an account that is not in the settings now. The account that is would say "no such order" and be right,
     * and prove nothing: it is not asked.
     */
    public boolean isOfAnotherAccount(Attempt attempt) {
        String merchant = attempt.facts().merchant();
        return merchant != null
                && !merchant.equals(merchants.get(attempt.facts().provider()));
    }
}
