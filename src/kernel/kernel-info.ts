import { PACKAGE_VERSION } from '../wire/index.js';

/** The content of a `kernel_info_reply`. */
export function kernelInfo(): object {
  return {
    status: 'ok',
    protocol_version: '5.3',
    implementation: 'livesky',
    implementation_version: PACKAGE_VERSION,
    language_info: {
      name: 'typescript',
      version: '5.0.4',
      mimetype: 'text/typescript',
      file_extension: '.ts',
      // JupyterLab reads `mode`, the classic notebook the rest.
      codemirror_mode: { mode: 'typescript', name: 'javascript', typescript: true },
    },
    banner: `livesky ${PACKAGE_VERSION}: bluesky's data acquisition in TypeScript`,
    help_links: [],
    supported_features: [],
  };
}
