// Builds wwwroot from assets: one style sheet, the font files it names, and the small modules.
// Several builds may run at the same time (test projects): each builds in its own folder and then moves the files in,
// each move being atomic, so that nobody ever reads half a file.
import { build } from 'esbuild';
import { cp, mkdir, mkdtemp, readdir, rename, rm } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const project = dirname(here);
const target = join(project, 'wwwroot');

// Phones of five years old still get a whole page: nesting and newer colour notations are rewritten for them.
const browsers = ['chrome90', 'safari14', 'firefox88'];

const filesIn = async folder => (await readdir(folder, { recursive: true, withFileTypes: true }))
  .filter(file => file.isFile())
  .map(file => relative(folder, join(file.parentPath ?? file.path, file.name)));

await mkdir(target, { recursive: true });
const work = await mkdtemp(join(project, 'obj', 'assets-'));
try {
  await build({
    absWorkingDir: project,
    entryPoints: [{ in: 'assets/css/loket.css', out: 'loket' }],
    bundle: true,
    minify: true,
    target: browsers,
    loader: { '.woff2': 'file', '.svg': 'file' },
    assetNames: 'media/[name]-[hash]',
    outdir: work,
    legalComments: 'eof',
    logLevel: 'warning',
  });
  await cp(join(here, 'static'), work, { recursive: true });
  const modules = (await readdir(join(here, 'js'))).filter(name => name.endsWith('.js'));
  await build({
    absWorkingDir: project,
    entryPoints: modules.map(name => join('assets/js', name)),
    minify: true,
    format: 'esm',
    target: browsers,
    outdir: join(work, 'js'),
    logLevel: 'warning',
  });
  const made = await filesIn(work);
  for (const name of made) {
    await mkdir(dirname(join(target, name)), { recursive: true });
    await rename(join(work, name), join(target, name));
  }
  for (const name of await filesIn(target)) {
    if (!made.includes(name)) await rm(join(target, name), { force: true });
  }
} finally {
  await rm(work, { recursive: true, force: true });
}
