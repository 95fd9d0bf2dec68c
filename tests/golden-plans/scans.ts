import {
  adaptiveScan,
  cycler,
  gridScan,
  innerProductScan,
  listGridScan,
  listScan,
  logScan,
  relAdaptiveScan,
  relGridScan,
  relListGridScan,
  relListScan,
  relLogScan,
  relScan,
  relSpiral,
  relSpiralSquare,
  scan,
  scanNd,
  spiral,
  spiralFermat,
  spiralSquare,
  tuneCentroid,
  x2xScan,
} from '../../src/plans/index.js';
import type { GoldenPlans } from './golden-plan.js';

/** Scans: every trajectory, absolute and relative. */
export const SCANS: GoldenPlans = {
  adaptive_scan: ({ det, motor }) => adaptiveScan([det], 'det', motor, -3, 3, 0.1, 1, 0.2, true),
  adaptive_scan_bad: ({ det, motor }) => adaptiveScan([det], 'det', motor, -2, 2, 1, 0.8, 0.3, false),
  adaptive_scan_nobackstep: ({ det, motor }) => adaptiveScan([det], 'det', motor, -2, 2, 0.05, 0.8, 0.3, false),
  grid_scan_nosnake: ({ det4, motor1, motor2 }) => gridScan([det4], motor1, -1, 1, 3, motor2, -2, 2, 4),
  grid_scan_old_style: ({ det4, motor1, motor2 }) => gridScan([det4], motor1, -1, 1, 2, motor2, 0, 2, 3, true),
  grid_scan_old_style_3m: ({ det4, motor1, motor2, motor3 }) =>
    gridScan([det4], motor1, -1, 1, 2, motor2, 0, 2, 3, true, motor3, 5, 6, 2, false),
  grid_scan_snake_all: ({ det4, motor1, motor2 }) =>
    gridScan([det4], motor1, -1, 1, 3, motor2, -2, 2, 4, { snakeAxes: true }),
  grid_scan_snake_list: ({ det4, motor1, motor2, motor3 }) =>
    gridScan([det4], motor1, 0, 1, 2, motor2, 0, 1, 2, motor3, 0, 2, 3, { snakeAxes: [motor3] }),
  grid_scan_snake_slow_error: ({ det4, motor1, motor2 }) =>
    gridScan([det4], motor1, -1, 1, 2, motor2, 0, 2, 3, { snakeAxes: [motor1] }),
  inner_product_scan: ({ det4, motor1, motor2 }) => innerProductScan([det4], 3, motor1, 0, 2, motor2, 0, -2),
  list_grid_scan: ({ det4, motor1, motor2 }) => listGridScan([det4], motor1, [1, 2], motor2, [5, 1, 3]),
  list_grid_scan_snake: ({ det4, motor1, motor2 }) =>
    listGridScan([det4], motor1, [1, 2, 4], motor2, [5, 1, 3], { snakeAxes: true }),
  list_scan_1m: ({ det, motor }) => listScan([det], motor, [0, 0.5, 2, -1]),
  list_scan_2m: ({ det4, motor1, motor2 }) => listScan([det4], motor1, [0, 1, 2], motor2, [10, 20, 30]),
  list_scan_bad_lengths: ({ det4, motor1, motor2 }) => listScan([det4], motor1, [0, 1, 2], motor2, [10, 20]),
  log_scan: ({ det, motor }) => logScan([det], motor, 0.001, 10, 5),
  rel_adaptive_scan: ({ det, motor }) => {
    motor.set(0.5);
    return relAdaptiveScan([det], 'det', motor, -1, 1, 0.1, 0.5, 0.2, true);
  },
  rel_grid_scan: ({ det4, motor1, motor2 }) => {
    motor1.set(3);
    return relGridScan([det4], motor1, -1, 1, 2, motor2, -1, 1, 3, { snakeAxes: true });
  },
  rel_list_grid_scan: ({ det4, motor1, motor2 }) => {
    motor2.set(10);
    return relListGridScan([det4], motor1, [0, 1], motor2, [-1, 1]);
  },
  rel_list_scan_1m: ({ det, motor }) => {
    motor.set(5);
    return relListScan([det], motor, [-1, 0, 2]);
  },
  rel_log_scan: ({ det, motor }) => {
    motor.set(1.5);
    return relLogScan([det], motor, 1, 100, 3);
  },
  rel_scan_1m: ({ det, motor }) => {
    motor.set(2.5);
    return relScan([det], motor, -1, 1, 3);
  },
  rel_scan_2m: ({ det4, motor1, motor2 }) => {
    motor1.set(1);
    motor2.set(-4);
    return relScan([det4], motor1, -1, 1, motor2, 0, 2, 3);
  },
  rel_spiral: ({ det4, motor1, motor2 }) => {
    motor1.set(1);
    motor2.set(-1);
    return relSpiral([det4], motor1, motor2, 1, 1, 0.4, 4);
  },
  rel_spiral_square: ({ det4, motor1, motor2 }) => {
    motor1.set(1);
    return relSpiralSquare([det4], motor1, motor2, 2, 4, 2, 3);
  },
  scan_jittery: ({ det5, jitteryMotor1, jitteryMotor2 }) => scan([det5], jitteryMotor1, 0, 1, jitteryMotor2, 0, 1, 3),
  scan_nd_cycler: ({ det4, motor1, motor2 }) =>
    scanNd([det4], cycler(motor1, [1, 2, 3]).multiply(cycler(motor2, [4, 5]))),
  scan_nd_inner: ({ det4, det1, motor1, motor2 }) =>
    scanNd([det4, det1], cycler(motor1, [1, 2, 3]).add(cycler(motor2, [4, 5, 6]))),
  spiral: ({ det4, motor1, motor2 }) => spiral([det4], motor1, motor2, 0, 0, 1, 1, 0.3, 4),
  spiral_fermat: ({ det4, motor1, motor2 }) => spiralFermat([det4], motor1, motor2, 0, 0, 2, 2, 0.5, 1.5),
  spiral_square: ({ det4, motor1, motor2 }) => spiralSquare([det4], motor1, motor2, 0, 0, 2, 2, 3, 3),
  spiral_tilt: ({ det4, motor1, motor2 }) =>
    spiral([det4], motor1, motor2, 1, 2, 1, 2, 0.4, 4, { drY: 0.8, tilt: 0.3 }),
  tune_centroid: ({ det, motor }) => tuneCentroid([det], 'det', motor, -1.5, 2.5, 0.1, { num: 6 }),
  tune_centroid_snake: ({ det1, motor1 }) =>
    tuneCentroid([det1], 'det1', motor1, -1, 1, 0.2, { num: 5, stepFactor: 2, snake: true }),
  x2x_scan: ({ det4, motor1, motor2 }) => {
    motor1.set(1);
    motor2.set(3);
    return x2xScan([det4], motor1, motor2, -2, 2, 3);
  },
};
