// The house's rules about its own sources (docs/architecture.md), as one pure function over their text.
import { builtinModules } from "node:module";
import { posix } from "node:path";
import ts from "typescript";

/** Every file the rules speak about: path from the root, with forward slashes, and its text. */
export type Tree = ReadonlyMap<string, string>;

export type Rule = keyof typeof rules;
export type Complaint = { readonly rule: Rule; readonly file: string; readonly says: string };

/** What is asked of the sources; each line names the function that looks after it. */
export const rules = {
  "imports point down the house, never up or sideways": checkArrows,
  "a package is entered through its name": checkDoors,
  "the domain depends on nothing and reads no clock": checkDomain,
  "packages export by name": checkDefaultExports,
  "a package.json names exactly what its sources import": checkDependencies,
  "a package has a short README": checkReadmes,
  "packages name no province, no page route and no colour": checkWords,
  "no secret and no path of one machine is written down": checkSecrets,
  "tests and docs/rules.md name the same rules": checkRuleNumbers,
} satisfies Record<string, (house: House) => Omit<Complaint, "rule">[]>;

export function checkArchitecture(tree: Tree): Complaint[] {
  const house = survey(tree);
  return (Object.keys(rules) as Rule[]).flatMap((rule) => rules[rule](house).map((complaint) => ({ rule, ...complaint })));
}

// ── What the sources say ────────────────────────────────────────────────────────────────────────────────

type Source = { readonly path: string; readonly files: readonly ts.SourceFile[]; readonly imports: readonly string[]; readonly computed: number };
type Package = { readonly name: string; readonly folder: string; readonly manifest: Manifest; readonly isEmpty: boolean };
type Manifest = {
  readonly name: string;
  readonly version: string;
  readonly exports?: string | Record<string, unknown>;
  readonly dependencies?: Record<string, string>;
  readonly peerDependencies?: Record<string, string>;
  readonly optionalDependencies?: Record<string, string>;
};
type House = { readonly tree: Tree; readonly sources: readonly Source[]; readonly packages: readonly Package[] };

function survey(tree: Tree): House {
  const paths = [...tree.keys()];
  const sources = paths.filter((path) => /\.(ts|mts|astro)$/.test(path)).map((path) => read(path, tree.get(path) ?? ""));
  const packages = paths
    .filter((path) => /^packages\/[^/]+\/package\.json$/.test(path))
    .map((path) => {
      const folder = posix.dirname(path);
      const own = sources.filter((source) => source.path.startsWith(`${folder}/src/`) && !isTest(source.path));
      const isEmpty = own.every((source) => source.files.every((file) => file.statements.every(isEmptyExport)));
      return { name: posix.basename(folder), folder, manifest: JSON.parse(tree.get(path) ?? "{}") as Manifest, isEmpty };
    });
  return { tree, sources, packages };
}

function read(path: string, text: string): Source {
  const files = scriptsOf(path, text).map((script) => ts.createSourceFile(path, script, ts.ScriptTarget.Latest, true, ts.ScriptKind.TS));
  const found = files.flatMap(namesImported);
  return { path, files, imports: found.filter((name) => name !== undefined), computed: found.filter((name) => name === undefined).length };
}

