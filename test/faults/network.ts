import { connect, createServer, type Socket } from 'node:net';

/** The network between the server and its database, as it may be. */
export type Network = {
  port: number;
  /** Milliseconds that everything takes, each way. */
  delay: number;
  /** Bytes vanish without a word, each way; a connection that has lost some stays so. New ones are made, and hear nothing. */
  silent: boolean;
  /** So many commits reach the database, whose answer is lost with the connection. */
  lostCommits: number;
  /** Ends every connection at once. */
  cut: () => void;
  close: () => void;
};

/** A proxy before the port of this machine, through which the network can be made worse. */
export const makeNetwork = async (target: number): Promise<Network> => {
  const sockets = new Set<Socket>();
  const network = { port: 0, delay: 0, silent: false, lostCommits: 0 };
  const server = createServer((client) => {
    const database = connect(target, '127.0.0.1');
    let deaf = false;
    let answerLost = false;
    const pass = (to: Socket, bytes: Buffer): void => {
      deaf ||= network.silent;
      if (deaf) return;
      if (network.delay === 0) to.write(bytes);
      else setTimeout(() => to.write(bytes), network.delay);
    };
    const cut = (): void => {
      client.destroy();
      database.destroy();
    };
    client.on('data', (bytes: Buffer) => {
      if (network.lostCommits > 0 && /\bcommit\0/i.test(bytes.toString('latin1'))) {
        network.lostCommits -= 1;
        answerLost = true;
      }
      pass(database, bytes);
    });
    database.on('data', (bytes: Buffer) => (answerLost ? cut() : pass(client, bytes)));
    for (const socket of [client, database]) {
      socket.setNoDelay(true);
      sockets.add(socket);
      socket.on('error', cut);
      socket.on('close', () => {
        sockets.delete(socket);
        if (!deaf) cut();
      });
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  network.port = (server.address() as { port: number }).port;
  const cut = (): void => {
    for (const socket of sockets) socket.destroy();
  };
  return Object.assign(network, {
    cut,
    close: () => {
      server.close();
      cut();
    },
  });
};
