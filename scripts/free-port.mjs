/** Whether the port that JupyterLab is asked for is free. */
import { createServer } from 'node:net';

const PORT = /^--(?:ServerApp\.)?port(?:=(.*))?$/;
const ADDRESS = /^--(?:ServerApp\.)?ip(?:=(.*))?$/;

/** The port that a command line of `jupyter lab` asks for; undefined if it leaves the choice to it. */
export function portAskedFor(args) {
  const port = valueOf(args, PORT);
  return port === undefined ? undefined : /^\d+$/.test(port) ? Number(port) : NaN;
}

/** Why a command line's port cannot be had, in one line with the cure; undefined if it can. */
export async function portComplaint(args) {
  const port = portAskedFor(args);
  if (port === undefined || port === 0) return undefined;
  if (!(port <= 65535)) return '--port needs a number up to 65535.';
  const codes = await Promise.all(hosts(valueOf(args, ADDRESS)).map((host) => listenError(port, host)));
  const code = codes.find((each) => each === 'EADDRINUSE' || each === 'EACCES');
  if (code === undefined) return undefined;
  const state = code === 'EADDRINUSE' ? 'is in use' : 'is not yours to use';
  return `port ${port} ${state}; give another, or leave --port out and JupyterLab looks for a free one.`;
}

/** The last value of an option, given as `--option=value` or as `--option value`. */
function valueOf(args, option) {
  const index = args.findLastIndex((each) => option.test(each));
  return index < 0 ? undefined : (option.exec(args[index])[1] ?? args[index + 1] ?? '');
}

/** The addresses on which a server listens that is given `--ip`; an IPv6 that is not there does not count. */
function hosts(ip = 'localhost') {
  if (ip === 'localhost') return ['127.0.0.1', '::1'];
  return [ip === '*' || ip === '' ? '::' : ip];
}

/** The code of the error with which listening ends; undefined if it works. */
function listenError(port, host) {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', ({ code }) => resolve(code));
    server.listen({ port, host }, () => server.close(() => resolve(undefined)));
  });
}
