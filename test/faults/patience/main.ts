// `npm run test:patience`: a handler of six minutes, behind a proxy that cuts what is idle for twenty seconds.

import { waitThroughCuts } from "./wait-through-cuts.js";

const handler = 360_000;
console.log(
  "\nA call to a handler of 6 minutes, through a proxy that cuts idle connections after 20 s:",
);
const { result, requests, waited } = await waitThroughCuts({ handler, cutIdleAfter: 20_000 });
for (const request of new Set(requests)) {
  const times = requests.filter((other) => other === request).length;
  console.log(`  ${request} (${times}×)`);
}
console.log(`After ${Math.round(waited / 1_000)} s it gave ${JSON.stringify(result)}.`);
process.exitCode = result === handler ? 0 : 1;
