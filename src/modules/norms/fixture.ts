import type { Framework, Norm } from './framework.ts';

const norm = (id: string, guidelines: number, more: Partial<Norm> = {}): Norm => ({
  id,
  title: { fr: `Norme ${id}` },
  guidelines: Array.from({ length: guidelines }, (_, index) => ({ id: 'abcdefgh'.charAt(index), text: { fr: `Ligne ${id}${'abcdefgh'.charAt(index)}` } })),
  ...more,
});

/** A small framework for tests: two chapters, one norm that asks for telework, one that a fact of Beffroi usually proves. */
export const smallFramework = (version = '1', change: (norm: Norm) => Norm = (one) => one): Framework => ({
  id: 'petit-cadre',
  version,
  title: { fr: 'Petit cadre', nl: 'Klein kader' },
  scale: 'guidelines',
  chapters: [
    { id: '5', title: { fr: 'Politique' }, norms: [norm('5.1', 5, { liveFacts: ['documents.policyApproved'] }), norm('5.2', 3)].map(change) },
    { id: '9', title: { fr: 'Accès' }, norms: [norm('9.1', 2), norm('9.2', 1, { applies: 'profile.telework' })].map(change) },
  ],
});

/** A framework of so many norms of five guidelines each, in chapters of twenty. */
export const largeFramework = (norms: number, version = '1'): Framework => ({
  id: 'grand-cadre',
  version,
  title: { fr: 'Grand cadre' },
  scale: 'guidelines',
  chapters: Array.from({ length: Math.ceil(norms / 20) }, (_, chapter) => ({
    id: String(chapter + 1),
    title: { fr: `Chapitre ${chapter + 1}` },
    norms: Array.from({ length: Math.min(20, norms - chapter * 20) }, (_one, index) => norm(`${chapter + 1}.${index + 1}`, 5)),
  })),
});
