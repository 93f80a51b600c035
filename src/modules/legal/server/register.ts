import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';
import { LegalText } from '../legal-text.ts';

let loaded: readonly LegalText[] | undefined;

/** The legal register of the library, read once. Throws when the library names an unknown successor or breaks its schema. */
export const legalRegister = (): readonly LegalText[] => {
  if (loaded) return loaded;
  const content = parse(readFileSync(new URL('../../../../library/legal/register.yaml', import.meta.url), 'utf8')) as unknown;
  const { texts } = z.strictObject({ texts: z.array(LegalText) }).parse(content);
  const keys = new Set(texts.map((text) => text.key));
  const lost = texts.flatMap((text) => text.replacedBy ?? []).find((key) => !keys.has(key));
  if (lost) throw new Error(`library/legal/register.yaml names a successor "${lost}" that it does not hold`);
  loaded = texts;
  return texts;
};
