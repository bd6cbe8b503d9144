import { expect, it } from 'vitest';
import { newEvent, resetEvent } from '../../src/model/new-event.ts';
import { newLine } from '../../src/model/new-line.ts';

it('an event that served another line keeps nothing of it', () => {
  const event = newEvent(newLine(), 'exim');
  // Whatever a parser could have left behind, in every field there is.
  for (const field of Object.keys(event)) Object.assign(event, { [field]: 'left behind' });
  resetEvent(event, newLine(), 'postfix');
  expect(event).toEqual(newEvent(newLine(), 'postfix'));
});
