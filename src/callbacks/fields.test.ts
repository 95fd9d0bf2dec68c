import { describe, expect, it } from 'vitest';

import { fakeDetector } from '../../tests/instruments/fake-detector.js';
import { SynAxis } from '../devices/sim/index.js';
import { FieldError, fieldsOf } from './fields.js';

describe('fieldsOf', () => {
  it('takes names as they are, and the fields of devices', () => {
    expect(fieldsOf('LiveTable', ['b', new SynAxis({ name: 'motor' }), 'a'])).toEqual([
      'b',
      'motor',
      'motor_setpoint',
      'a',
    ]);
  });

  it.each([
    ['det', 'LiveTable needs a list of fields or devices, as in new LiveTable([motor, det]), not det.'],
    [[3], 'LiveTable: 3 is neither the name of a field nor a device'],
    [[null], 'LiveTable: null is neither'],
    [[{ name: 'thing' }], 'LiveTable: thing is neither'],
    [[fakeDetector({ late: true })], 'LiveTable: fake describes itself only later'],
  ])('names what has no fields (%#)', (given, message) => {
    expect(() => fieldsOf('LiveTable', given as never)).toThrow(FieldError);
    expect(() => fieldsOf('LiveTable', given as never)).toThrow(message);
  });
});
