import { createServer, type AddressInfo, type Server } from "node:net";

/** Finds so many different ports that nothing listens on. */
export async function freePorts(count: number): Promise<readonly number[]> {
  // All are held until the last is found, so that no two are the same.
  const servers = await Promise.all(Array.from({ length: count }, () => listen()));
  return Promise.all(servers.map(release));
}

function listen(): Promise<Server> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => resolve(server));
  });
}

function release(server: Server): Promise<number> {
  // A listening TCP server has a port; the other forms are for pipes.
  const { port } = server.address() as AddressInfo;
  return new Promise((resolve) => server.close(() => resolve(port)));
}
