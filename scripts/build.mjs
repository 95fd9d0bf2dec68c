#!/usr/bin/env node
/** Compiles the package into lib/ and the labextension into labextension/. */
import { build } from './prepare.mjs';

if (!build()) console.log('livesky: everything was built already.');
