/** This package's version; `version.test.ts` holds it equal to package.json's. */
export const PACKAGE_VERSION = '0.1.0';
