/**
 * Where livesky differs from the recordings of Python's bluesky on purpose, and what it does instead.
 *
 * Everything else in the recordings must come out equal. The list is closed: see "Differences from
 * Python" in the design.
 */

/**
 * JavaScript has no integers apart from floats: 1.0 in an integer column is the whole number 1 and is
 * shown. Python's format for whole numbers fails on a float.
 */
export const WHOLE_FLOAT_IN_INTEGER_COLUMN = {
  value: 1.0,
  python: '** failed to format row **',
  ours: '         1 ',
} as const;

/**
 * The device declares the dtype. Simulated devices say `number` for every numeric reading and setting,
 * where ophyd says `integer` if the first value happened to be a Python int.
 */
export function declaredDtype(key: { dtype: string; enum_strs?: unknown }): string {
  return key.dtype === 'integer' && key.enum_strs === undefined ? 'number' : key.dtype;
}

/** `abort` keeps its reason where Python's run wrapper loses it. */
export const ABORT_REASONS: Readonly<Record<string, string>> = {
  pause_staged_abort: 'enough',
};

/**
 * `num_events` counts interruptions, which Python leaves at 0. By case, what the stop document says.
 */
export const NUM_EVENTS: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  pause_record_interruptions: { interruptions: 2, primary: 4 },
};

/**
 * Errors in our own words: Python's hold reprs of its own classes, or say less. By case, what our
 * message says; it is also the reason in the stop document.
 */
export const OWN_WORDS: Readonly<Record<string, RegExp>> = {
  device_fail_status: /^set badmotor failed: motor stalled$/,
  different_objs_error: /^Mismatched objects read in stream 'primary', expected det, got det1\.$/,
  collision_error: /^Data keys \(field names\) from SynGauss\(.*name='det'.*The colliding keys are det\.$/,
  count_detectors_not_list:
    /^count\(\): the detectors must be a list, as in count\(\[det\], \.\.\.\), but det was given\.$/,
  set_limit_error: /^position=50 not within limits \(-10, 10\): softmot cannot go there\.$/,
  md_bad_sample: /^The metadata's sample is 1,2; it must be a string or an object\.$/,
  unknown_command: /^The RunEngine knows no command 'nonsense'\.$/,
};

/**
 * Where event_model lets an error of Python's own through, ours is one of event-model's kinds. By Python's
 * class, ours.
 */
export const OWN_ERRORS: Readonly<Record<string, string>> = {
  KeyError: 'EventModelValidationError',
  ValueError: 'EventModelValueError',
};

/**
 * Where lmfit goes on silently and we do not, by the recording's name: another method than was asked for,
 * a fit of nothing, an endless recursion. What our error says.
 */
export const FIT_REFUSALS: Readonly<Record<string, RegExp>> = {
  bad_method: /method of fit\(\) must be leastsq or ml-levenberg-marquardt, not nonsense/,
  no_varying: /A, sigma, x0 are fixed/,
  circular_expr: /'a' -> 'b' -> 'a'/,
};

/**
 * A pseudo axis whose move was refused keeps the setpoint that it had. ophyd remembers the refused one, and
 * refuses every later move of the other axes. Steps, and the setpoint after them.
 */
export const REFUSED_SETPOINT = {
  steps: [
    ['set', 'pseudo3x3.pseudo1', 3],
    ['set', 'pseudo3x3.pseudo1', 25],
    ['read', 'pseudo3x3.pseudo1', null],
  ] as [string, string, unknown][],
  python: { pseudo3x3_pseudo1: 3, pseudo3x3_pseudo1_setpoint: 25 },
  ours: { pseudo3x3_pseudo1: 3, pseudo3x3_pseudo1_setpoint: 3 },
} as const;
