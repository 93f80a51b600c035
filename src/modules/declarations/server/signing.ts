import { contentHash } from '../../../documents/content.ts';
import type { DocumentModel } from '../../../documents/section.ts';
import type { CivilDate } from '../../../kernel/dates.ts';
import { type DocumentLanguage, documentLanguages } from '../../../kernel/language.ts';
import { invalidInput } from '../../../kernel/problem.ts';
import type { Scope, Tx } from '../../../server/db/database.ts';
import { storeFile } from '../../../server/files.ts';
import { type Services, today } from '../../../server/services.ts';
import { drawFrozen, trailHead } from '../../documents/server/service.ts';
import type { SignatureInput } from '../../../kernel/signature.ts';
import type { SignatoryInput, Variant } from '../declaration.ts';
import { signedModel, undertakingModel } from '../model.ts';
import { words } from '../words.ts';
import { type NeedRow, needsOf, personOf, serviceOf } from './need-store.ts';
import { partnerOf } from './partner-store.ts';
import { insertDeclaration } from './store.ts';
import type { Proof } from './tables.ts';
import { type Centre, currentText, keptText, readCentre, type TextRow } from './text-store.ts';

/** Who is asked: a person, or a supplier or partner, for whom somebody signs. */
export type Subject = { personId: string; supplierId?: undefined } | { supplierId: string; personId?: undefined };
/** What somebody is shown before they sign. */
export type Shown = {
  personId: string | null;
  supplierId: string | null;
  name: string;
  need: Pick<NeedRow, 'state' | 'variant' | 'since' | 'waitsSince' | 'askedSince' | 'signedOn'>;
  centre: Centre;
  language: DocumentLanguage;
  text: Omit<TextRow, 'id'> & { id: string | null };
  model: DocumentModel;
  hash: string;
};

/** The language somebody is shown: the one asked for, else their own, else the centre's. */
export const languageFor = (asked: DocumentLanguage | undefined, own: string | null, centre: Centre): DocumentLanguage =>
  asked ?? documentLanguages.find((language) => language === own) ?? centre.documentLanguage;

/** What this person signs today, or undefined where nothing binds them. `keep`: the text becomes one of the centre's, as it does when it is signed or printed. */
export const shownTo = async (tx: Tx, organizationId: string, personId: string, day: CivilDate, asked?: DocumentLanguage, keep = false): Promise<Shown | undefined> => {
  const [need] = await needsOf(tx, [organizationId], day, [personId]);
  const person = await personOf(tx, organizationId, personId);
  if (!need || !person) return undefined;
  const centre = await readCentre(tx, organizationId);
  const language = languageFor(asked, person.language, centre);
  const text = await (keep ? keptText : currentText)(tx, organizationId, need.variant, centre, day);
  const outside = need.variant === 'outsider' || need.variant === 'firm';
  const service = await serviceOf(tx, organizationId, need.serviceId);
  const model = undertakingModel(text.content[language], {
    centre: centre.facts(language),
    language,
    number: text.number,
    addition: text.additions[language],
    signer: {
      name: person.name,
      ...(outside ? { mission: need.mission ?? undefined, employer: person.employer ?? undefined } : { function: need.mission ?? undefined }),
      ...(service ? { service } : {}),
    },
    day,
  });
  return { personId, supplierId: null, name: person.name, need, centre, language, text, model, hash: contentHash(model) };
};

/** What whoever represents this supplier or partner signs today, or undefined where the centre works with it no more; who they are, they say when they sign. */
export const shownToPartner = async (tx: Tx, organizationId: string, supplierId: string, day: CivilDate, asked?: DocumentLanguage, keep = false): Promise<Shown | undefined> => {
  const need = await partnerOf(tx, organizationId, supplierId, day);
  if (!need) return undefined;
  const centre = await readCentre(tx, organizationId);
  const language = languageFor(asked, null, centre);
  const text = await (keep ? keptText : currentText)(tx, organizationId, 'partner', centre, day);
  const facts = { centre: centre.facts(language), language, number: text.number, addition: text.additions[language], signer: { name: '', organization: need.name }, day };
  const model = undertakingModel(text.content[language], facts);
  return { personId: null, supplierId, name: need.name, need: { ...need, variant: 'partner' }, centre, language, text, model, hash: contentHash(model) };
};

