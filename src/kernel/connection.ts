import { readFileSync } from 'node:fs';

/** What Jupyter writes into a kernel's connection file. */
export interface Connection {
  transport: string;
  ip: string;
  shell_port: number;
  iopub_port: number;
  stdin_port: number;
  control_port: number;
  hb_port: number;
  key: string;
  signature_scheme: string;
}

/** A connection file that cannot be used. */
export class ConnectionFileError extends Error {
  override readonly name = 'ConnectionFileError';
}

const PORTS = ['shell_port', 'iopub_port', 'stdin_port', 'control_port', 'hb_port'] as const;

/** Reads and checks the connection file that Jupyter passes to a kernel. */
export function readConnection(path: string): Connection {
  const found = parse(path);
  for (const port of PORTS) {
    if (typeof found[port] === 'number') continue;
    throw new ConnectionFileError(`The connection file ${path} has no number "${port}".`);
  }
  return { transport: 'tcp', ip: '127.0.0.1', key: '', signature_scheme: 'hmac-sha256', ...found } as Connection;
}

function parse(path: string): Record<string, unknown> {
  let found: unknown;
  try {
    found = JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    throw new ConnectionFileError(`Cannot read the connection file ${path}: ${String(error)}`);
  }
  if (typeof found === 'object' && found !== null) return found as Record<string, unknown>;
  throw new ConnectionFileError(`The connection file ${path} does not hold a JSON object.`);
}

/** The address of one of the kernel's sockets. */
export function addressOf(connection: Connection, port: number): string {
  const { transport, ip } = connection;
  return transport === 'ipc' ? `ipc://${ip}-${port}` : `${transport}://${ip}:${port}`;
}
