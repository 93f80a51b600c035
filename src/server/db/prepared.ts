/** So many askings make a statement worth preparing; so many are, on each connection that asks them (PostgreSQL keeps some tens of kilobytes for each). */
const often = 5;
const most = 64;
/** Statements whose askings are counted; then counting begins anew. */
const counted = 1000;

/**
 * Gives statements the names under which PostgreSQL keeps them with their plans, once they are asked often; undefined before, and for what is not
 * worth it. Planning a list costs more than reading its page. What says `*` is never kept: a column added meanwhile would change what it answers.
 */
export const statementNames = (): ((text: string) => string | undefined) => {
  const askings = new Map<string, number>();
  const names = new Map<string, string>();
  return (text) => {
    const name = names.get(text);
    if (name !== undefined || names.size >= most) return name;
    const times = (askings.get(text) ?? 0) + 1;
    if (askings.size >= counted) askings.clear();
    askings.set(text, times);
    if (times < often || /[\s."]\*(?![\s\w]*\))/.test(text)) return undefined;
    askings.delete(text);
    names.set(text, `often${names.size + 1}`);
    return names.get(text);
  };
};
