/**
 * Has the JupyterLab builder say which packages it puts into the labextension; scripts/notices.mjs
 * reads that. The builder's own list ends at the packages that we import: what those import is missing.
 */
/* eslint-disable @typescript-eslint/no-require-imports -- the builder reads CommonJS */
const { mkdirSync, writeFileSync } = require('node:fs');
const { dirname, join } = require('node:path');

const LIST = join(dirname(__dirname), '.build', 'bundled-packages.json');
const PACKAGE = /^.*[\\/]node_modules[\\/](?:@[^\\/]+[\\/])?[^\\/]+/;

class BundledPackages {
  apply(compiler) {
    compiler.hooks.done.tap('BundledPackages', ({ compilation }) => {
      const files = [...compilation.chunks].flatMap((chunk) =>
        [...compilation.chunkGraph.getChunkModules(chunk)].flatMap(filesOf),
      );
      const packages = files.flatMap((file) => PACKAGE.exec(file) ?? []);
      mkdirSync(dirname(LIST), { recursive: true });
      writeFileSync(LIST, JSON.stringify([...new Set(packages)].sort()));
    });
  }
}

/** The files of a module: of one that was put together from several, those of all of them. */
function filesOf(module) {
  return module.modules ? [...module.modules].flatMap(filesOf) : [module.nameForCondition?.() ?? []].flat();
}

module.exports = { plugins: [new BundledPackages()] };
