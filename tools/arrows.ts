/**
 * The arrows between the rooms of the house: who may import whom, and only through the other's door (index.ts).
 * In: a folder with `src/` and beside it evaluation, journeys and tools. Out: one line for each import that breaks the table.
 * Imports of types count too: what a reader has to open to understand a file is a dependency, whatever the compiler erases.
 */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

type Room = { readonly may: readonly string[]; readonly typesOnly?: true };

const DOORS = ['model', 'language', 'collect', 'read', 'record', 'review', 'publish', 'load', 'marsad', 'cli'];

export const TABLE: Readonly<Record<string, Room>> = {
  model: { may: [] },
  language: { may: [] },
  collect: { may: ['model', 'language'] },
  read: { may: ['model', 'language'] },
  record: { may: ['model', 'language'] },
  review: { may: ['model', 'record'] },
  publish: { may: ['model', 'language', 'record'] },
  load: { may: ['model', 'language', 'read'] },
  marsad: { may: ['model', 'language', 'collect', 'read', 'record', 'review', 'publish', 'load'] },
  // The site takes values from nobody: they reach it through the process-wide slot, so that no room is bundled twice.
  site: { may: ['model', 'publish', 'marsad'], typesOnly: true },
  cli: { may: ['marsad', 'load'] },
  // Workshops, and every test: any door. The tools show what the evaluation measured.
  evaluation: { may: DOORS },
  journeys: { may: DOORS },
  tools: { may: [...DOORS, 'evaluation'] },
};

/** Files besides the doors that some rooms may take types from: what leaves the house, and what a reader knows, have pages of their own. */
export const OPEN_FILES: Readonly<Record<string, readonly string[]>> = {
  // What may leave the house.
  'src/publish/types.ts': ['site', 'load', 'marsad', 'cli'],
  'src/publish/pages.ts': ['site'],
  // What a reader knows: made by tools/pack, read by load.
  'src/read/data.ts': ['load', 'tools'],
};

type Import = { readonly to: string; readonly typeOnly: boolean };

const filesIn = (folder: string): string[] =>
  !existsSync(folder)
    ? []
    : readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
        if (entry.name === 'node_modules' || entry.name.startsWith('.')) return [];
        const at = path.join(folder, entry.name);
        if (entry.isDirectory()) return filesIn(at);
        return /\.(ts|svelte)$/.test(entry.name) && !entry.name.endsWith('.d.ts') ? [at] : [];
      });

/** What a file imports, as written. Of a `.svelte` file, what its script blocks import. */
const importsOf = (file: string): Import[] => {
  const source = readFileSync(file, 'utf8');
  const text = file.endsWith('.svelte')
    ? [...source.matchAll(/<script[^>]*>([\s\S]*?)<\/script>/g)].map((block) => block[1]).join('\n')
    : source;
  const found: Import[] = [];
  const visit = (node: ts.Node): void => {
    const add = (to: ts.Node | undefined, typeOnly: boolean): void => {
      if (to !== undefined && ts.isStringLiteralLike(to)) found.push({ to: to.text, typeOnly });
    };
    if (ts.isImportDeclaration(node)) {
      const clause = node.importClause;
      const names = clause?.namedBindings;
      const allTypes =
        clause !== undefined &&
        clause.name === undefined &&
        names !== undefined &&
        ts.isNamedImports(names) &&
        names.elements.length > 0 &&
        names.elements.every((element) => element.isTypeOnly);
      add(node.moduleSpecifier, clause?.phaseModifier === ts.SyntaxKind.TypeKeyword || allTypes);
    } else if (ts.isExportDeclaration(node)) add(node.moduleSpecifier, node.isTypeOnly);
    else if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) add(node.argument.literal, true);
    else if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword)
      add(node.arguments[0], false);
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(file, text, ts.ScriptTarget.Latest));
  return found;
};

