import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { plainText } from '../../documents/content.ts';
import { duties } from './duties.ts';
import { approvalFaults, MeetingInput, membersOf } from './meeting.ts';
import { restrictedBlocks } from '../../documents/restricted.ts';
import { convocationModel, type MeetingFacts, minutesModel } from './minutes.ts';

describe('members', () => {
  test('each stands once, with every function that makes them one; named to it counts where nothing else does', () => {
    const held = (personId: string, kind: 'president' | 'adviser' | 'dpo' | 'platformMember' | 'archivist') => ({ personId, personName: personId, kind });
    expect(membersOf([held('bo', 'platformMember'), held('al', 'platformMember'), held('al', 'dpo'), held('al', 'adviser'), held('cy', 'archivist'), held('di', 'president')])).toEqual([
      { personId: 'di', personName: 'di', kinds: ['president'] },
      { personId: 'al', personName: 'al', kinds: ['adviser', 'dpo'] },
      { personId: 'bo', personName: 'bo', kinds: ['platformMember'] },
    ]);
  });
});

const someone = '0199aaaa-0000-7000-8000-000000000001';
test.each([
  [{ heldOn: '2026-02-01', calledOn: '2026-02-02' }, 'calledAfterMeeting'],
  [{ heldOn: '2026-02-01', preparedOn: '2026-01-31' }, 'preparedBeforeMeeting'],
  [{ heldOn: '2026-02-01', startTime: '24:00' }, 'invalidTime'],
  [{ heldOn: '2026-02-01', attendance: [{ personId: someone }, { personId: someone }] }, 'calledTwice'],
  [{ heldOn: '2026-02-01', attendance: [{ presence: 'present' }] }, 'personOrName'],
  [{ heldOn: '2026-02-01', attendance: [{ personId: someone, name: 'Ada' }] }, 'personOrName'],
  [{ heldOn: '2026-02-01', points: [{ title: 'x', decision: { text: 'y', personId: someone, role: 'adviser' } }] }, 'personOrRole'],
])('a meeting that cannot be is refused: %j', (values, code) => {
  expect(MeetingInput.safeParse(values).error?.issues.map(({ message }) => message)).toEqual([code]);
});

describe('approval', () => {
  const meeting = { heldOn: '2026-03-10', preparedOn: '2026-03-12', attendance: [{ presence: 'present' }] };
  const context = { today: '2026-06-01', laterMeetings: ['2026-05-20'] };
  test.each([
    ['by those present', meeting, { approvedOn: '2026-03-12', approval: 'present' as const }, []],
    ['at the next meeting', meeting, { approvedOn: '2026-05-20', approval: 'nextMeeting' as const }, []],
    ['on a day without meeting', meeting, { approvedOn: '2026-05-21', approval: 'nextMeeting' as const }, ['noMeetingThatDay']],
    ['before the minutes', meeting, { approvedOn: '2026-03-11', approval: 'present' as const }, ['beforeMinutes']],
    ['in the future', meeting, { approvedOn: '2026-06-02', approval: 'present' as const }, ['inTheFuture']],
    ['without presences', { ...meeting, attendance: [{ presence: 'present' }, {}] }, { approvedOn: '2026-03-12', approval: 'present' as const }, ['presenceMissing']],
    ['with nobody there', { ...meeting, attendance: [] }, { approvedOn: '2026-03-12', approval: 'present' as const }, ['presenceMissing']],
  ])('%s', (_name, of, approval, codes) => {
    expect(approvalFaults(of, approval, context).map(({ code }) => code)).toEqual(codes);
  });
});

describe('duties', () => {
  const row = { organizationId: 'o', id: 'd', date: '2026-04-15', number: '1/2026.2', personId: null, role: null };
  test.each([
    ['a decision is whose it was given to', { ...row, what: 'decision' as const, personId: 'p' }, { roles: [], people: ['p'] }, '2026-04-15'],
    ['or the holder’s of a function', { ...row, what: 'decision' as const, role: 'itAgent' as const }, { roles: ['itAgent'] }, '2026-04-15'],
    ['or the adviser’s', { ...row, what: 'decision' as const }, { roles: ['adviser', 'deputyAdviser'] }, '2026-04-15'],
    ['the next meeting is the adviser’s to call', { ...row, what: 'meeting' as const }, { roles: ['adviser', 'deputyAdviser'] }, '2026-10-15'],
  ])('%s', (_name, fact, act, day) => {
    const [duty] = duties([fact], { due: (rule, _centre, start) => (rule === 'platformMeeting' ? { on: '2026-10-15' } : start) });
    expect(duty).toMatchObject({ act, due: { on: day }, subject: { kind: fact.what, id: 'd' } });
    expect(JSON.stringify(duty?.title)).not.toContain('text');
  });
});

