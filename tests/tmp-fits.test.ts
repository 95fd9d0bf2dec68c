import { readdirSync, readFileSync } from 'node:fs';
import { it } from 'vitest';
import { refit } from './instruments/recorded-fit.js';
it('x', () => {
  let same = 0, report = 0, n = 0;
  for (const f of readdirSync('tests/golden/fit/lmfit')) {
    if (f.startsWith('livefit')) continue;
    const r = JSON.parse(readFileSync('tests/golden/fit/lmfit/' + f, 'utf8')); n++;
    try {
      const t0 = performance.now();
      const o = refit(r); const e = r.expected; const ms = performance.now() - t0;
      const rel = (a: number, b: number) => Math.abs(a - b) / Math.max(1e-300, Math.abs(b));
      const ev = Math.max(...Object.keys(e.values).map((k) => rel((o.values as any)[k], e.values[k])));
      const es = Math.max(...Object.keys(e.params).map((k) => e.params[k].stderr ? rel((o.params as any)[k].stderr, e.params[k].stderr) : 0));
      const ok = o.nfev === e.nfev; if (ok) same++;
      const rep = o.fitReport() === e.fit_report && o.fitReport({sortPars: true, minCorrel: 0}) === e.fit_report_all && (e.fit_report_table === null || o.fitReport({correlMode: 'table'}) === e.fit_report_table); if (rep) report++;
      console.log(f, ok ? '' : `NFEV ${o.nfev} vs ${e.nfev}`, ev.toExponential(1), es.toExponential(1), o.message === e.message ? '' : o.message, rep ? '' : 'REPORT', r.compare.stderr_rtol, o.lmdifMessage === e.lmdif_message ? '' : 'lmdif');
      if (!rep && r.compare.stderr_rtol !== null) { const a = o.fitReport().split('\n'), b = e.fit_report.split('\n'); a.forEach((l, i) => { if (l !== b[i]) console.log('  ours', l, '\n  ref ', b[i]); }); }
    } catch (err) { console.log(f, 'ERR', (err as Error).stack?.split('\n').slice(0,5).join('\n')); }
  }
  console.log(n, same, report);
});
