import { describe, expect, it } from 'vitest';
import { checkOptions, OptionError } from './options.js';

describe('checkOptions', () => {
  it('lets known options pass', () => {
    expect(() => checkOptions('LiveTable', { out: 1 }, ['out', 'logbook'])).not.toThrow();
  });

  it('names the unknown and the known ones', () => {
    expect(() => checkOptions('LiveTable', { min_width: 3 }, ['minWidth'])).toThrow(OptionError);
    expect(() => checkOptions('LiveTable', { min_width: 3 }, ['minWidth'])).toThrow(
      "LiveTable knows no option 'min_width'. Did you mean 'minWidth'? It knows minWidth.",
    );
    expect(() => checkOptions('LiveTable', { ax: 3 }, ['minWidth'])).toThrow(
      "LiveTable knows no option 'ax'. It knows minWidth.",
    );
  });
});
