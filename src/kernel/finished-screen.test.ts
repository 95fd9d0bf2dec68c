import { afterAll, beforeAll, expect, test } from 'vitest';
import { KernelClient, streamText, typesOf } from '../../tests/instruments/kernel-client.js';
import type { Answer } from '../../tests/instruments/kernel-client.js';

let kernel: KernelClient;
beforeAll(async () => {
  kernel = await KernelClient.start();
  await kernel.execute(
    "import { RunEngine, scan, LiveTable, LivePlot, subplots } from 'livesky'; import { det, motor } from 'livesky/sim'; const RE = new RunEngine()",
  );
}, 30_000);
afterAll(() => kernel.close());

const pictures = ({ published }: Answer): Record<string, string>[] =>
  published
    .filter(({ header }) => header.msg_type === 'display_data')
    .map(({ content }) => content.data as Record<string, string>);
const markersIn = (picture: Record<string, string> | undefined): number =>
  picture?.['image/svg+xml']
    ?.split('<g clip-path')[1]
    ?.split('</g>')[0]
    ?.match(/M[^Mz]*?a/g)?.length ?? 0;

test('%matplotlib inline shows each figure once, finished, as a picture and in words', async () => {
  const answer = await kernel.execute(
    "%matplotlib inline\nconst lp = new LivePlot('det', 'motor', { marker: 'o', linestyle: 'none' })\nawait RE(scan([det], motor, -1, 1, 5), [new LiveTable([motor, det]), lp])",
  );
  expect(typesOf(answer)).not.toContain('comm_open');
  const [table, plot] = pictures(answer);
  expect(pictures(answer)).toHaveLength(2);
  expect(plot?.['text/plain']).toMatch(/^LivePlot of det against motor\n[^]*: 5 points, motor from -1 to 1/);
  expect(markersIn(plot)).toBe(5);
  expect(table?.['text/plain']?.match(/^\| +\d+ \|/gm)).toHaveLength(5);
  expect(table?.['image/svg+xml']).toMatch(/^<svg [^]*>seq_num<[^]*>motor<[^]*>det</);
  expect(streamText(answer.published, 'stdout')).toBe('');
  const second = await kernel.execute('await RE(scan([det], motor, -1, 1, 3), lp)');
  expect(markersIn(pictures(second)[0])).toBe(8);
});

test('%matplotlib inline shows a figure of panels once, when all of its runs have ended', async () => {
  const answer = await kernel.execute(
    "%matplotlib inline\nconst [, [top, bottom]] = subplots(2, 1)\nawait RE(scan([det], motor, -1, 1, 5), [new LivePlot('det', 'motor', { ax: top }), new LivePlot('det * 2', 'motor', { ax: bottom })])",
  );
  const [only] = pictures(answer);
  expect(pictures(answer)).toHaveLength(1);
  expect(only?.['text/plain']).toMatch(/row 1, column 1: LivePlot of det against motor\n[^]*: 5 points/);
  expect(only?.['text/plain']).toMatch(
    /row 2, column 1: LivePlot of det \* 2 against motor\n[^]*det \* 2 from 1.21306 to 2/,
  );
  expect(only?.['image/svg+xml']?.match(/<clipPath/g)).toHaveLength(2);
});

test('a figure follows %matplotlib back and forth', async () => {
  const live = await kernel.execute('%matplotlib notebook\nawait RE(scan([det], motor, -1, 1, 3), lp)');
  expect(typesOf(live)).toContain('comm_open');
  expect(pictures(live)[0]).toHaveProperty(['application/vnd.jupyter.widget-view+json']);
  const inline = await kernel.execute('%matplotlib inline\nawait RE(scan([det], motor, -1, 1, 3), lp)');
  expect(typesOf(inline)).not.toContain('comm_open');
  expect(pictures(inline)[0]).toHaveProperty(['image/svg+xml']);
  const again = await kernel.execute('%matplotlib widget\nawait RE(scan([det], motor, -1, 1, 3), lp)');
  expect(typesOf(again)).toContain('comm_msg');
  expect(pictures(again)[0]).toHaveProperty(['application/vnd.jupyter.widget-view+json']);
});
