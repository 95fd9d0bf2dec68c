/**
 * Base of classes whose instances can be called.
 *
 * The constructor returns a function that has the class's prototype; fields and private names of
 * subclasses are put on that function.
 */
export abstract class Callable<A extends unknown[], R> {
  constructor() {
    const self = (...args: A): R => (self as unknown as Callable<A, R>).invoke(...args);
    return Object.setPrototypeOf(self, new.target.prototype) as this;
  }

  protected abstract invoke(...args: A): R;
}
