/** Styles, script and fonts: read once, served compressed, and named by their hash so that browsers cache them. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { brotliCompressSync } from 'node:zlib';
import type { Context as Request } from 'hono';
import { inPackage } from '../package-root.ts';

export interface Asset {
  path: string;
  type: string;
  body: Buffer;
  /** Undefined for formats that are compressed already. */
  brotli: Buffer | undefined;
}

export interface Assets {
  style: Asset;
  script: Asset;
  fonts: readonly Asset[];
  find(path: string): Asset | undefined;
}

/** The letters in each font file. Kazakh uses some of cyrillic-ext, Azerbaijani some of latin-ext. */
const ranges = {
  latin: 'U+0-FF,U+131,U+152-153,U+2BB-2BC,U+2C6,U+2DA,U+2DC,U+2000-206F,U+20AC,U+2122,U+2191,U+2193,U+2212,U+2215,U+FEFF,U+FFFD',
  'latin-ext': 'U+100-130,U+132-151,U+154-2BA,U+2BD-2C5,U+1E00-1E9F',
  cyrillic: 'U+301,U+400-45F,U+490-491,U+4B0-4B1,U+2116',
  'cyrillic-ext': 'U+460-48F,U+492-4AF,U+4B2-52F,U+1C80-1C88',
} as const;

export const subsets = Object.keys(ranges) as (keyof typeof ranges)[];
export const weights = [400, 700] as const;
export const fontFile = (subset: string, weight: number): string =>
  createRequire(import.meta.url).resolve(`@fontsource/noto-sans/files/noto-sans-${subset}-${weight}-normal.woff2`);

let made: Assets | undefined;

export function assets(): Assets {
  if (made) return made;
  const faces = subsets.flatMap(subset =>
    weights.map(weight => ({
      subset,
      weight,
      asset: assetOf(`noto-${subset}-${weight}`, 'woff2', 'font/woff2', readFileSync(fontFile(subset, weight))),
    })),
  );
  const rules = faces.map(
    ({ subset, weight, asset }) =>
      `@font-face{font-family:"Noto Sans";font-weight:${weight};font-display:swap;src:url(${asset.path}) format("woff2");unicode-range:${ranges[subset]}}`,
  );
  const style = assetOf('desk', 'css', 'text/css; charset=utf-8', Buffer.from(`${rules.join('')}${squeezed(sourceOf('style/desk.css'))}`));
  const script = assetOf('desk', 'js', 'text/javascript; charset=utf-8', Buffer.from(sourceOf('script/desk.js')));
  const all = [style, script, ...faces.map(f => f.asset)];
  made = { style, script, fonts: faces.map(f => f.asset), find: path => all.find(a => a.path === path) };
  return made;
}

const sourceOf = (path: string): string => readFileSync(inPackage(`web/${path}`), 'utf8');

const squeezed = (css: string): string =>
  css
    .replace(/\/\*.*?\*\//gs, '')
    .replace(/\s*\n\s*/g, '')
    .replace(/ \{/g, '{')
    .replace(/: (?=[^;{}]*[;}])/g, ':');

function assetOf(name: string, extension: string, type: string, body: Buffer): Asset {
  const hash = createHash('sha256').update(body).digest('base64url').slice(0, 12);
  const brotli = extension === 'woff2' ? undefined : brotliCompressSync(body);
  return { path: `/assets/${name}.${hash}.${extension}`, type, body, brotli };
}

export function served(c: Request, { type, body, brotli }: Asset): Response {
  const isCompressed = brotli && /\bbr\b/.test(c.req.header('accept-encoding') ?? '');
  return c.body(new Uint8Array(isCompressed ? brotli : body), 200, {
    'content-type': type,
    'cache-control': 'public, max-age=31536000, immutable',
    ...(brotli ? { vary: 'accept-encoding' } : {}),
    ...(isCompressed ? { 'content-encoding': 'br' } : {}),
  });
}
