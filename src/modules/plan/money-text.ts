/**
 * Whole cents of an amount in euros as people write it in Belgium (`1 250`, `1.250,50`, `1250.5`, `1'250,00 €`); undefined for anything else.
 * Exact: no amount goes through a fraction.
 */
export const centsOf = (text: string): number | undefined => {
  const bare = text.replace(/[\s\u00a0\u202f'’€]/gu, '');
  // A mark followed by three digits groups thousands, unless it is the only one of its kind and a comma.
  const found = /^(\d{1,3}(?:\.\d{3})+|\d+)(?:[,.](\d{1,2}))?$/.exec(bare) ?? /^(\d{1,3}(?:,\d{3})+)(?:\.(\d{1,2}))?$/.exec(bare);
  if (!found) return undefined;
  const [, whole = '', cents = ''] = found;
  const digits = whole.replace(/[.,]/g, '');
  return digits.length > 10 ? undefined : Number(digits) * 100 + Number(cents.padEnd(2, '0'));
};
