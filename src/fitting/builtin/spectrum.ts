/** The sizes of the discrete Fourier transform of real numbers, from frequency 0 to half of them. */
export function amplitudeSpectrum(values: Float64Array): Float64Array {
  const { re, im } = isPowerOfTwo(values.length) ? plain(values) : chirp(values);
  return Float64Array.from({ length: Math.floor(values.length / 2) + 1 }, (_, k) =>
    Math.hypot(re[k] as number, im[k] as number),
  );
}

interface Spectrum {
  re: Float64Array;
  im: Float64Array;
}

function isPowerOfTwo(length: number): boolean {
  return (length & (length - 1)) === 0;
}

function plain(values: Float64Array): Spectrum {
  const spectrum = { re: values.slice(), im: new Float64Array(values.length) };
  transform(spectrum);
  return spectrum;
}

/** Bluestein's algorithm (IEEE Trans. Audio Electroacoust. 18, 1970): any length by way of a convolution. */
function chirp(values: Float64Array): Spectrum {
  const n = values.length;
  const size = 2 ** Math.ceil(Math.log2(2 * n - 1));
  const signal: Spectrum = { re: new Float64Array(size), im: new Float64Array(size) };
  const filter: Spectrum = { re: new Float64Array(size), im: new Float64Array(size) };
  const turn = (k: number): number => (Math.PI * ((k * k) % (2 * n))) / n;
  for (let k = 0; k < n; k++) {
    const [cosine, sine] = [Math.cos(turn(k)), Math.sin(turn(k))];
    signal.re[k] = (values[k] as number) * cosine;
    signal.im[k] = -(values[k] as number) * sine;
    for (const at of k === 0 ? [0] : [k, size - k]) {
      filter.re[at] = cosine;
      filter.im[at] = sine;
    }
  }
  transform(signal);
  transform(filter);
  for (let k = 0; k < size; k++) {
    const [a, b, c, d] = [signal.re[k], signal.im[k], filter.re[k], filter.im[k]] as [number, number, number, number];
    // Conjugated, since a forward transform of the conjugate is a backward one; of which only sizes matter.
    signal.re[k] = (a * c - b * d) / size;
    signal.im[k] = -(a * d + b * c) / size;
  }
  transform(signal);
  return signal;
}

/** The transform in place, for a power of two, by Cooley and Tukey. */
function transform({ re, im }: Spectrum): void {
  const n = re.length;
  for (let i = 1, j = 0; i < n; i++) {
    let bit = n >> 1;
    for (; j & bit; bit >>= 1) j ^= bit;
    j ^= bit;
    if (i < j) {
      [re[i], re[j]] = [re[j] as number, re[i] as number];
      [im[i], im[j]] = [im[j] as number, im[i] as number];
    }
  }
  for (let length = 2; length <= n; length *= 2) {
    for (let k = 0; k < length / 2; k++) butterflies({ re, im }, k, length);
  }
}

function butterflies({ re, im }: Spectrum, k: number, length: number): void {
  const angle = (-2 * Math.PI * k) / length;
  const [cosine, sine] = [Math.cos(angle), Math.sin(angle)];
  const half = length / 2;
  for (let at = k; at < re.length; at += length) {
    const [upRe, upIm] = [re[at] as number, im[at] as number];
    const [inRe, inIm] = [re[at + half] as number, im[at + half] as number];
    const downRe = inRe * cosine - inIm * sine;
    const downIm = inRe * sine + inIm * cosine;
    re[at] = upRe + downRe;
    im[at] = upIm + downIm;
    re[at + half] = upRe - downRe;
    im[at + half] = upIm - downIm;
  }
}
