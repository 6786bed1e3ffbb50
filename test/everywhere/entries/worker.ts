// For workerd: answers a request that carries the scene with the report.
import { runSuite } from "../suite/run-suite.js";

export default {
  async fetch(request: Request): Promise<Response> {
    // Sent by the driver, which has it typed.
    const scene = (await request.json()) as Parameters<typeof runSuite>[0];
    return Response.json(await runSuite(scene));
  },
};
