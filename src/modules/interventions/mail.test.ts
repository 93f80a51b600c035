import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { automaticWhy, becomes, type Known } from './mail.ts';
import { proofOf, vouchersIn } from './mail-proof.ts';
import { newText, numberIn, plainSubject } from './mail-text.ts';

const said = 'Bonjour,\n\nle disque 2 du serveur est à remplacer.';
describe('what somebody wrote', () => {
  test.each<[string, string]>([
    ['alone', said],
    ['above the mail it answers', `${said}\n\nLe lun. 5 janv. 2026 à 10:00, CPAS de Valombre <a@cpas.example> a écrit :\n> Bonjour\n> et ceci`],
    ['above it, in two lines', `${said}\n\nLe lun. 5 janv. 2026 à 10:00, CPAS de Valombre\n<a@cpas.example> a écrit :\n\n> Bonjour`],
    ['in Dutch', `${said}\n\nOp ma 5 jan. 2026 om 10:00 schreef Jan <a@b.example>:\n> x`],
    ['in German', `${said}\n\nAm Mo., 5. Jan. 2026 um 10:00 Uhr schrieb Jan <a@b.example>:\n> x`],
    ['above Outlook’s header', `${said}\n\n________________________________\nDe : Jean\nEnvoyé : lundi\nÀ : Marc\nObjet : RE: x\n\nvieux`],
    ['above a header without a line', `${said}\n\nVan: Jan\nVerzonden: maandag\nAan: Marc\nOnderwerp: x\n\noud`],
    ['above an original message', `${said}\n\n-----Original Message-----\nFrom: x\n\nold`],
    ['with a signature', `${said}\n\n-- \nMarc Hollande\nTél. 081 00 00 00`],
    ['with a farewell', `${said}\n\nCordialement,\nMarc Hollande\nInformatique du Val`],
    ['with a Dutch farewell', `${said}\n\nMet vriendelijke groeten,\nMarc`],
    ['from a telephone', `${said}\n\nEnvoyé de mon iPhone`],
    ['under a warning of the server', `ATTENTION : ce courriel est externe, ne cliquez pas.\n\n${said}`],
    [
      'above a disclaimer longer than itself',
      `${said}\n\nCe message et ses annexes sont confidentiels et destinés à leur seul destinataire. ${'Toute copie est interdite. '.repeat(100)}\n\nPensez à l’environnement avant d’imprimer.`,
    ],
    ['above a disclaimer in two languages', `${said}\n\nDisclaimer: this e-mail is intended for its recipient only.\n\nDit bericht is vertrouwelijk en bestemd voor de geadresseerde.`],
  ])('%s', (_what, text) => expect(newText(text)).toBe(said));

  test('between the lines it answers, and after a farewell', () => {
    expect(newText('> Quand ?\nDemain.\n> Qui ?\nMarc.')).toBe('Demain.\nMarc.');
    expect(newText('Fait.\n\nCordialement,\nMarc\n\nP.S. La clé est rendue.')).toBe('Fait.\n\nP.S. La clé est rendue.');
  });
  test('of a mail that only passes another on, that other', () => expect(newText('---------- Forwarded message ----------\nle serveur est en panne')).toContain('le serveur est en panne'));

  const line = fc.stringMatching(/^[a-zé][a-zé ]{2,40}[a-z]$/).filter((text) => newText(text) === text);
  test('stays whole under any history, signature and disclaimer', () => {
    const tails = ['Le 5 janv. 2026, X a écrit :\n> ancien', '-- \nX', 'Cordialement,\nX', 'Ce message est confidentiel et destiné à son destinataire.', 'Sent from my phone'];
    fc.assert(
      fc.property(fc.array(line, { minLength: 1, maxLength: 6 }), fc.shuffledSubarray(tails), (lines, ends) => {
        const text = lines.join('\n');
        fc.pre(newText(text) === text);
        expect(newText([text, ...ends].join('\n\n'))).toBe(text);
      }),
    );
  });
  test('is found in any text, quickly, and never longer than it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 3000 }), (text) => {
        expect(newText(text).length).toBeLessThanOrEqual(text.length);
      }),
    );
    const hostile = ['le '.repeat(30_000), '>'.repeat(90_000), 'a\n'.repeat(40_000), 'Le 5 a écrit '.repeat(6000), '[external '.repeat(9000), `${' '.repeat(90_000)}x`];
    const begun = performance.now();
    for (const text of hostile) newText(text);
    expect(performance.now() - begun).toBeLessThan(3000);
  });

  test.each<[string, { year: number; number: number } | undefined, string]>([
    ['RE: [n° 2026/12] Disque', { year: 2026, number: 12 }, 'Disque'],
    ['TR : Re: AW: [N° 2026/7] x', { year: 2026, number: 7 }, 'x'],
    ['Antw: intervention n° 2026/03', { year: 2026, number: 3 }, 'intervention n° 2026/03'],
    ['Question sur l’intervention 2026/4', { year: 2026, number: 4 }, 'Question sur l’intervention 2026/4'],
    ['Facture 2026/12', undefined, 'Facture 2026/12'],
    ['Devis n° 2026/0045 : remplacement d’un disque', undefined, 'Devis n° 2026/0045 : remplacement d’un disque'],
    ['Offerte nr. 2026/12', undefined, 'Offerte nr. 2026/12'],
    ['Re[2]: écran', undefined, 'écran'],
  ])('the number of “%s”', (subject, number, plain) => expect([numberIn(subject), plainSubject(subject)]).toEqual([number, plain]));
});