/** The same of either. */
export const shownFor = (tx: Tx, organizationId: string, subject: Subject, day: CivilDate, asked?: DocumentLanguage, keep = false): Promise<Shown | undefined> =>
  subject.personId !== undefined ? shownTo(tx, organizationId, subject.personId, day, asked, keep) : shownToPartner(tx, organizationId, subject.supplierId, day, asked, keep);

/** `valombre-engagement-12.pdf`: no name stands in it. */
export const fileNameOf = (centre: Centre, kind: 'signed' | 'sheet' | 'certificate' | 'register', language: DocumentLanguage, mark: string | number): string =>
  `${centre.slug}-${words[language].file[kind]}-${mark}.pdf`;

/**
 * Signs, for the person who was shown that text: what they saw is compared, the document drawn outside any transaction and kept with the signature.
 * `before` and `after` run in the two transactions, to check and to note what goes with it. Throws badRequest (`notBound`, `textChanged`, `signatoryMissing`), alreadyExists.
 */
export const sign = async (
  services: Pick<Services, 'db' | 'now'>,
  scope: Scope,
  organizationId: string,
  signing: Subject & {
    language: DocumentLanguage;
    contentHash: string;
    how: 'session' | 'screen' | 'link';
    proof: Proof;
    signature?: SignatureInput | undefined;
    /** Who signs for an organization. */
    signatory?: SignatoryInput | undefined;
    handedBy?: string | undefined;
    keep?: (tx: Tx, write: () => Promise<{ id: string }>) => Promise<{ id: string }>;
  },
): Promise<{ id: string; variant: Variant }> => {
  const day = today(services);
  const at = services.now();
  if ((signing.supplierId !== undefined) !== (signing.signatory !== undefined)) throw invalidInput('signatory', 'signatoryMissing');
  const signatory = signing.signatory && `${signing.signatory.name}, ${signing.signatory.capacity}`;
  const read = async (tx: Tx): Promise<Shown> => {
    const shown = await shownFor(tx, organizationId, signing, day, signing.language, true);
    if (!shown) throw invalidInput(signing.personId === undefined ? 'supplierId' : 'personId', 'notBound');
    if (shown.hash !== signing.contentHash) throw invalidInput('contentHash', 'textChanged');
    return shown;
  };
  const { shown, head } = await services.db.tx(scope, async (tx) => ({ shown: await read(tx), head: await trailHead(tx, organizationId) }));
  const { how, signature, handedBy } = signing;
  const signed = signedModel(shown.model, { hash: shown.hash, at, how, name: signatory ?? shown.name, day, signature, handedBy });
  const drawn = await drawFrozen(signed, head);
  const made = await services.db.tx(scope, async (tx) => {
    const write = async () => {
      const { text, language } = await read(tx);
      const file = await storeFile(tx, organizationId, { name: fileNameOf(shown.centre, 'signed', language, day), mediaType: 'application/pdf', bytes: drawn.bytes.pdf });
      return insertDeclaration(tx, organizationId, {
        personId: shown.personId,
        supplierId: shown.supplierId,
        signatory: signatory ?? null,
        variant: shown.need.variant,
        how,
        signedOn: day,
        signedAt: at,
        language,
        textId: text.id!,
        model: drawn.model,
        contentHash: shown.hash,
        proof: signing.proof,
        auditHead: drawn.auditHead ?? null,
        signature: signature ?? null,
        fileId: file.id,
      });
    };
    return signing.keep ? signing.keep(tx, write) : write();
  });
  return { id: made.id, variant: shown.need.variant };
};
