type Headers = readonly (readonly [name: string, value: string])[];
export const proofs = ['pass', 'fail', 'none'] as const;
export type Proof = (typeof proofs)[number];

export const domainOf = (address: string): string => address.slice(address.lastIndexOf('@') + 1).toLowerCase();
/** Whether one is the other or below it (relaxed alignment, RFC 7489 3.1; without a list of public suffixes, since who signs for one is nobody). */
const aligned = (one: string, other: string): boolean => one === other || one.endsWith(`.${other}`) || other.endsWith(`.${one}`);

type Result = { method: string; result: string; properties: Record<string, string> };
/** What stands in quotes or in a comment came from the sender: nothing in it ends a result or begins one. */
const asOneWord = (part: string): string => (part.startsWith('(') ? ' ' : part.replace(/[;()=\s]/g, '_'));
/** The results of an Authentication-Results header (RFC 8601), without comments. */
const resultsOf = (value: string): { by: string; results: Result[] } => {
  const [by = '', ...rest] = value.replace(/"(?:[^"\\]|\\.)*"|\([^()]*\)/g, asOneWord).split(';');
  const results = rest.flatMap((part): Result[] => {
    const [first = '', ...others] = part.trim().split(/\s+/);
    const [method, result] = first.split('=');
    if (!method || !result) return [];
    const properties = Object.fromEntries(
      others.flatMap((one) => {
        const at = one.indexOf('=');
        return at > 0
          ? [
              [
                one.slice(0, at).toLowerCase(),
                one
                  .slice(at + 1)
                  .replace(/^"|"$/g, '')
                  .toLowerCase(),
              ],
            ]
          : [];
      }),
    );
    return [{ method: method.toLowerCase().split('/')[0]!, result: result.toLowerCase(), properties }];
  });
  return { by: by.trim().split(/\s+/)[0]!.toLowerCase(), results };
};

/** The servers that signed such headers, the topmost first: what a person chooses theirs from. */
export const vouchersIn = (headers: Headers): string[] => [...new Set(headers.flatMap(([name, value]) => (name === 'authentication-results' ? [resultsOf(value).by] : [])))].filter(Boolean);

/**
 * Whether the receiving server says that a mail comes from the domain of its sender. Only what that server itself wrote counts: the topmost header
 * under its name, since whatever the sender had put there lies below. DMARC decides where it says something; else a signature (DKIM), an authorised
 * sender (SPF) or a sign-in of the same domain. Without the server's name, nothing is known.
 */
export const proofOf = (headers: Headers, from: string, vouchedBy: string | null | undefined): Proof => {
  if (!vouchedBy) return 'none';
  const domain = domainOf(from);
  const name = vouchedBy.toLowerCase();
  const own = headers.flatMap(([header, value]) => (header === 'authentication-results' ? [resultsOf(value)] : [])).find(({ by }) => by === name);
  const results = own?.results ?? [];
  const dmarc = results.filter(({ method }) => method === 'dmarc').map(({ result, properties }) => ({ result, of: properties['header.from'] }));
  if (dmarc.some(({ result, of }) => result === 'fail' && aligned(of ?? domain, domain))) return 'fail';
  // Of whom it speaks must stand there.
  if (dmarc.some(({ result, of }) => result === 'pass' && of !== undefined && aligned(of, domain))) return 'pass';
  const vouched = results.some(({ method, result, properties }) => {
    if (result !== 'pass') return false;
    if (method === 'dkim') return aligned(properties['header.d'] ?? domainOf(properties['header.i'] ?? ''), domain);
    if (method === 'spf') return aligned(domainOf(properties['smtp.mailfrom'] ?? properties['smtp.helo'] ?? ''), domain);
    return method === 'auth' && properties['smtp.auth'] === from;
  });
  if (vouched) return 'pass';
  // No server takes foreign headers of this other form away: it counts only where the server says nothing in the first.
  const spf = own ? 'none' : spfOf(headers, name, domain);
  if (spf === 'pass') return 'pass';
  const failed = results.some(({ method, result }) => (method === 'spf' || method === 'dkim') && (result === 'fail' || result === 'softfail'));
  return failed || spf === 'fail' ? 'fail' : 'none';
};

/** What a Received-SPF header of that server says (RFC 7208, 9.1), where it is about the sender's domain. */
const spfOf = (headers: Headers, server: string, domain: string): Proof => {
  const own = headers.find(([name, value]) => name === 'received-spf' && new RegExp(`\\breceiver=["<]?${server.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}(?![\\w.-])`, 'i').test(value))?.[1];
  if (!own) return 'none';
  const result = /^\w+/.exec(own)?.[0].toLowerCase();
  const sender = /\benvelope-from=["<]?([^\s">;]+)/i.exec(own)?.[1];
  if (result === 'fail' || result === 'softfail') return 'fail';
  return result === 'pass' && sender && aligned(domainOf(sender), domain) ? 'pass' : 'none';
};