describe('who vouches for a sender', () => {
  const header = (value: string): [string, string] => ['authentication-results', value];
  const mx = 'mx.cpas.example';
  test.each<[string, [string, string][], string]>([
    ['DMARC', [header(`${mx}; spf=fail smtp.mailfrom=x@y.example; dmarc=pass (p=REJECT) header.from=firme.example`)], 'pass'],
    ['a signature of its domain', [header(`${mx}; dkim=pass header.d=firme.example header.s=a`)], 'pass'],
    ['a signature of a domain below', [header(`${mx}; dkim=pass header.d=mail.firme.example`)], 'pass'],
    ['a signature of somebody else', [header(`${mx}; dkim=pass header.d=mailer.example`)], 'none'],
    ['a name that only ends alike', [header(`${mx}; dkim=pass header.d=xfirme.example`)], 'none'],
    ['an authorised sender', [header(`${mx} 1; spf=pass smtp.mailfrom=bounce@firme.example`)], 'pass'],
    ['an authorised sender of another domain', [header(`${mx}; spf=pass smtp.mailfrom=x@ailleurs.example`)], 'none'],
    ['a sign-in as the address', [header(`${mx}; auth=pass smtp.auth=marc@firme.example`)], 'pass'],
    ['a sign-in as another', [header(`${mx}; auth=pass smtp.auth=luc@firme.example`)], 'none'],
    ['DMARC that fails', [header(`${mx}; dkim=pass header.d=firme.example; dmarc=fail header.from=firme.example`)], 'fail'],
    ['SPF that fails', [header(`${mx}; spf=fail smtp.mailfrom=marc@firme.example`)], 'fail'],
    ['another server', [header('mx.ailleurs.example; dmarc=pass header.from=firme.example')], 'none'],
    ['a comment that says so', [header(`${mx}; none (dmarc=pass header.from=firme.example)`)], 'none'],
    ['its own words below the server’s', [header(`${mx}; dmarc=fail header.from=firme.example`), header(`${mx}; dmarc=pass header.from=firme.example`)], 'fail'],
    ['Received-SPF', [['received-spf', `pass (x) client-ip=192.0.2.1; envelope-from="marc@firme.example"; receiver=${mx};`]], 'pass'],
    [
      'Received-SPF of the sender, beside what the server says',
      [header(`${mx}; spf=fail smtp.mailfrom=x@evil.example; dkim=none`), ['received-spf', `pass receiver=${mx}; envelope-from=marc@firme.example`]],
      'fail',
    ],
    ['a result within quotes', [header(`${mx}; spf=pass smtp.mailfrom="x; dmarc=pass header.from=firme.example y"@evil.example`)], 'none'],
    ['a quote within a comment', [header(`${mx}; spf=pass (" helo) smtp.mailfrom="x; dmarc=pass header.from=firme.example y"@evil.example`)], 'none'],
    ['DMARC that does not say of whom', [header(`${mx}; dmarc=pass`)], 'none'],
    ['Received-SPF of another server', [['received-spf', 'pass envelope-from=marc@firme.example; receiver=mx.cpas.example.evil.example;']], 'none'],
    ['nobody', [], 'none'],
  ])('%s', (_what, headers, proof) => {
    expect(proofOf(headers, 'marc@firme.example', mx)).toBe(proof);
    expect(proofOf(headers, 'marc@firme.example', undefined)).toBe('none');
  });
  test('is offered by name', () => expect(vouchersIn([header(`${mx}; none`), header('MX.ailleurs.example 1; none'), header(`${mx}; none`)])).toEqual([mx, 'mx.ailleurs.example']));
});