/** The file of ours that an import reaches, or undefined for packages and Node's own modules. */
const resolve = (root: string, from: string, to: string): string | undefined => {
  let base: string;
  if (to.startsWith('.')) base = path.resolve(path.dirname(from), to);
  else if (to === '$lib' || to.startsWith('$lib/')) base = path.join(root, 'src/site/lib', to.slice(4));
  else if (to === 'marsad') base = path.join(root, 'src/read');
  else if (to === 'marsad/data') base = path.join(root, 'src/load');
  else if (to.startsWith('marsad/')) base = path.join(root, 'src', to.slice('marsad/'.length));
  else return undefined;
  const tries = [base, `${base}.ts`, base.replace(/\.js$/, '.ts'), path.join(base, 'index.ts')];
  return tries.find((at) => existsSync(at) && statSync(at).isFile()) ?? base;
};

/** The room of a file, from its path below the root: `src/read/…` → `read`, `tools/…` → `tools`. */
const roomOf = (file: string): string => {
  const [first = '', second = ''] = file.split('/');
  return first === 'src' ? second : first;
};

/** Loops of files that import each other inside one room, each as `a → b → a`. */
const loopsIn = (edges: ReadonlyMap<string, readonly string[]>): string[] => {
  const done = new Set<string>();
  const loops: string[] = [];
  const walk = (file: string, trail: readonly string[]): void => {
    const at = trail.indexOf(file);
    if (at >= 0) loops.push([...trail.slice(at), file].join(' → '));
    if (at >= 0 || done.has(file)) return;
    for (const next of edges.get(file) ?? []) walk(next, [...trail, file]);
    done.add(file);
  };
  for (const file of edges.keys()) walk(file, []);
  return loops;
};

/** Every breach of the table under `root`, one line each; empty where all arrows hold. */
export const breachesIn = (root: string): string[] => {
  const breaches: string[] = [];
  const edges = new Map<string, string[]>();
  for (const file of ['src', 'evaluation', 'journeys', 'tools'].flatMap((folder) => filesIn(path.join(root, folder)))) {
    const from = path.relative(root, file);
    const room = roomOf(from);
    const rule = TABLE[room];
    if (rule === undefined) {
      breaches.push(`${from}: there is no room «${room}»`);
      continue;
    }
    // What only tests use lies beside them: in a folder testing/, or as name.test-help.ts.
    const isTest = /\.test(?:-help)?\.ts$|\/testing\//.test(from);
    for (const { to, typeOnly } of importsOf(file)) {
      const target = resolve(root, file, to);
      if (target === undefined) continue;
      const at = path.relative(root, target);
      const other = roomOf(at);
      if (other === room) {
        if (!isTest) edges.set(from, [...(edges.get(from) ?? []), at]);
      } else if (at.startsWith('dist/') || TABLE[other] === undefined) {
        // Built files, data and package.json belong to no room.
      } else if (isTest && other === 'tools') {
        // Tools have no door: a test takes the one that it needs.
      } else if (OPEN_FILES[at]?.includes(room) && typeOnly) {
        // The one page besides the doors.
      } else if (at !== `src/${other}/index.ts` && at !== `${other}/index.ts`)
        breaches.push(`${from} imports ${at}: other rooms are entered by their door, index.ts`);
      else if (!isTest && !rule.may.includes(other))
        breaches.push(`${from} imports ${other}: ${room} may import ${rule.may.join(', ') || 'nothing of ours'}`);
      else if (!isTest && rule.typesOnly && !typeOnly)
        breaches.push(`${from} imports values of ${other}: ${room} may import types alone`);
    }
  }
  return [...breaches, ...loopsIn(edges).map((loop) => `loop: ${loop}`)];
};

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const breaches = breachesIn(path.join(path.dirname(fileURLToPath(import.meta.url)), '..'));
  for (const breach of breaches) console.error(breach);
  console.log(breaches.length === 0 ? 'arrows hold' : `${breaches.length} arrows point the wrong way`);
  process.exitCode = breaches.length === 0 ? 0 : 1;
}
