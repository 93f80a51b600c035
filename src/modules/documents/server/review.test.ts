import { expect, test, beforeAll, afterAll } from 'vitest';
import { type Account, describeOnBothEngines, testServer, type TestServer } from '../../../../test/harness.ts';

describeOnBothEngines('comments and reviews of a draft', (engine) => {
  let server: TestServer;
  let centre: string;
  let draft: string;
  let adviser: Account;
  let councillor: Account;
  let president: Account;
  let staff: Account;
  const path = (rest: string, organization = centre): string => `/organizations/${organization}/${rest}`;
  const post = (rest: string, as: Account, body: unknown = {}) => server.call('POST', path(rest), { as, body });
  const get = async (rest: string, as: Account = adviser) => (await server.call('GET', path(rest), { as })).json();

  beforeAll(async () => {
    server = await testServer({ engine, now: new Date('2026-11-22T10:00:00Z') });
    centre = await server.addCentre({ slug: 'valombre' });
    adviser = await server.addAccount({ centre, roles: ['adviser'] });
    councillor = await server.addAccount({ centre, roles: ['councilMember'] });
    president = await server.addAccount({ centre, roles: ['president'], personId: await server.addPerson(centre) });
    staff = await server.addAccount({ centre, roles: ['staff'] });
    draft = (await post('documents/securityPolicyFormal/drafts', adviser)).json().id;
  });
  afterAll(() => server?.close());

  test('who may be asked are those who may read', async () => {
    const { items, total } = await get('documentReviewers');
    expect(total).toBe(3);
    expect(items.map(({ roles }: { roles: string[] }) => roles.join()).toSorted()).toEqual(['adviser', 'councilMember', 'president']);
    expect((await server.call('GET', path('documentReviewers'), { as: councillor })).statusCode).toBe(403);
  });

  test.each([
    ['a day past', { until: '2026-11-21' }, 'until', 'inThePast'],
    ['nobody', { accountIds: [] }, 'accountIds', 'chooseOne'],
    ['a date that is none', { until: '2026-02-30' }, 'until', 'invalidDate'],
  ])('refuses to ask %s', async (_, change, name, code) => {
    const refused = await post(`documentVersions/${draft}/reviews`, adviser, { until: '2026-12-01', accountIds: [councillor.id], ...change });
    expect(refused.statusCode).toBe(400);
    expect(refused.json().issues[0]).toMatchObject({ name, code });
  });

  test('nobody is asked who may not read, nor somebody of another centre', async () => {
    const elsewhere = await server.addAccount({ centre: await server.addCentre({ slug: 'ailleurs' }), roles: ['adviser'] });
    for (const stranger of [staff, elsewhere]) {
      const refused = await post(`documentVersions/${draft}/reviews`, adviser, { until: '2026-12-01', accountIds: [councillor.id, stranger.id] });
      expect(refused.json().issues[0]).toMatchObject({ name: 'accountIds[1]', code: 'referencedResourceNotFound' });
    }
  });

  test('a reader speaks only when asked, and a thread is settled by who writes the documents or began it', async () => {
    const said = { sectionKey: 'objectives', text: 'Qui décide ?' };
    expect((await post(`documentVersions/${draft}/comments`, councillor, said)).statusCode).toBe(403);
    expect((await post(`documentVersions/${draft}/reviews`, adviser, { until: '2026-12-01', accountIds: [councillor.id, president.id], note: 'Avant le conseil.' })).statusCode).toBe(201);
    expect((await post(`documentVersions/${draft}/reviews`, adviser, { until: '2026-12-01', accountIds: [councillor.id] })).statusCode).toBe(409);
    const awaited = async (as: Account) => (await get('obligations', as)).items.filter(({ rule }: { rule: string }) => rule === 'reviewAnswered');
    expect(await awaited(president)).toMatchObject([{ due: { on: '2026-12-01' }, mine: true, action: { path: 'documents/securityPolicyFormal/review' } }]);
    expect((await awaited(adviser)).some(({ mine }: { mine: boolean }) => mine)).toBe(false);
    const [first] = (await post(`documentVersions/${draft}/comments`, councillor, said)).json().items;
    const answered = (await post(`documentVersions/${draft}/comments`, adviser, { sectionKey: 'scope', text: 'Le conseil.', parentId: first.id })).json();
    expect(answered.items.map(({ sectionKey, parentId }: { sectionKey: string; parentId?: string }) => [sectionKey, parentId])).toEqual([
      ['objectives', undefined],
      ['objectives', first.id],
    ]);
    expect((await post(`documentComments/${first.id}/resolve`, president)).statusCode).toBe(403);
    expect((await post(`documentComments/${answered.items[1].id}/resolve`, adviser)).statusCode).toBe(409);
    expect((await post(`documentComments/${first.id}/resolve`, adviser)).json()).toMatchObject({ open: 0, items: [{ resolvedBy: 'Odile Lambin' }, {}] });
    expect((await post(`documentComments/${first.id}/reopen`, councillor)).json()).toMatchObject({ open: 1 });
    expect((await post(`documentVersions/${draft}/comments`, adviser, { sectionKey: 'scope', text: 'x', parentId: draft })).statusCode).toBe(400);
    expect((await post(`documentVersions/${draft}/comments`, adviser, { sectionKey: 'scope', text: 'a'.repeat(4001) })).statusCode).toBe(400);
  });

  test('each answers for themselves, remarks say which, and the last answer ends the review', async () => {
    const [review] = (await get(`documentVersions/${draft}/reviews`)).items;
    expect((await post(`documentReviews/${review.id}/answer`, adviser, { opinion: 'agreed' })).statusCode).toBe(403);
    expect((await post(`documentReviews/${review.id}/answer`, councillor, { opinion: 'notAgreed' })).json().issues[0]).toMatchObject({ name: 'text', code: 'required' });
    await post(`documentReviews/${review.id}/answer`, councillor, { opinion: 'notAgreed', text: 'Trop long.' });
    // A second thought counts as long as the review is open.
    const once = (await post(`documentReviews/${review.id}/answer`, councillor, { opinion: 'agreedWithRemarks', text: 'Encore long.' })).json();
    expect(once.items[0]).toMatchObject({
      answers: expect.arrayContaining([expect.objectContaining({ mine: true, opinion: 'agreedWithRemarks', text: 'Encore long.' })]),
      can: { answer: true, close: false },
    });
    expect(once.items[0].closedAt).toBeUndefined();
    const done = (await post(`documentReviews/${review.id}/answer`, president, { opinion: 'agreed' })).json();
    expect(done.items[0]).toMatchObject({ closedAt: '2026-11-22T10:00:00.000Z', can: { answer: false } });
    expect((await post(`documentReviews/${review.id}/answer`, president, { opinion: 'agreed' })).statusCode).toBe(409);
    expect((await post(`documentReviews/${review.id}/close`, adviser)).statusCode).toBe(409);
  });

  test('a review is closed early by who writes the documents, and goes with its draft', async () => {
    const opened = (await post(`documentVersions/${draft}/reviews`, adviser, { until: '2026-12-01', accountIds: [president.id] })).json();
    const { id } = opened.items[0];
    expect((await post(`documentReviews/${id}/close`, president)).statusCode).toBe(403);
    expect((await post(`documentReviews/${id}/close`, adviser)).json().items[0]).toMatchObject({ closedBy: 'Odile Lambin' });
    const { version } = await get(`documentVersions/${draft}`);
    await server.call('DELETE', path(`documentVersions/${draft}`), { as: adviser, headers: { 'if-match': `"${version}"` } });
    expect(await server.asOwner('SELECT 1 FROM document_review UNION ALL SELECT 1 FROM document_comment')).toEqual([]);
    expect((await server.call('GET', path(`documentVersions/${draft}/comments`), { as: adviser })).statusCode).toBe(404);
  });
});
