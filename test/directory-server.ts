import { execFile, spawn } from 'node:child_process';
import { chmod, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { freePort } from './process.ts';
import { directoryPrograms } from './tools.ts';

const run = promisify(execFile);

/** Who may read the directory of the tests, and the branch of its people. */
export const reader = { bindDn: 'cn=beffroi,dc=example,dc=be', password: 'deux-hiboux/au-grenier', baseDn: 'ou=people,dc=example,dc=be' };

export type DirectoryServer = { port: number; tlsPort: number; /** The certificate that a client must trust, in PEM. */ certificate: string; stop: () => Promise<void> };
export type Person = { uid: string; givenName: string; sn: string; mail?: string; employeeNumber?: string };

const configuration = (folder: string, most: number): string => `
include /etc/ldap/schema/core.schema
include /etc/ldap/schema/cosine.schema
include /etc/ldap/schema/inetorgperson.schema
modulepath /usr/lib/ldap
moduleload back_mdb
pidfile ${folder}/slapd.pid
TLSCertificateFile ${folder}/certificate.pem
TLSCertificateKeyFile ${folder}/key.pem
database mdb
maxsize 1073741824
suffix "dc=example,dc=be"
directory ${folder}/data
rootdn "cn=root,dc=example,dc=be"
access to attrs=userPassword by anonymous auth by * none
access to dn.subtree="ou=closed,dc=example,dc=be" by * none
access to * by dn.exact="${reader.bindDn}" read by * none
limits dn.exact="${reader.bindDn}" size.soft=${most} size.hard=${most} size.prtotal=unlimited
`;

const entry = (dn: string, lines: string[]): string => [`dn: ${dn}`, ...lines, ''].join('\n');

/**
 * Debian's OpenLDAP in the foreground, on two free ports of 127.0.0.1, the second encrypted from the start; with these people and an account that may
 * only read. It gives no more than `most` entries at once, as a directory does that wants to be asked page by page.
 */
export const startDirectoryServer = async (people: readonly Person[], { most = 1000, host = '127.0.0.1' }: { most?: number; host?: string } = {}): Promise<DirectoryServer> => {
  const folder = await mkdtemp(join(tmpdir(), 'beffroi-directory-'));
  const [port, tlsPort] = [await freePort(), await freePort()];
  const programs = directoryPrograms()!;
  await mkdir(join(folder, 'data'));
  const name = host === '127.0.0.1' ? 'IP:127.0.0.1,DNS:localhost' : `DNS:${host}`;
  const request = ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '2', '-subj', `/CN=${host}`, '-addext', `subjectAltName=${name}`];
  await run(programs.openssl, [...request, '-keyout', join(folder, 'key.pem'), '-out', join(folder, 'certificate.pem')]);
  await writeFile(join(folder, 'slapd.conf'), configuration(folder, most));
  const base = [
    entry('dc=example,dc=be', ['objectClass: dcObject', 'objectClass: organization', 'dc: example', 'o: Example']),
    entry('ou=people,dc=example,dc=be', ['objectClass: organizationalUnit', 'ou: people']),
    entry('ou=empty,dc=example,dc=be', ['objectClass: organizationalUnit', 'ou: empty']),
    entry('ou=closed,dc=example,dc=be', ['objectClass: organizationalUnit', 'ou: closed']),
    entry(reader.bindDn, ['objectClass: organizationalRole', 'objectClass: simpleSecurityObject', 'cn: beffroi', `userPassword: ${reader.password}`]),
  ];
  const entries = people.map(({ uid, givenName, sn, mail, employeeNumber }) =>
    entry(`uid=${uid},${reader.baseDn}`, [
      'objectClass: inetOrgPerson',
      `uid: ${uid}`,
      `givenName:: ${Buffer.from(givenName).toString('base64')}`,
      `sn:: ${Buffer.from(sn).toString('base64')}`,
      `cn:: ${Buffer.from(`${givenName} ${sn}`).toString('base64')}`,
      ...(mail ? [`mail: ${mail}`] : []),
      ...(employeeNumber ? [`employeeNumber: ${employeeNumber}`] : []),
    ]),
  );
  await writeFile(join(folder, 'people.ldif'), [...base, ...entries].join('\n'));
  await chmod(folder, 0o755);
  await run(programs.slapd, ['-T', 'add', '-q', '-f', join(folder, 'slapd.conf'), '-l', join(folder, 'people.ldif')]);
  const child = spawn(programs.slapd, ['-f', join(folder, 'slapd.conf'), '-h', `ldap://127.0.0.1:${port} ldaps://127.0.0.1:${tlsPort}`, '-d', '0'], { stdio: ['ignore', 'ignore', 'pipe'] });
  let said = '';
  child.stderr.on('data', (part: Buffer) => (said += part.toString()));
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
  const stop = async (): Promise<void> => {
    child.kill('SIGTERM');
    await ended;
    await rm(folder, { recursive: true, force: true });
  };
  const deadline = Date.now() + 10_000;
  for (;;) {
    const open = await new Promise<boolean>((resolve) => {
      const socket = connect(tlsPort, '127.0.0.1');
      socket.once('connect', () => resolve(true)).once('error', () => resolve(false));
      socket.once('connect', () => socket.destroy());
    });
    if (open) break;
    if (child.exitCode !== null || Date.now() > deadline) {
      await stop();
      throw new Error(`The directory does not answer: ${said}`);
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return { port, tlsPort, certificate: await readFile(join(folder, 'certificate.pem'), 'utf8'), stop };
};
