import type { FastifyRequest } from 'fastify';
import { Problem } from '../../kernel/problem.ts';

/** What files on their way may take of this node's memory at once, in bytes: some ten of the largest. */
const room = 256 * 1024 * 1024;
let taken = 0;

/** A file that was sent, whole, with the name it bears at the sender's. */
export type Upload = { name: string | undefined; bytes: Buffer };

/**
 * Receives the file of a multipart request (field `file`) and does `work` with it. Throws badRequest where there is none or it did not
 * arrive whole, payloadTooLarge, and serviceUnavailable while this node holds as many files as it has room for.
 */
export const withUpload = async <T>(request: FastifyRequest, work: (file: Upload) => Promise<T>): Promise<T> => {
  const part = await request.file().catch(refuseUnreadable);
  if (part?.fieldname !== 'file') throw new Problem('badRequest', { issues: [{ type: 'urn:problem-type:belgif:input-validation:schemaViolation', in: 'body', name: 'file', code: 'required' }] });
  let own = 0;
  try {
    const chunks: Buffer[] = [];
    try {
      for await (const chunk of part.file as AsyncIterable<Buffer>) {
        own += chunk.length;
        taken += chunk.length;
        if (taken > room) throw new Problem('serviceUnavailable', { headers: { 'retry-after': '5' } });
        chunks.push(chunk);
      }
    } catch (error) {
      refuseUnreadable(error);
    }
    if (part.file.truncated) throw new Problem('payloadTooLarge');
    return await work({ name: part.filename, bytes: Buffer.concat(chunks) });
  } finally {
    taken -= own;
  }
};

// What the parser throws without a status is a body that was cut or never was multipart.
const refuseUnreadable = (error: unknown): never => {
  throw error instanceof Problem || (error as { statusCode?: number }).statusCode ? error : new Problem('badRequest', { detail: 'The file did not arrive whole' });
};
