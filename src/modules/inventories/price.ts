/** Cents of an amount as people write one: `1.250,50`, `1 250.5 €`; undefined for what is none. */
export const centsOf = (text: string): number | undefined => {
  const bare = text.replace(/[€\s\u00a0\u202f']|eur(?:os?)?/giu, '');
  // One mark between thousands, another before the cents: `1.250,50`, `1250,5`, `1.250`.
  const found = /^(\d{1,3}(?:([.,])\d{3}(?:\2\d{3})*)|\d+)(?:([.,])(\d{1,2}))?$/.exec(bare);
  if (!found || (found[2] && found[2] === found[3])) return undefined;
  return Number(found[1]!.replace(/[.,]/g, '')) * 100 + Number((found[4] ?? '').padEnd(2, '0'));
};

/** The amount as a field shows it: `1250,50`. */
export const eurosOf = (cents: number): string => (cents % 100 === 0 ? String(cents / 100) : (cents / 100).toFixed(2).replace('.', ','));
