import { createHash } from 'node:crypto';

/** One row in every table of the undertakings of a centre; `add` writes a row and notes its id under the name of its collection. */
export const fillDeclarations = async (
  add: (collection: string, table: string, columns: Record<string, unknown>) => Promise<string>,
  ids: Record<string, string>,
  slug: string,
  mark: string,
): Promise<void> => {
  const words = { title: mark, sections: [] };
  const text = await add('declarationTexts', 'declaration_text', {
    variant: 'staff',
    number: 1,
    library_revision: 1,
    additions: JSON.stringify({ fr: mark }),
    in_force_on: '2026-01-05',
    ask_again: false,
    content: JSON.stringify({ fr: words, nl: words, de: words }),
    content_hash: 'x',
  });
  await add('declarationSettings', 'declaration_setting', { renew_months: 60 });
  const whole = { language: 'fr', layout: 'report', title: mark, sender: { name: mark, lines: [] }, front: [], sections: [], runningTitle: mark, footer: mark, date: '2026-01-05' };
  const bound = { person_id: ids['people'], variant: 'staff', language: 'fr', text_id: text };
  const shown = { ...bound, model: JSON.stringify(whole), content_hash: 'x', file_id: ids['files'] };
  const sheet = await add('declarationSheets', 'declaration_sheet', { ...shown, code: `code-of-${slug}`, pages: 1, made_at: '2026-01-05' });
  await add('declarations', 'declaration', { ...shown, number: 1, how: 'paper', signed_on: '2026-01-05', place: mark });
  ids['ownDeclarations'] = ids['declarations']!;
  await add('declarationLinks', 'declaration_link', { ...bound, kind: 'screen', token_hash: createHash('sha256').update(`link ${slug}`).digest(), made_at: '2026-01-05', expires_at: '2026-01-05' });
  const scan = { batch_name: mark, batch_hash: 'x', pages: [1], file_id: ids['files'], received_at: '2026-01-05' };
  await add('declarationScans', 'declaration_scan', { ...scan, sheet_id: sheet, fault: 'usedSheet' });
};
