import type { Customer, Transaction } from "../entities";
import { day } from "./context";

const firstId = 880_001;

/** The purchases of which the sums of customers are made, one period apart, the last one a period before the next. */
export function makePurchases(customers: readonly Customer[]): Transaction[] {
  const purchases: Transaction[] = [];
  for (const customer of customers) {
    for (let back = customer.purchases_count; back > 0; back -= 1) {
      const time = customer.next_date - back * customer.periodicity * day;
      purchases.push({
        id: firstId + purchases.length,
        customer_id: customer.id,
        price: customer.average_check,
        comment: null,
        completed_at: time,
        elements: [],
        created_by: customer.created_by,
        updated_by: customer.created_by,
        created_at: time,
        updated_at: time,
      });
    }
  }
  return purchases;
}