describe('restricted text', () => {
  test('paragraphs, lists, bold and italic; nothing else has a meaning', () => {
    expect(restrictedBlocks('Un **mot** et *un autre*.\nSuite\n\n- un\n- deux\n1. trois\n<b>x</b> # [y](z) **ouvert')).toEqual([
      {
        type: 'paragraph',
        content: [{ text: 'Un ' }, { text: 'mot', bold: true }, { text: ' et ' }, { text: 'un autre', italic: true }, { text: '.' }, { text: '\n' }, { text: 'Suite' }],
      },
      { type: 'list', ordered: false, items: [[{ text: 'un' }], [{ text: 'deux' }]] },
      { type: 'list', ordered: true, items: [[{ text: 'trois' }]] },
      { type: 'paragraph', content: [{ text: '<b>x</b> # [y](z) ' }, { text: '**' }, { text: 'ouvert' }] },
    ]);
  });

  test('no letter is lost, whatever is typed', () => {
    const letters = (text: string): string => text.replace(/[\s*-]|^\s*\d+\./gm, '');
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('a', 'é', '*', '\n', ' ', '-', '1', '.', '<', '[') }), (text) => {
        const said = restrictedBlocks(text).flatMap((block) => (block.type === 'paragraph' ? block.content : block.type === 'list' ? block.items.flat() : []));
        expect(letters(said.map((part) => part.text).join('')).replace(/[\d.]/g, '')).toBe(letters(text).replace(/[\d.]/g, ''));
      }),
    );
  });
});

describe('documents', () => {
  const facts: MeetingFacts = {
    centre: { name: 'CPAS de Valombre', municipality: 'Valombre', lines: ['Place 1, 4999 Valombre'] },
    year: 2026,
    number: 2,
    heldOn: '2026-05-20',
    startTime: '14:30',
    place: 'Salle du conseil',
    calledBy: 'Claire Delvaux',
    calledOn: '2026-05-06',
    preparedOn: '2026-05-22',
    attendance: [
      { name: 'Jean Mathot', kinds: ['president'], capacity: null, presence: 'excused' },
      { name: 'Ada Martin', kinds: [], capacity: 'Firme informatique', presence: 'present' },
    ],
    points: [{ title: 'Sauvegardes', minutes: 'Un essai a **échoué**.', decision: { text: 'Refaire l’essai', personName: null, role: 'itAgent', dueOn: '2026-06-30', doneOn: null, doneHow: null } }],
    followUp: [
      { text: 'Charte', personName: 'Jean Mathot', role: null, dueOn: '2026-04-30', doneOn: null, doneHow: null, meeting: { year: 2026, number: 1 }, position: 3 },
      { text: 'Affiches', personName: null, role: null, dueOn: null, doneOn: '2026-04-02', doneHow: 'Posées', meeting: { year: 2026, number: 1 }, position: 4 },
    ],
    toApprove: [{ year: 2026, number: 1, heldOn: '2026-02-10' }],
    signatories: { directorGeneral: 'Samuel Jacquemart', adviser: 'Claire Delvaux' },
  };

  test('the convocation lists what the meeting owes to those before it, then its own points', () => {
    const said = plainText(convocationModel(facts, 'fr', '2026-05-06'));
    const agenda = said.indexOf('Approbation du procès-verbal n° 1/2026');
    expect(said.slice(agenda, agenda + 3)).toEqual(['Approbation du procès-verbal n° 1/2026', 'Suivi des décisions', 'Sauvegardes']);
    expect(said).toContain('20\u00a0mai 2026, à 14 h 30');
  });

  test.each(['fr', 'nl', 'de'] as const)('the minutes say who was there, what was decided, what is late and what is done (%s)', (language) => {
    const said = plainText(minutesModel(facts, language, '2026-05-23')).join('\n');
    for (const text of ['Ada Martin', 'Firme informatique', 'Sauvegardes', 'Refaire l’essai', 'Posées', '1/2026.3', 'Samuel Jacquemart']) expect(said).toContain(text);
    expect(said).toContain({ fr: 'en retard', nl: 'te laat', de: 'überfällig' }[language]);
    expect(said).not.toContain('undefined');
  });

  test('once approved they say how, and are no draft any more', () => {
    const draft = minutesModel(facts, 'fr', '2026-05-23');
    expect(draft.footer).toContain('PROJET');
    const approved = minutesModel(facts, 'fr', '2026-07-01', { approvedOn: '2026-06-24', approval: 'nextMeeting' });
    expect(approved).toMatchObject({ footer: 'Procès-verbal approuvé à la réunion du 24\u00a0juin 2026', date: '2026-06-24' });
  });
});
