import { DomainError } from "./error.ts";

/** What one order may take at most, so that nobody blocks a harvest for free (H5). */
export const cartLimits = { linesMax: 50, unitsPerLineMax: 99, openOrdersPerContactMax: 5, openOrdersPerAddressMax: 10, openOrdersPerNetworkMax: 40 } as const;

/** A quantity as a cart line may have it; 0 removes the line. @throws DomainError `cart.quantity_out_of_range`. */
export function cartQuantity(value: number): number {
  if (!Number.isInteger(value) || value < 0 || value > cartLimits.unitsPerLineMax) {
    throw new DomainError("cart.quantity_out_of_range", { field: "quantity", min: 0, max: cartLimits.unitsPerLineMax });
  }
  return value;
}
