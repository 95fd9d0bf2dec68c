import { Dealer, Subscriber } from 'zeromq';
import { expect, test } from 'vitest';
import { freePorts } from '../../tests/instruments/kernel-client.js';
import { messageOf } from '../../tests/instruments/recorded-publishing.js';
import { Comms } from './comms.js';
import { MessageCodec } from './message.js';
import { Attribution } from './origin.js';
import { Outbox } from './outbox.js';
import { Sockets } from './sockets.js';

test('1 MB of bytes goes to a comm and back unchanged, and a burst is not cut', async () => {
  const [shell_port, iopub_port, control_port, stdin_port, hb_port] = (await freePorts(5)) as [
    number,
    number,
    number,
    number,
    number,
  ];
  const codec = new MessageCodec('key');
  const sockets = new Sockets((error) => expect.unreachable(String(error)));
  const outbox = new Outbox(codec, sockets);
  const comms = new Comms(outbox, new Attribution());
  comms.register('echo', (comm) => ({ message: ({ buffers, header }) => comm.send({}, { buffers }, header) }));
  const ports = { shell_port, iopub_port, control_port, stdin_port, hb_port };
  const connection = { transport: 'tcp', ip: '127.0.0.1', key: 'key', signature_scheme: 'hmac-sha256', ...ports };
  await sockets.bind(connection, (_channel, frames) => {
    const message = codec.decode(frames);
    if (message.header.msg_type === 'comm_open') comms.handleOpen(message);
    else comms.handleMessage(message);
  });
  const page = new Dealer();
  const iopub = new Subscriber();
  iopub.receiveHighWaterMark = 0;
  iopub.subscribe('');
  page.connect(`tcp://127.0.0.1:${shell_port}`);
  iopub.connect(`tcp://127.0.0.1:${iopub_port}`);
  await new Promise((resolve) => setTimeout(resolve, 200));
  const bytes = Uint8Array.from({ length: 1_000_000 }, (_, index) => (index * 7) % 251);
  await page.send(codec.encode(messageOf('comm_open', { comm_id: 'e', target_name: 'echo', data: {} })));
  await page.send(codec.encode(messageOf('comm_msg', { comm_id: 'e', data: {} }, [bytes])));
  const [back] = codec.decode(await iopub.receive()).buffers;
  expect(Buffer.compare(back ?? Buffer.alloc(0), bytes)).toBe(0);

  for (let index = 0; index < 5000; index += 1) outbox.publish('burst', { index }, {});
  for (let index = 0; index < 5000; index += 1) expect(codec.decode(await iopub.receive()).content.index).toBe(index);
  for (const socket of [page, iopub, sockets]) socket.close();
});
