// node with-lock.mjs LOCK RESULT SOURCE COMMAND...: runs the command unless another build has just done so.
// Two builds that start at once must not install into the same folder; the second waits and finds the work done.
import { spawnSync } from 'node:child_process';
import { mkdir, rm, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

const [lock, result, source, command, ...rest] = process.argv.slice(2);
const staleAfter = 5 * 60_000;   // an install that was killed leaves its lock behind

const changed = path => stat(path).then(found => found.mtimeMs, () => 0);
const isDone = async () => await changed(result) >= await changed(source);

await mkdir(dirname(lock), { recursive: true });
for (;;) {
  if (await isDone()) process.exit(0);
  try {
    await mkdir(lock);
    break;
  } catch (error) {
    if (error.code !== 'EEXIST') throw error;
    const since = await changed(lock);
    if (since && Date.now() - since > staleAfter) await rm(lock, { recursive: true, force: true });
    await wait(200);
  }
}
try {
  const done = await isDone() || spawnSync(command, rest, { stdio: 'inherit', shell: process.platform === 'win32' }).status === 0;
  process.exitCode = done ? 0 : 1;
} finally {
  await rm(lock, { recursive: true, force: true });
}
