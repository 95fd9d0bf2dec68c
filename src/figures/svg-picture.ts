import { escapeHtml } from '../text/index.js';

/** What a picture is apart from its marks. */
export interface PictureFrame {
  width: number;
  height: number;
  font: 'sans-serif' | 'monospace';
  /** What a screen reader says; escaped here. */
  description: string;
  /** A colour in CSS' words; default white. */
  background?: string;
}

/** Marks on white as a picture that needs nothing else: no script, no style sheet, no font. */
export function svgPicture(
  { width, height, font, description, background = 'white' }: PictureFrame,
  marks: readonly string[],
): string {
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" font-family="${font}" font-size="12">`,
    `<title>${escapeHtml(description)}</title>`,
    `<rect width="${width}" height="${height}" fill="${escapeHtml(background)}"/>`,
    ...marks,
    '</svg>',
  ].join('');
}
