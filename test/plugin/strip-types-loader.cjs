// A loader for webpack and Rspack.
const { transformSync } = require("esbuild");

module.exports = (text) => transformSync(text, { loader: "ts" }).code;
