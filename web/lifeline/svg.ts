/** A drawing as SVG, with a title and a description; its colours come from the style sheet. */
import { html, markup, type Html } from '../html.ts';
import type { Drawing, Fill, Shape } from './shapes.ts';

let drawn = 0;

/** `linked` renders a text with its days as links. The drawing then has the role of a group instead of an image. */
export function svgOf(drawing: Drawing, kind: 'wide' | 'tall', linked?: (text: string) => Html): Html {
  const id = `d${(drawn = (drawn + 1) % 100_000)}`;
  const { width, height, title, description, upright } = drawing;
  return html`<svg class="${kind}" viewBox="0 0 ${width} ${height}" role="${linked ? 'group' : 'img'}" aria-labelledby="${id}t ${id}d">
    <title id="${id}t">${title}</title>
    <desc id="${id}d">${description}</desc>
    <defs>
      <pattern id="${id}h" width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <path d="M0 0V7" stroke="#0b1a2a" stroke-width="1.6" />
      </pattern>
      <pattern id="${id}x" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(-45)">
        <path d="M0 0H6V6H0z" fill="#fff" />
        <path d="M0 0V6" stroke="#0b1a2a" stroke-width="4.4" />
      </pattern>
      <pattern id="${id}r" width="5" height="5" patternUnits="userSpaceOnUse">
        <path d="M0 0H5V5H0z" fill="#fff" />
        <path d="${upright ? 'M0 2H5' : 'M2 0V5'}" stroke="#0b1a2a" stroke-width="2" />
      </pattern>
      <linearGradient id="${id}g" ${upright ? markup(' x2="0" y2="1"') : ''}>
        <stop stop-color="#a9bcd1" />
        <stop offset="1" stop-color="#fff" />
      </linearGradient>
    </defs>
    ${drawing.shapes.map(s => shapeOf(s, id, linked))}
  </svg>`;
}

function shapeOf(s: Shape, id: string, linked: ((text: string) => Html) | undefined): Html {
  switch (s.kind) {
    case 'rect':
      return html`<rect x="${s.x}" y="${s.y}" width="${s.width}" height="${s.height}" class="${s.style}" ${filled(s.fill, id)} />`;
    case 'path':
      return html`<path class="${s.style}" d="${s.d}" />`;
    case 'circle':
      return html`<circle cx="${s.x}" cy="${s.y}" r="${s.r}" class="${s.style}" />`;
    case 'text': {
      const named = [s.style === 'plain' ? '' : s.style, s.color ?? ''].filter(Boolean).join(' ');
      return html`<text
        x="${s.x}"
        y="${s.y}"
        ${named ? html` class="${named}"` : ''}${s.anchor && s.anchor !== 'start' ? html` text-anchor="${s.anchor}"` : ''}
        >${linked?.(s.text) ?? s.text}</text
      >`;
    }
    default:
      return s satisfies never;
  }
}

function filled(fill: Fill | undefined, id: string): Html {
  if (fill === 'differs') return html` fill="url(#${id}x)"`;
  if (fill === 'rungs') return html` fill="url(#${id}r)"`;
  if (fill === 'fade') return html` fill="url(#${id}g)"`;
  if (fill === 'hatch') return html` fill="url(#${id}h)"`;
  return fill ? html` fill="url(#${id}h)" fill-opacity=".28"` : html``;
}
