/** The shapes of a drawing as data, so that tests can check whether any texts overlap. */

export type Fill = 'hatch' | 'fade' | 'faint-hatch' | 'differs' | 'rungs';
export type Anchor = 'start' | 'middle' | 'end';

export interface Text {
  kind: 'text';
  x: number;
  y: number;
  text: string;
  /** Sizes and weights as in the style sheet. */
  style: keyof typeof typeface;
  color?: 'soft' | 'red' | 'blue' | undefined;
  anchor?: Anchor | undefined;
}

export type Shape =
  | { kind: 'rect'; x: number; y: number; width: number; height: number; style: string; fill?: Fill }
  | { kind: 'path'; d: string; style: string }
  | { kind: 'circle'; x: number; y: number; r: number; style: string }
  | Text;

export interface Drawing {
  width: number;
  height: number;
  shapes: readonly Shape[];
  title: string;
  description: string;
  /** Numbered marks whose text did not fit: it is shown below the drawing. */
  below: readonly { number: number; text: string }[];
  /** The gradient runs downwards. */
  upright?: boolean;
}

export const typeface = {
  plain: { size: 14, bold: false },
  sm: { size: 13, bold: false },
  smb: { size: 13, bold: true },
  bold: { size: 15, bold: true },
  main: { size: 17, bold: true },
  big: { size: 16, bold: true },
} as const;

export const round = (n: number): number => Math.round(n * 10) / 10;

export const rect = (x: number, y: number, width: number, height: number, style: string, fill?: Fill): Shape => ({
  kind: 'rect',
  x: round(x),
  y: round(y),
  width: round(width),
  height: round(height),
  style,
  ...(fill ? { fill } : {}),
});

export const path = (style: string, d: string): Shape => ({ kind: 'path', style, d });
export const line = (style: string, x1: number, y1: number, x2: number, y2: number): Shape =>
  path(style, `M${round(x1)} ${round(y1)}L${round(x2)} ${round(y2)}`);

export const text = (x: number, y: number, said: string, style: Text['style'], more: Pick<Text, 'color' | 'anchor'> = {}): Text => ({
  kind: 'text',
  x: round(x),
  y: round(y),
  text: said,
  style,
  ...more,
});

/** A stretch on which readings differ: fading from solid to white under hatching, so that it is visible without colour too. */
export const disputed = (x: number, y: number, width: number, height: number): Shape[] => [
  rect(x, y, width, height, 'none', 'fade'),
  rect(x, y, width, height, 'none', 'faint-hatch'),
];