/** The code of an .astro file is its frontmatter and its script elements; what stands between is markup. */
function scriptsOf(path: string, text: string): string[] {
  if (!path.endsWith(".astro")) return [text];
  const frontmatter = /^\s*---\r?\n([\s\S]*?)\r?\n---/.exec(text);
  const rest = frontmatter ? text.slice(frontmatter[0].length) : text;
  const scripts = [...rest.matchAll(/<script\b[^>]*>([\s\S]*?)<\/script>/g)].map((match) => match[1] ?? "");
  const inMarkup = [...rest.matchAll(/\bimport\(\s*(["'`][^"'`]+["'`])\s*\)/g)].map((match) => `import(${match[1]});`);
  return [frontmatter?.[1] ?? "", ...scripts, ...inMarkup];
}

/** Every module a file names, types included; `undefined` for one whose name is computed. */
function namesImported(file: ts.SourceFile): (string | undefined)[] {
  const names: (string | undefined)[] = [];
  const literal = (node: ts.Node | undefined) => (node && ts.isStringLiteralLike(node) ? node.text : undefined);
  walk(file, (node) => {
    if (ts.isImportDeclaration(node)) names.push(literal(node.moduleSpecifier));
    else if (ts.isExportDeclaration(node) && node.moduleSpecifier) names.push(literal(node.moduleSpecifier));
    else if (ts.isImportTypeNode(node)) names.push(ts.isLiteralTypeNode(node.argument) ? literal(node.argument.literal) : undefined);
    else if (ts.isExternalModuleReference(node)) names.push(literal(node.expression));
    else if (ts.isModuleDeclaration(node) && ts.isStringLiteral(node.name)) names.push(node.name.text);
    else if (ts.isCallExpression(node) && importsByCall(node.expression)) names.push(literal(node.arguments[0]));
  });
  return names;
}

function importsByCall(called: ts.Expression): boolean {
  if (called.kind === ts.SyntaxKind.ImportKeyword) return true;
  return ["require", "require.resolve", "import.meta.resolve"].includes(called.getText());
}

function walk(node: ts.Node, visit: (node: ts.Node) => void): void {
  visit(node);
  node.forEachChild((child) => walk(child, visit));
}

const isEmptyExport = (node: ts.Statement) => ts.isExportDeclaration(node) && !node.moduleSpecifier && node.exportClause !== undefined && ts.isNamedExports(node.exportClause) && node.exportClause.elements.length === 0;
const isBuiltin = (name: string) => name.startsWith("node:") || builtinModules.includes(name);
const isTest = (path: string) => /\.test\.ts$|\.contract\.ts$|\/(testing|fixtures)\//.test(path);
/** "@xudong/domain/x" → "@xudong/domain", "pg/lib/x" → "pg". */
const moduleOf = (name: string) => name.split("/").slice(0, name.startsWith("@") ? 2 : 1).join("/");

// ── Arrows and doors ────────────────────────────────────────────────────────────────────────────────────

/** From the roof down. An import goes to a lower floor; floors may be skipped, neighbours on one floor do not meet. */
const floors = [
  ["site", "seed", "test", "bench", "soak"],
  ["market"],
  ["checkout", "settlement", "search", "content", "accounts"],
  ["catalog", "payments"],
  ["database"],
  ["domain"],
];
const roof = new Set(floors[0]);
/** The roof has an order of its own: the shop may tell the seed's story, tests and benches may use everything. */
const underRoof: Record<string, readonly string[]> = { site: ["seed"], seed: [], test: ["site", "seed"], bench: ["site", "seed", "test"], soak: ["site", "seed", "test", "bench"] };
const simulator = "vnpay-simulator";

/** The part of the house a file belongs to, or nothing for the files at the root and the commands in .ci, which see everything. */
function partOf(path: string): string | undefined {
  const [top = "", second = ""] = path.split("/");
  return top === "packages" ? second : roof.has(top) ? top : undefined;
}

const floorOf = (part: string) => floors.findIndex((floor) => floor.includes(part));

function mayImport(from: string, to: string, fromTest: boolean): boolean {
  if (from === to) return true;
  if (from === simulator) return false;
  // A product of its own: the shop starts it, tests play against it, no package knows it.
  if (to === simulator) return roof.has(from) || (fromTest && floorOf(from) < floorOf("database"));
  if (roof.has(from) && roof.has(to)) return underRoof[from]?.includes(to) ?? false;
  return floorOf(from) < floorOf(to);
}

function targetOf(path: string, name: string): string | undefined {
  if (name.startsWith(".")) return partOf(posix.join(posix.dirname(path), name));
  return name.startsWith("@xudong/") ? moduleOf(name).slice("@xudong/".length) : undefined;
}

function checkArrows({ sources, packages }: House): Omit<Complaint, "rule">[] {
  const unknown = packages.filter(({ name }) => name !== simulator && floorOf(name) < 0)
    .map(({ folder, name }) => ({ file: `${folder}/package.json`, says: `${name} has no floor in the house yet` }));
  const turned = sources.flatMap(({ path, imports, computed }) => {
    const from = partOf(path);
    if (!from) return [];
    const says = imports.flatMap((name) => {
      const to = targetOf(path, name);
      return to && !mayImport(from, to, isTest(path)) ? [`${from} must not import ${to} (${name})`] : [];
    });
    if (computed > 0 && /^packages\/[^/]+\/src\//.test(path) && !isTest(path)) says.push("imports a module whose name is computed, so that nobody can tell which");
    return says.map((words) => ({ file: path, says: words }));
  });
  return [...unknown, ...turned];
}

function checkDoors({ sources, packages }: House): Omit<Complaint, "rule">[] {
  const doors = new Map(packages.map(({ manifest }) => [manifest.name, doorsOf(manifest)]));
  return sources.flatMap(({ path, imports }) =>
    imports.flatMap((name) => {
      if (name.startsWith("@xudong/")) {
        const door = doors.get(moduleOf(name));
        return door?.has(name) ? [] : [{ file: path, says: `${name} is not among the exports of ${moduleOf(name)}` }];
      }
      if (!name.startsWith(".")) return [];
      const [, home] = /^(packages\/[^/]+)\//.exec(path) ?? [];
      const target = posix.join(posix.dirname(path), name);
      const [, entered] = /^(packages\/[^/]+)\//.exec(target) ?? [];
      if (entered && entered !== home && !path.startsWith(".ci/")) return [{ file: path, says: `enters ${entered} by a path (${name})` }];
      if (home && entered !== home) return [{ file: path, says: `leaves its package by a path (${name})` }];
      return [];
    }),
  );
}

function doorsOf({ name, exports = {} }: Manifest): Set<string> {
  const keys = typeof exports === "string" ? ["."] : Object.keys(exports);
  return new Set(keys.map((key) => posix.join(name, key)));
}

// ── What a package may contain ──────────────────────────────────────────────────────────────────────────

function checkDomain({ sources }: House): Omit<Complaint, "rule">[] {
  return sources.filter(({ path }) => path.startsWith("packages/domain/src/") && !isTest(path)).flatMap(({ path, imports, files }) => {
    const foreign = imports.filter((name) => !name.startsWith(".") && name !== "node:crypto").map((name) => `imports ${name}`);
    const chance = files.flatMap(clocksRead).map((words) => `${words}: the time and every chance are passed in`);
    return [...foreign, ...chance].map((says) => ({ file: path, says }));
  });
}

/** Expressions whose value differs from one run to the next. */
function clocksRead(file: ts.SourceFile): string[] {
  const found: string[] = [];
  walk(file, (node) => {
    if (ts.isPropertyAccessExpression(node) && /^(Date\.now|Math\.random|performance\.now|process\.hrtime|Temporal\.Now)$/.test(node.getText())) found.push(node.getText());
    if (ts.isNewExpression(node) && node.expression.getText() === "Date" && !node.arguments?.length) found.push("new Date()");
    if (ts.isCallExpression(node) && node.expression.getText() === "Date") found.push("Date()");
  });
  return found;
}

/** Tools ask for a default export in their own files; nobody else needs a thing without a name. */
const askedForByTools = /\.config\.ts$|\/global-setup\.ts$/;

function checkDefaultExports({ sources }: House): Omit<Complaint, "rule">[] {
  return sources
    .filter(({ path, files }) => path.startsWith("packages/") && !askedForByTools.test(path) && files.some(hasDefaultExport))
    .map(({ path }) => ({ file: path, says: "has a default export" }));
}

function hasDefaultExport(file: ts.SourceFile): boolean {
  return file.statements.some((node) => {
    if (ts.isExportAssignment(node)) return true;
    if (ts.isExportDeclaration(node) && node.exportClause && ts.isNamedExports(node.exportClause)) return node.exportClause.elements.some((element) => element.name.text === "default");
    return ts.canHaveModifiers(node) && (ts.getModifiers(node) ?? []).some((modifier) => modifier.kind === ts.SyntaxKind.DefaultKeyword);
  });
}

function checkDependencies({ sources, packages }: House): Omit<Complaint, "rule">[] {
  const versions = new Map(packages.map(({ manifest }) => [manifest.name, manifest.version]));
  return packages.filter(({ isEmpty }) => !isEmpty).flatMap(({ folder, manifest }) => {
    const own = sources.filter(({ path }) => path.startsWith(`${folder}/src/`) && !isTest(path));
    const imported = new Set(own.flatMap(({ imports }) => imports).filter((name) => !name.startsWith(".") && !isBuiltin(name)).map(moduleOf));
    imported.delete(manifest.name);
    const named = { ...manifest.dependencies, ...manifest.peerDependencies, ...manifest.optionalDependencies };
    const says = [
      ...[...imported].filter((name) => !(name in named)).map((name) => `imports ${name} and does not name it`),
      ...Object.keys(named).filter((name) => !imported.has(name)).map((name) => `names ${name} and does not import it`),
      ...Object.entries(manifest.dependencies ?? {}).filter(([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version)).map(([name, version]) => `asks for ${name} ${version}, which is not one exact version`),
      ...Object.entries(named).filter(([name, version]) => versions.has(name) && versions.get(name) !== version).map(([name, version]) => `asks for ${name} ${version}, which is at ${versions.get(name)}`),
    ];
    return says.map((words) => ({ file: `${folder}/package.json`, says: words }));
  });
}

// The simulator is a product of its own, read by people who have nothing else of ours: how to get it, its command, its control API.
const readmeLines = (folder: string) => (folder === "packages/vnpay-simulator" ? 75 : 40);

function checkReadmes({ tree, packages }: House): Omit<Complaint, "rule">[] {
  return packages.filter(({ isEmpty }) => !isEmpty).flatMap(({ folder }) => {
    const file = `${folder}/README.md`;
    const text = tree.get(file);
    if (text === undefined) return [{ file, says: "is missing" }];
    const lines = text.trimEnd().split("\n").length;
    return lines > readmeLines(folder) ? [{ file, says: `has ${lines} lines; ${readmeLines(folder)} are enough to say what the package owns` }] : [];
  });
}

// ── Words ───────────────────────────────────────────────────────────────────────────────────────────────

const places = ["Hải Dương", "Hải Phòng", "Xứ Đông", "Hai Duong", "Hai Phong", "Xu Dong", "xudong.vn"];
const routes = [
  "gio-hang", "don-hang", "thanh-toan", "tim-kiem", "san-pham", "trai-nghiem", "diem-den", "le-hoi", "hanh-trinh", "cam-nang",
  "gian-hang", "tra-cuu", "tai-khoan", "dang-nhap", "dang-ky", "kenh-ban-hang", "soat-ve", "bien-tap", "quan-tri",
];
const placePattern = new RegExp(`(?<![\\p{L}\\p{N}])(?:${places.map((place) => place.replaceAll(".", "\\.")).join("|")})(?![\\p{L}\\p{N}])`, "giu");
const routePattern = new RegExp(`/(?:en/)?(?:${routes.join("|")})(?![\\w-])`, "g");
const colourPattern = /#(?:[0-9a-f]{8}|[0-9a-f]{6})\b|["'`:\s]#[0-9a-f]{3}(?=["'`;])|\b(?:rgba?|hsla?|oklch)\(\s*\d/gi;

function checkWords({ tree }: House): Omit<Complaint, "rule">[] {
  return [...tree].flatMap(([path, text]) => {
    if (!path.startsWith("packages/") || isTest(path) || !/\.(ts|mts|md|json|html|css)$/.test(path) || path.includes("/migrations/")) return [];
    const found = [placePattern, routePattern, ...(path.startsWith(`packages/${simulator}/`) ? [] : [colourPattern])].flatMap((pattern) => text.normalize("NFC").match(pattern) ?? []);
    return [...new Set(found)].map((word) => ({ file: path, says: `names ${word.trim()}` }));
  });
}

// Each pattern is written so that it does not find itself.
const secrets: readonly [RegExp, string][] = [
  [/(?<![\w.\-/])\/(?:home|Users)\/[a-z]\w*[/"'`\s]/, "the path of one person's folder"],
  [/(?<![\w.\-/])\/(?:wor[k]|roo[t])\/[\w.-]+/, "the path of one machine"],
  [/\b[A-Z]:\\+Users\\+\w/, "the path of one person's folder"],
  [/-----BEGIN [A-Z ]*PRIVATE [K]EY-----/, "a private key"],
  [/\b(?:npm_|ghp_|gho_|github_pat_|xox[bp]-|sk_live_)[A-Za-z0-9_]{20,}/, "an access token"],
  [/\bAKIA[0-9A-Z]{16}\b/, "an access key"],
  [/\b(?:registry\.npmjs|npm\.pkg\.github|deb\.debian|registry\.yarnpkg)\.[a-z]+\b/, "the host of a registry"],
];

function checkSecrets({ tree }: House): Omit<Complaint, "rule">[] {
  return [...tree]
    .filter(([path]) => !path.endsWith("package-lock.json"))
    .flatMap(([path, text]) => secrets.filter(([pattern]) => pattern.test(text)).map(([pattern, what]) => ({ file: path, says: `holds ${what}: ${pattern.exec(text)?.[0].trim()}` })));
}

// ── Rule numbers ────────────────────────────────────────────────────────────────────────────────────────

/** docs/rules.md writes a rule as `**H1** words`; one that nothing enforces yet says "(later)". Tests cite it as `[H1]` in their name. */
function checkRuleNumbers({ tree, sources }: House): Omit<Complaint, "rule">[] {
  const text = tree.get("docs/rules.md");
  if (text === undefined) return [];
  const parts = text.split(/\*\*([A-Z]\d+)\*\*/).slice(1);
  const written = new Map<string, boolean>();
  for (let i = 0; i < parts.length; i += 2) written.set(parts[i] ?? "", !/\(later\)/i.test(parts[i + 1] ?? ""));

  const cited = new Set<string>();
  const unknown = sources.filter(({ path }) => isTest(path)).flatMap(({ path, files }) => {
    const numbers = new Set(files.flatMap(rulesCited));
    numbers.forEach((number) => cited.add(number));
    return [...numbers].filter((number) => !written.has(number)).map((number) => ({ file: path, says: `cites ${number}, which docs/rules.md does not have` }));
  });
  const unproven = [...written].filter(([number, isBuilt]) => isBuilt && !cited.has(number)).map(([number]) => ({ file: "docs/rules.md", says: `${number} is cited by no test; mark it "(later)" until it is enforced` }));
  return [...unknown, ...unproven];
}

/** The numbers in brackets in the names of tests and of the blocks around them. */
function rulesCited(file: ts.SourceFile): string[] {
  const names: string[] = [];
  walk(file, (node) => {
    if (!ts.isCallExpression(node) || !/^(test|it|describe|eachDatabase|onlyOn)\b/.test(node.expression.getText())) return;
    for (const name of node.arguments.slice(0, 2)) {
      if (ts.isStringLiteralLike(name)) names.push(name.text);
      else if (ts.isTemplateExpression(name)) names.push(name.getText());
    }
  });
  return names.flatMap((name) => [...name.matchAll(/\[([A-Z]\d+(?:[,\s]+[A-Z]\d+)*)\]/g)].flatMap((match) => (match[1] ?? "").split(/[,\s]+/)));
}
