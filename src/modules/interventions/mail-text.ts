/** What came before stands under one of these lines, in the languages of the country, as the usual programs write them. */
const history = [
  /^-{2,}\s*(?:original message|message d['’]origine|oorspronkelijk bericht|urspr(?:ü|ue)ngliche nachricht|forwarded message|message transféré|doorgestuurd bericht|weitergeleitete nachricht)\s*-{2,}$/i,
  /^(?:le|on|op|am)\b.{4,200}(?:a écrit|wrote|schreef|schrieb)\b.{0,120}:$/i,
  /^_{20,}$/,
];
const headerFirst = /^\*?(?:de|from|van|von)\s?:\*?\s*\S/i;
const headerNext = /^\*?(?:envoyé|sent|verzonden|gesendet|date|datum|à|to|aan|an|objet|subject|onderwerp|betreff)(?: le)?\s?:/i;
const closing =
  /^(?:(?:bien |très )?cordialement|bien à (?:vous|toi)|(?:(?:mes|nos) )?(?:meilleures|sincères|cordiales) salutations|salutations(?: distinguées)?|bonne (?:journée|soirée)|(?:met )?(?:vriendelijke|hartelijke) groet(?:en)?|mvg|hoogachtend|(?:mit )?(?:freundlichen|besten) gr(?:ü|ue)(?:ß|ss)en|freundliche gr(?:ü|ue)(?:ß|ss)e|mfg|(?:kind|best|warm)? ?regards|yours (?:sincerely|faithfully))\s*[,.!]?$/i;
const sentFrom =
  /^(?:envoyé (?:de mon|depuis|à partir)|sent from|get outlook|obtenez outlook|télécharger outlook|verstuurd vanaf|verzonden vanaf|outlook voor|von meinem .{1,40} gesendet|gesendet (?:von|mit))\b.{0,80}$/i;
const postscript = /^p\.? ?s\.?(?:\s|:)/i;
/** Where words begin that lawyers or programs put there, and of what they speak. */
const legalStart =
  /^[*_\s]*(?:disclaimer|avertissement|avis de confidentialité|confidentialité|confidentiality|vertrouwelijk|vertraulich|mise en garde|(?:le présent|ce|cet) (?:message|courriel|e-?mail|mail|courrier)|(?:this|the) (?:e-?mail|message|communication|information)|l['’]information contenue|les informations contenues|(?:dit|deze) (?:bericht|e-?mail|mail|mededeling)|de informatie|(?:diese|die) (?:e-?mail|nachricht|information)|si vous (?:n['’]êtes pas|avez reçu)|if you (?:are not|have received)|indien u|als u (?:niet|dit)|wenn sie|pensez à|avant d['’]imprimer|please consider|think before|denk aan|bitte (?:denken|prüfen))/i;
const legalWord =
  /confiden|destinat|intended|recipient|bestemd|geadresseerde|vertrouwelijk|vertraulich|empfänger|adressat|virus|environnement|environment|milieu|umwelt|imprimer|printing|afdrukken|drucken|aansprakelijk|responsabilité|liable|liability|haftung|par erreur|in error|vergissing|irrtümlich|strictement interdit|prohibited|verboden|untersagt/i;
const banner =
  /^\W*(?:\[?(?:external|externe?)\]?\s*$|(?:caution|attention|warning|avertissement|let op|opgelet|achtung|vorsicht)\W.{0,80}(?:external|outside|externe?|extérieur|buiten|extern)|(?:courriel|message|e-?mail) externe?\b|(?:this (?:e-?mail|message) (?:originated|came) from outside|deze e-?mail komt van buiten|ce (?:courriel|message|mail) provient de l['’]extérieur))/i;

const historyAt = (lines: readonly string[]): number => {
  for (const [index, line] of lines.entries()) {
    const at = line.trim();
    if (history.some((one) => one.test(at))) return index;
    // The usual line of some programs is broken in two.
    const next = lines[index + 1]?.trim() ?? '';
    if (/^(?:le|on|op|am)\b/i.test(at) && at.length < 200 && /(?:a écrit|wrote|schreef|schrieb)\b.{0,60}:$/i.test(next) && history[1]!.test(`${at} ${next}`)) return index;
    if (headerFirst.test(at) && lines.slice(index + 1, index + 5).filter((other) => headerNext.test(other.trim())).length >= 2) return index;
  }
  return lines.length;
};

const withoutSignature = (lines: readonly string[]): string[] => {
  const end = lines.findIndex((line, index) => /^--\s?$/.test(line) || (index > 0 && closing.test(line.trim())));
  if (end === -1) return [...lines];
  // What was thought of afterwards is no signature.
  const after = lines.findIndex((line, index) => index > end && postscript.test(line.trim()));
  const rest = after === -1 ? [] : lines.slice(after);
  return [...lines.slice(0, end), ...(rest.length > 0 ? ['', ...withoutSignature(rest)] : [])];
};

const paragraphsOf = (lines: readonly string[]): string[] =>
  lines
    .join('\n')
    .split(/\n[ \t]*\n+/)
    .map((paragraph) => paragraph.trim())
    .filter(Boolean);

const withoutWarnings = (paragraphs: readonly string[]): string[] => {
  let legal = false;
  return paragraphs.filter((paragraph) => {
    if (banner.test(paragraph) && paragraph.length < 500) return false;
    legal = legalWord.test(paragraph) && (legal || legalStart.test(paragraph));
    return !legal;
  });
};

/** How much of a text is looked at: the rules go through it line by line. */
const longest = 100_000;

/**
 * What somebody wrote in a mail: without what it quotes, without signature, without the warnings that programs put below or above. Where that leaves
 * nothing (a mail that only passes another on), the whole, without its marks of quotation.
 */
export const newText = (text: string): string => {
  const lines = text
    .slice(0, longest)
    .replace(/\r\n?/g, '\n')
    .split('\n')
    .map((line) => line.slice(0, 5000).trimEnd());
  const own = lines.slice(0, historyAt(lines)).filter((line) => !/^\s*>/.test(line) && !sentFrom.test(line.trim()));
  const said = withoutWarnings(paragraphsOf(withoutSignature(own))).join('\n\n');
  if (said !== '') return said;
  const whole = withoutWarnings(paragraphsOf(withoutSignature(lines.map((line) => line.replace(/^[\s>]+/, ''))))).join('\n\n');
  return whole;
};

const prefix = /^\s*(?:re|fwd?|tr|aw|wg|antw|betr|doorst|réf?|sv)(?:\[\d+\])?\s*:\s*/i;
/** The number of an intervention: in brackets, as our letters write it, or after its own word. An invoice or an offer has a number too. */
const numbered = /(?:\[\s*n[°ºro]\.?\s*(\d{4})\/(\d{1,6})\s*\]|\b(?:intervention|interventie|eingriff)e?s?,?\s+(?:n[°ºro]\.?\s*)?(\d{4})\/(\d{1,6})\b)/i;

/** A subject without `Re:`, `TR:` and their like, and without our number. */
export const plainSubject = (subject: string): string => {
  let plain = subject.replace(/\s+/g, ' ').trim();
  while (prefix.test(plain)) plain = plain.replace(prefix, '');
  return plain.replace(/\[\s*n[°ºro]\.?\s*\d{4}\/\d{1,6}\s*\]\s*/gi, '').trim();
};

/** The number that a subject names: `[n° 2026/12]`, `intervention 2026/12`. */
export const numberIn = (subject: string): { year: number; number: number } | undefined => {
  const found = numbered.exec(subject);
  const [year, number] = [found?.[1] ?? found?.[3], found?.[2] ?? found?.[4]];
  return year && number ? { year: Number(year), number: Number(number) } : undefined;
};
