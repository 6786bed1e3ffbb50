/** Tells a server's admin API where an endpoint is, and waits until its services can be called. */
export async function register(adminUrl: string, endpointUrl: string): Promise<void> {
  const response = await fetch(`${adminUrl}/deployments`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    // A port may have been another endpoint's, whose services the server would otherwise take for this one's.
    body: JSON.stringify({ uri: endpointUrl, force: true }),
  });
  if (!response.ok) {
    throw new Error(`The server refused ${endpointUrl}: ${await response.text()}`);
  }
}
