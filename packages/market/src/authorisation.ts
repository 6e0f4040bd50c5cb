import { DomainError, isDomainError, type ErrorCode } from "@xudong/domain";

/**
 * For what nobody else may even know of, such as a parcel or a ticket of another shop: who may not touch it hears exactly
 * what they would hear if it were not there (S1). What everybody may see, such as a listing, needs none of this.
 */
export async function asAbsent<T>(code: ErrorCode & `${string}.not_found`, doing: Promise<T>): Promise<T> {
  try {
    return await doing;
  } catch (error) {
    if (isDomainError(error) && error.code === "actor.not_allowed") throw new DomainError(code);
    throw error;
  }
}
