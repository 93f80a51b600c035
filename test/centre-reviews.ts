type Add = (collection: string, table: string, columns: Record<string, unknown>) => Promise<string>;

/** One row in every table of the reviews and of emergency access of a centre. */
export const fillReviews = async (add: Add, { person, service, resource, grant }: { person: string; service: string; resource: string; grant: string }, mark: string): Promise<void> => {
  const accessReview = await add('accessReviews', 'access_review', { year: 2026, taken_on: '2026-01-14', answer_by: '2026-02-13', begun_at: '2026-01-14', language: 'fr', conclusion: mark });
  await add('accessReviewPeople', 'access_review_person', { review_id: accessReview, person_id: person, service_id: service, service_name: mark, function: mark, outsider: false });
  await add('accessReviewItems', 'access_review_item', {
    review_id: accessReview,
    person_id: person,
    resource_id: resource,
    grant_id: grant,
    level: 'read',
    account: mark,
    since: '2025-01-01',
  });
  const envelope = await add('emergencyEnvelopes', 'emergency_envelope', { resource_id: resource, title: mark, place: mark, seal: mark, sealed_on: '2025-01-14', person_ids: [person] });
  await add('emergencyChecks', 'emergency_check', { envelope_id: envelope, checked_on: '2026-01-14', checked_by_id: person, intact: true, note: mark });
  await add('emergencyOpenings', 'emergency_opening', { envelope_id: envelope, opened_at: '2026-02-14', opened_by_id: person, entitled: true, reason: mark, seal: mark });
  await add('absentAccesses', 'absent_access', { person_id: person, what: 'mailbox', absent_since: '2026-01-02', purpose: mark, asked_on: '2026-02-02', asked_by_id: person });
};
