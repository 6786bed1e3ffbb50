// Runs a workspace task with the pnpm version pinned in package.json, on a machine that has only Node and npm.
console.log("not yet");
