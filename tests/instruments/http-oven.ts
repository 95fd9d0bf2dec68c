import { createServer } from 'node:http';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** An oven that is spoken to over HTTP, for pages of the documentation. */
export class HttpOven {
  readonly #server: Server;
  #celsius = 20;
  #setpoint = 20;

  constructor() {
    this.#server = createServer((request, response) => {
      const { pathname, searchParams } = new URL(request.url ?? '/', 'http://oven');
      if (request.method === 'PUT') this.#setpoint = Number(searchParams.get('celsius'));
      else this.#celsius += (this.#setpoint - this.#celsius) / 2;
      response.statusCode = pathname === '/temperature' || pathname === '/setpoint' ? 200 : 404;
      response.end(JSON.stringify({ celsius: this.#celsius }));
    });
  }

  /** Starts it; gives its address. */
  async start(): Promise<string> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  stop(): void {
    this.#server.closeAllConnections();
    this.#server.close();
  }
}