describe('what becomes of a mail', () => {
  const base = { senders: 1, automatic: undefined, spam: false, encrypted: false, empty: false, proof: 'pass' as const, proofNeeded: true, ownDomain: false, answered: undefined, announcedToday: 0 };
  const firm: Known = { kind: 'firm', supplierId: 'x' };
  test.each<[string, Partial<Parameters<typeof becomes>[0]>, string]>([
    ['a firm, proved', {}, 'taken announced'],
    ['a firm without proof', { proof: 'none' }, 'toSort unproved'],
    ['a firm without proof, where none is needed', { proof: 'none', proofNeeded: false }, 'taken announced'],
    ['somebody of the centre without proof, all the same', { proof: 'none', proofNeeded: false, known: { kind: 'person' } }, 'toSort unproved'],
    ['an address of our own domain without proof', { proof: 'none', proofNeeded: false, ownDomain: true }, 'toSort unproved'],
    ['a forged one, whatever else', { proof: 'fail', proofNeeded: false, answered: { id: 'i', theirs: true, ended: false } }, 'toSort forgedSender'],
    ['thirty in a day', { announcedToday: 30 }, 'toSort tooMany'],
    ['an answer of theirs', { answered: { id: 'i', theirs: true, ended: false }, announcedToday: 30 }, 'taken noted'],
    ['a word on what is over', { answered: { id: 'i', theirs: true, ended: true } }, 'toSort ended'],
    ['a program', { automatic: 'automatic', proof: 'fail' }, 'automatic automatic'],
  ])('%s', (_what, given, expected) => {
    const { state, why } = becomes({ ...base, known: firm, ...given });
    expect(`${state} ${why}`).toBe(expected);
  });
  test('nothing without proof of somebody of the centre, and nothing forged, is ever taken', () => {
    const known = fc.constantFrom<Known['kind']>('firm', 'person', 'former', 'unknown').map((kind) => ({ kind }));
    const any = fc.record({
      senders: fc.nat(3),
      automatic: fc.constantFrom(undefined, 'loop' as const),
      spam: fc.boolean(),
      encrypted: fc.boolean(),
      empty: fc.boolean(),
      proof: fc.constantFrom('pass' as const, 'fail' as const, 'none' as const),
      proofNeeded: fc.boolean(),
      ownDomain: fc.boolean(),
      known,
      answered: fc.constantFrom(undefined, 'unknown' as const, { id: 'i', theirs: true, ended: false }, { id: 'i', theirs: false, ended: false }, { id: 'i', theirs: true, ended: true }),
      announcedToday: fc.nat(60),
    });
    fc.assert(
      fc.property(any, (mail) => {
        const { state } = becomes(mail);
        if (state !== 'taken') return;
        expect(mail.proof).not.toBe('fail');
        expect(mail.known.kind === 'firm' || (mail.known.kind === 'person' && mail.proof === 'pass')).toBe(true);
        expect(mail.automatic).toBeUndefined();
      }),
    );
  });
  test.each<[string, [string, string][], string, string | undefined]>([
    ['written by hand', [], 'Panne', undefined],
    ['said so by hand', [['auto-submitted', 'no']], 'Panne', undefined],
    ['precedence', [['precedence', 'bulk']], 'Panne', 'list'],
    ['null sender', [['return-path', '<>']], 'Panne', 'bounce'],
    ['going round', Array.from({ length: 41 }, () => ['received', 'x']), 'Panne', 'loop'],
    ['absence in its subject', [], 'Automatisch antwoord: afwezig', 'automatic'],
  ])('%s', (_what, headers, subject, why) => expect(automaticWhy({ headers, subject, from: [{ address: 'a@b.example' }] }, [])).toBe(why));
});
